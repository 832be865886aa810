package plumbline.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class LogsTest {
    private static final Logger LOG = LoggerFactory.getLogger(LogsTest.class);
    private static final Logger LIBRARY = LoggerFactory.getLogger("some.library");
    private static final Logs.Detail USUAL = new Logs.Detail(false, true);

    @TempDir Path folder;

    private Home home() {
        return new Home(folder.resolve("home"));
    }

    private String log() throws IOException {
        return Files.readString(home().logs().resolve("plumbline.log"));
    }

    @AfterEach
    void nowhere() {
        Logs.stop();
    }

    @Test
    void nothingIsMadeBeforeThereIsSomethingToSay() {
        Logs.start(home(), USUAL, "info");

        LOG.debug("not at this level");

        assertThat(home().folder()).doesNotExist();
    }

    @Test
    void whatIsLoggedStandsInTheHomeFolderWithItsStackTrace() throws IOException {
        Logs.start(home(), USUAL, "info");

        LOG.info("a line");
        LIBRARY.info("what libraries say is not asked for");
        LIBRARY.warn("but what they warn of");
        LOG.error("failed", new IllegalStateException("the reason"));

        assertThat(log())
                .containsPattern("\\d{4}-\\d\\d-\\d\\dT\\S+Z INFO  \\[\\S+] \\S+LogsTest: a line\n")
                .contains("but what they warn of", "the reason", "\tat plumbline")
                .doesNotContain("not asked for");
    }

    @Test
    void whileTheProcessEndsStandardErrorGetsErrorsOnly() throws IOException {
        PrintStream before = System.err;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            Logs.start(home(), new Logs.Detail(false, false), "info");
            LOG.warn("heard");
            Logs.ending();
            LOG.warn("not heard");
            LOG.error("an error");
        } finally {
            System.setErr(before);
        }

        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("heard", "an error")
                .doesNotContain("not heard");
        assertThat(log()).contains("not heard");
    }

    @Test
    void theSettingAndTheOptionSayHowMuch() throws IOException {
        Logs.start(home(), USUAL, "error");
        LOG.warn("quiet");
        Logs.start(home(), USUAL, "debug");
        LOG.debug("by the setting");
        Logs.start(home(), new Logs.Detail(true, false), "debug");
        LOG.debug("by the option");

        assertThat(log()).contains("by the setting", "by the option").doesNotContain("quiet");
    }

    @Test
    void passwordsAndWhatActsOnATerminalAreNotKept() throws IOException {
        Logs.start(home(), USUAL, "info");

        LOG.error(
                "jdbc:postgresql://db/x?user=me&password=hunter2&ssl=true, api_key: hunter3,"
                        + " postgres://me:hunter4@db/x, token=hunter5 \u001b[2J");

        assertThat(log())
                .doesNotContain("hunter", "\u001b")
                .contains("password=***&ssl=true", "://me:***@db");
    }

    @Test
    void itIsTheOwnersOnlyThoughTheFolderWasOpen() throws IOException {
        org.junit.jupiter.api.Assumptions.assumeTrue(
                folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
        Files.createDirectories(home().logs());
        Files.setPosixFilePermissions(home().logs(), PosixFilePermissions.fromString("rwxr-xr-x"));
        Logs.start(home(), USUAL, "info");

        LOG.info("a line");

        assertThat(rights(home().logs())).isEqualTo("rwx------");
        assertThat(rights(home().logs().resolve("plumbline.log"))).isEqualTo("rw-------");
    }

    private static String rights(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aLogThatCannotBeWrittenStopsNothing() {
        Logs.start(new Home(Path.of("/dev/null/home")), USUAL, "info");

        LOG.info("nowhere to go");
    }

    @Test
    void theFileBeginsAnewAndAFewAreKept() throws Exception {
        LogFile file = new LogFile(folder.resolve("logs/plumbline.log"), 1000, 2);
        byte[] line = ("x".repeat(99) + "\n").getBytes(StandardCharsets.UTF_8);

        try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
            for (int i = 0; i < 100; i++) {
                threads.submit(() -> {
                    file.add(line);
                    return null;
                });
            }
        }

        List<String> names = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder.resolve("logs"))) {
            for (Path one : files.sorted().toList()) {
                names.add(one.getFileName().toString());
                assertThat(Files.size(one)).isLessThanOrEqualTo(1000);
            }
        }
        assertThat(names).containsExactly("plumbline.1.log", "plumbline.2.log", "plumbline.log");
    }
}
