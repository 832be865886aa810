package plumbline.engine.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class AtomicFileTest {
    @TempDir Path folder;

    private static void write(Path file, String text) throws IOException {
        AtomicFile.write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void whatIsPlantedOrWrittenByOthersIsLeftAlone() throws IOException {
        Path precious = Files.writeString(folder.resolve("precious"), "mine");
        Files.createSymbolicLink(folder.resolve(".out.csv.part"), precious);
        Path other = Files.writeString(folder.resolve(".other.csv.part"), "of another program");

        write(folder.resolve("out.csv"), "new");
        write(folder.resolve("other.csv"), "new");

        assertThat(precious).hasContent("mine");
        assertThat(other).hasContent("of another program");
        assertThat(names())
                .containsExactly(
                        ".other.csv.part", ".out.csv.part", "other.csv", "out.csv", "precious");
    }

    @Test
    void twoWritersOfOneFileBothEndAndItIsWhole() throws Exception {
        Path file = folder.resolve("out.csv");
        CountDownLatch bothWriting = new CountDownLatch(2);

        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Future<Void>> writers = new ArrayList<>();
            for (byte letter : new byte[] {'a', 'b'}) {
                writers.add(threads.submit(writer(file, letter, bothWriting)));
            }
            for (Future<Void> writer : writers) {
                writer.get(20, TimeUnit.SECONDS);
            }
        }

        String text = Files.readString(file);
        assertThat(text).isIn("a".repeat(100_000), "b".repeat(100_000));
        assertThat(names()).containsExactly("out.csv");
    }

    private static Callable<Void> writer(Path file, byte letter, CountDownLatch bothWriting) {
        byte[] bytes = new byte[100_000];
        Arrays.fill(bytes, letter);
        return () -> {
            AtomicFile.write(
                    file,
                    out -> {
                        bothWriting.countDown();
                        awaitAll(bothWriting);
                        out.write(bytes);
                    });
            return null;
        };
    }

    private static void awaitAll(CountDownLatch latch) throws IOException {
        try {
            if (!latch.await(10, TimeUnit.SECONDS)) {
                throw new IOException("the other one does not write");
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    @Test
    void aFileThatIsWrittenAgainAndAgainIsNeverMissing() throws Exception {
        Path file = folder.resolve("out.csv");
        write(file, "0");

        try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
            Future<?> writing =
                    threads.submit(() -> {
                        for (int i = 1; i < 300; i++) {
                            write(file, "" + i);
                        }
                        return null;
                    });
            while (!writing.isDone()) {
                assertThat(Files.readString(file)).isNotEmpty();
            }
            writing.get();
        }
    }

    @Test
    void aPipeIsWrittenIntoAndStays() throws IOException, InterruptedException, ExecutionException {
        Path pipe = folder.resolve("pipe.csv");
        Path mkfifo = Path.of("/usr/bin/mkfifo");
        Assumptions.assumeTrue(Files.isExecutable(mkfifo), "no mkfifo");
        assertThat(new ProcessBuilder(mkfifo.toString(), pipe.toString()).start().waitFor())
                .isZero();

        try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
            Future<String> read = threads.submit(() -> Files.readString(pipe));
            write(pipe, "through the pipe");
            assertThat(read.get()).isEqualTo("through the pipe");
        }

        assertThat(Files.readAttributes(pipe, BasicFileAttributes.class).isOther()).isTrue();
        assertThat(names()).containsExactly("pipe.csv");
    }

    @Test
    void aLinkStaysAndWhatItPointsToIsReplaced() throws IOException {
        Path real = Files.writeString(folder.resolve("real.csv"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link.csv"), Path.of("real.csv"));
        Path dangling = Files.createSymbolicLink(folder.resolve("new.csv"), Path.of("later.csv"));

        write(link, "new");
        write(dangling, "first");

        assertThat(link).isSymbolicLink();
        assertThat(real).hasContent("new").isRegularFile();
        assertThat(Files.isRegularFile(real, LinkOption.NOFOLLOW_LINKS)).isTrue();
        assertThat(dangling).isSymbolicLink();
        assertThat(folder.resolve("later.csv")).hasContent("first");
    }

    @Test
    void linksInARingAreRefused() throws IOException {
        Path one = folder.resolve("one.csv");
        Path two = Files.createSymbolicLink(folder.resolve("two.csv"), one);
        Files.createSymbolicLink(one, two);

        assertThatThrownBy(() -> write(one, "never")).isInstanceOf(IOException.class);
        assertThat(names()).containsExactly("one.csv", "two.csv");
    }

    @Test
    void rightsOfWhatIsReplacedAreKept() throws IOException {
        Path file = Files.writeString(folder.resolve("out.csv"), "old");
        for (String rights : List.of("rw-------", "rw-rw-rw-", "rwxr-x---")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(rights));

            write(file, rights);

            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo(rights);
            assertThat(file).hasContent(rights);
        }
    }

    @Test
    void whatMayNotBeWrittenIsLeft() throws IOException {
        Path file = Files.writeString(folder.resolve("out.csv"), "old");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
        Path link = Files.createSymbolicLink(folder.resolve("link.csv"), file);

        assertThatThrownBy(() -> write(file, "new"))
                .isInstanceOf(AccessDeniedException.class)
                .hasMessage(file.toString());
        assertThatThrownBy(() -> write(link, "new")).isInstanceOf(AccessDeniedException.class);
        assertThat(file).hasContent("old");
    }

    @Test
    void aFailureLeavesWhatWasThereAndNothingElse() throws IOException {
        Path file = Files.writeString(folder.resolve("out.csv"), "old");

        assertThatThrownBy(() ->
                        AtomicFile.write(
                                file,
                                out -> {
                                    out.write(1);
                                    throw new IOException("the disk is full");
                                }))
                .hasMessage("the disk is full");

        assertThat(file).hasContent("old");
        assertThat(names()).containsExactly("out.csv");
    }

    @Test
    void theLongestNameThatAFileCanHaveIsWritten() throws IOException {
        Path file = folder.resolve("n".repeat(251) + ".csv");

        write(file, "new");

        assertThat(file).hasContent("new");
    }
}
