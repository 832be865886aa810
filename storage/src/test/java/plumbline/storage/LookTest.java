package plumbline.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import plumbline.engine.backtest.RunRepository.StoredRun;
import plumbline.engine.contract.TestCandles;
import plumbline.engine.market.CandleSeries;
import plumbline.engine.market.StorageException;
import plumbline.engine.market.TimeRange;
import plumbline.engine.upkeep.DataCheck;

/// Who only looks changes nothing.
@Timeout(120)
class LookTest {
    private static final CandleSeries CANDLES = TestCandles.minutes(20_000, 1);

    @TempDir private Path folder;
    private Path home;

    @BeforeEach
    void fill() {
        home = folder.resolve("home");
    }

    private static void store(Path home) {
        try (Stores stores = TestStores.open(home)) {
            stores.candles().upsert(TestCandles.MINUTES, CANDLES, "test");
            stores.runs().save(new StoredRun("r1", Instant.EPOCH, "{}"));
            stores.audit().add("test", "of", "looking");
        }
    }

    private static void assertAllIsThere(Path home) {
        try (Stores stores = Stores.look(home, TestStores.CLOCK)) {
            assertThat(stores.candles().list()).hasSize(1);
            assertThat(stores.candles().load(TestCandles.MINUTES, TimeRange.ALL).fingerprint())
                    .isEqualTo(CANDLES.fingerprint());
            assertThat(stores.candles().verify(TestCandles.MINUTES, () -> false).candles())
                    .isEqualTo(CANDLES.size());
            assertThat(stores.runs().newestIds(9)).containsExactly("r1");
            assertThat(stores.audit().verify().entries()).isPositive();
            assertThat(stores.facts().warnings()).isEmpty();
        }
    }

    @Test
    void whoLooksChangesNoByte() throws IOException {
        store(home);
        TreeMap<String, Integer> before = sums();

        assertAllIsThere(home);

        assertThat(sums()).isEqualTo(before);
    }

    /// Near the middle, where the candles are.
    private void flip() throws IOException {
        Path file = home.resolve("market.mv.db");
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
    }

    @Test
    void whoLooksAtADamagedFileChangesNoByteEitherAndIsWarnedEachTime() throws IOException {
        store(home);
        flip();
        TreeMap<String, Integer> before = sums();

        for (int i = 0; i < 2; i++) {
            try (Stores stores = Stores.look(home, TestStores.CLOCK)) {
                assertThat(stores.candles().list()).hasSize(1);
                assertThat(stores.facts().warnings())
                        .singleElement()
                        .asString()
                        .contains("is not as it was when it was closed");
            }
        }

        assertThat(sums()).isEqualTo(before);
    }

    @Test
    void whatWasChangedIsKnownUntilAllIsVerified() throws IOException {
        store(home);
        flip();
        try (Stores stores = Stores.openAsItIs(home, TestStores.CLOCK)) {
            stores.runs().save(new StoredRun("r2", Instant.EPOCH, "{}"));
        }

        try (Stores stores = Stores.look(home, TestStores.CLOCK)) {
            assertThat(stores.facts().warnings())
                    .singleElement()
                    .asString()
                    .contains("is not as it was when it was closed", "not verified since");
        }
        try (Stores stores = Stores.openAsItIs(home, TestStores.CLOCK)) {
            new DataCheck(stores.candles(), stores.issues(), stores.audit())
                    .verify(stores.candles().list(), (_, _, _) -> {}, () -> false);
        }
        try (Stores stores = Stores.look(home, TestStores.CLOCK)) {
            assertThat(stores.facts().warnings()).isEmpty();
        }
    }

    @Test
    void severalLookAtOnceAndWhoWritesWaitsForThem() {
        store(home);
        CompletableFuture<Void> writer;
        try (Stores first = Stores.look(home, TestStores.CLOCK)) {
            assertAllIsThere(home);
            writer =
                    CompletableFuture.runAsync(() -> {
                        try (Stores stores = TestStores.open(home)) {
                            stores.runs().save(new StoredRun("r2", Instant.EPOCH, "{}"));
                        }
                    });
            assertThatThrownBy(() -> writer.get(500, TimeUnit.MILLISECONDS))
                    .isInstanceOf(java.util.concurrent.TimeoutException.class);
            assertThat(first.runs().newestIds(9)).containsExactly("r1");
        }
        writer.join();
        try (Stores stores = Stores.look(home, TestStores.CLOCK)) {
            assertThat(stores.runs().newestIds(9)).containsExactlyInAnyOrder("r1", "r2");
        }
    }

    @Test
    void anotherProcessWaitsForThoseWhoLook() throws IOException {
        store(home);
        OtherProcess other;
        try (Stores first = Stores.look(home, TestStores.CLOCK)) {
            other = OtherProcess.start(home);
            assertThat(first.candles().list()).hasSize(1);
        }
        try (other) {
            other.expect("open");
            // now it is the other that has it: looking goes through it
            assertAllIsThere(home);
        }
    }

    @Test
    void whatNobodyMayWriteIsRefused() {
        store(home);
        try (Stores stores = Stores.look(home, TestStores.CLOCK)) {
            assertThatThrownBy(() -> stores.runs().save(new StoredRun("r2", Instant.EPOCH, "{}")))
                    .isInstanceOf(StorageException.class)
                    .hasMessageContaining("read only");
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aHomeOnADiskThatIsReadOnlyCanBeRead() throws IOException, InterruptedException {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        assumeTrue(
                Disks.run("mount", "-t", "tmpfs", "-o", "size=32m", "tmpfs", disk.toString()),
                "this user cannot mount a disk: test skipped");
        try {
            store(disk.resolve("home"));
            assertThat(Disks.run("mount", "-o", "remount,ro", disk.toString())).isTrue();
            assertAllIsThere(disk.resolve("home"));
            assertThatThrownBy(() -> TestStores.open(disk.resolve("home")))
                    .isInstanceOf(StorageException.class)
                    .hasMessageContaining("no right to write");
        } finally {
            Disks.run("umount", disk.toString());
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aHomeOnAFullDiskCanBeRead() throws IOException, InterruptedException {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        assumeTrue(
                Disks.run("mount", "-t", "tmpfs", "-o", "size=32m", "tmpfs", disk.toString()),
                "this user cannot mount a disk: test skipped");
        try {
            store(disk.resolve("home"));
            Disks.fill(disk);
            assertAllIsThere(disk.resolve("home"));
        } finally {
            Disks.run("umount", disk.toString());
        }
    }

    private TreeMap<String, Integer> sums() throws IOException {
        TreeMap<String, Integer> sums = new TreeMap<>();
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                sums.put(
                        home.relativize(file).toString(),
                        java.util.Arrays.hashCode(Files.readAllBytes(file)));
            }
        }
        return sums;
    }
}
