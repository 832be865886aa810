package plumbline.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
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

/// A disk of 32 MB; it takes the right to mount one.
@EnabledOnOs(OS.LINUX)
@Timeout(60)
class FullDiskTest {
    @TempDir private Path disk;
    private boolean mounted;

    @BeforeEach
    void mount() throws IOException, InterruptedException {
        mounted = Disks.run("mount", "-t", "tmpfs", "-o", "size=32m", "tmpfs", disk.toString());
        assumeTrue(mounted, "this user cannot mount a small disk: test skipped");
    }

    @AfterEach
    void unmount() throws IOException, InterruptedException {
        if (mounted) {
            assertThat(Disks.run("umount", disk.toString())).isTrue();
        }
    }

    @Test
    void candlesForWhichThereIsNoRoomAreRefusedBeforehand() {
        CandleSeries few = TestCandles.minutes(1000, 1);
        try (Stores stores = TestStores.open(disk.resolve("home"))) {
            stores.candles().upsert(TestCandles.MINUTES, few, "test");

            CandleSeries many = TestCandles.minutes(1_000_000, 2);
            assertThatThrownBy(() -> stores.candles().upsert(TestCandles.MINUTES, many, "test"))
                    .isInstanceOf(StorageException.class)
                    .hasMessageContaining("cannot store test:BTC/USDT 1m")
                    .hasMessageContaining("make room")
                    .hasMessageContaining("nothing was changed");

            assertThat(load(stores)).isEqualTo(few.fingerprint());
        }
    }

    @Test
    void aDiskThatFillsUpWhileWritingIsNamedAndTheStoreGoesOnWhenThereIsRoom() throws IOException {
        CandleSeries few = TestCandles.minutes(1000, 1);
        try (Stores stores = TestStores.open(disk.resolve("home"))) {
            stores.candles().upsert(TestCandles.MINUTES, few, "test");
            Path filler = Files.write(disk.resolve("filler"), new byte[26 << 20]);
            StoredRun large = new StoredRun("large", Instant.EPOCH, noise(8_000_000));

            assertThatThrownBy(() -> stores.runs().save(large))
                    .isInstanceOf(StorageException.class)
                    .hasMessageContaining("cannot keep run large")
                    .hasMessageContaining("is full; make room and try again");

            Files.delete(filler);
            assertThat(load(stores)).isEqualTo(few.fingerprint());
            stores.runs().save(large);
            assertThat(stores.runs().find("large")).contains(large);
        }
        try (Stores stores = TestStores.open(disk.resolve("home"))) {
            assertThat(stores.runs().newestIds(9)).containsExactly("large");
            assertThat(load(stores)).isEqualTo(few.fingerprint());
        }
    }

    @Test
    void whatIsThereCanBeReadWhileTheDiskIsFull() throws IOException {
        CandleSeries few = TestCandles.minutes(1000, 1);
        Path home = disk.resolve("home");
        try (Stores stores = TestStores.open(home)) {
            stores.candles().upsert(TestCandles.MINUTES, few, "test");
        }
        try (Stores stores = TestStores.open(home)) {
            Disks.fill(disk);
            assertThatThrownBy(() ->
                            stores.runs()
                                    .save(new StoredRun("large", Instant.EPOCH, noise(8_000_000))))
                    .isInstanceOf(StorageException.class);
        }

        try (Stores stores = Stores.look(home, TestStores.CLOCK)) {
            assertThat(load(stores)).isEqualTo(few.fingerprint());
        }
    }

    @Test
    void aHomeOnAFullDiskIsNamedAndOpensWhenThereIsRoom() throws IOException {
        Path filler = Files.write(disk.resolve("filler"), new byte[(32 << 20) - 8192]);

        assertThatThrownBy(() -> TestStores.open(disk.resolve("home")))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("full");

        Files.delete(filler);
        try (Stores stores = TestStores.open(disk.resolve("home"))) {
            stores.candles().upsert(TestCandles.MINUTES, TestCandles.minutes(10, 1), "test");
            assertThat(stores.candles().list()).hasSize(1);
        }
    }

    private static String load(Stores stores) {
        return stores.candles().load(TestCandles.MINUTES, TimeRange.ALL).fingerprint();
    }

    private static String noise(int length) {
        Random random = new Random(1);
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append((char) ('a' + random.nextInt(26)));
        }
        return text.toString();
    }
}
