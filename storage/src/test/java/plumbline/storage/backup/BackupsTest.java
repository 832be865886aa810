package plumbline.storage.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.engine.contract.TestCandles;
import plumbline.engine.market.StorageException;
import plumbline.engine.market.TimeRange;
import plumbline.engine.upkeep.Backup;
import plumbline.engine.upkeep.BackupPlan;
import plumbline.engine.upkeep.Backups;
import plumbline.engine.upkeep.Progress;
import plumbline.storage.HomeSql;
import plumbline.storage.Recovery;
import plumbline.storage.Stores;

/// Backups of a home: made while it is in use, proven, rotated, and what they are for.
class BackupsTest {
    private static final Progress UNSEEN = (_, _, _) -> {};
    private static final int CANDLES = 10_000;

    @TempDir private Path home;
    private Instant now = Instant.parse("2026-06-19T03:00:00Z");
    private final InstantSource clock = () -> now;

    private Stores open() {
        return Stores.open(home, clock);
    }

    private static void fill(Stores stores, int candles) {
        stores.candles().upsert(TestCandles.MINUTES, TestCandles.minutes(candles, 1), "test");
    }

    private static Backup make(Stores stores) {
        return backups(stores).make(BackupPlan.USUAL, UNSEEN, () -> false);
    }

    private static Backups backups(Stores stores) {
        return stores.backups().orElseThrow();
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(home.resolve("backups"))) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }

    private static int candles(Stores stores) {
        return stores.candles().load(TestCandles.MINUTES, TimeRange.ALL).size();
    }

    @Test
    void areRotated() throws IOException {
        try (Stores stores = open()) {
            fill(stores, 100);
            for (int day = 0; day < 12; day++) {
                now = Instant.parse("2026-06-19T03:00:00Z").plus(Duration.ofDays(day));
                make(stores);
            }
        }

        // seven days; the Sunday before them is the last of its week
        assertThat(files())
                .containsExactly(
                        "plumbline-20260621T030000Z.backup.zip",
                        "plumbline-20260624T030000Z.backup.zip",
                        "plumbline-20260625T030000Z.backup.zip",
                        "plumbline-20260626T030000Z.backup.zip",
                        "plumbline-20260627T030000Z.backup.zip",
                        "plumbline-20260628T030000Z.backup.zip",
                        "plumbline-20260629T030000Z.backup.zip",
                        "plumbline-20260630T030000Z.backup.zip");
    }

    @Test
    void whatIsStoredMeanwhileDoesNoHarm() throws InterruptedException {
        try (Stores stores = open()) {
            fill(stores, CANDLES);
            Thread writer =
                    Thread.ofPlatform()
                            .start(() -> {
                                for (int i = 1; i <= 20; i++) {
                                    fill(stores, CANDLES + 1000 * i);
                                }
                            });
            Backup made = make(stores);
            writer.join();

            assertThat(made.file()).isRegularFile();
            assertThat(candles(stores)).isEqualTo(CANDLES + 20_000);
        }
    }

    @Test
    void ofDamagedCandlesDoNotCount() throws IOException, SQLException {
        try (Stores stores = open()) {
            fill(stores, CANDLES);
            make(stores);
            now = now.plus(Duration.ofDays(1));
            damage("UPDATE candle_chunk SET crc = crc + 1");

            assertThatThrownBy(() -> make(stores))
                    .isInstanceOf(StorageException.class)
                    .hasMessageContaining("test:BTC/USDT 1m in it is damaged");
            assertThat(backups(stores).list()).hasSize(1);
        }
        assertThat(files()).containsExactly("plumbline-20260619T030000Z.backup.zip");
    }

    private void damage(String sql) throws SQLException {
        try (Connection connection = HomeSql.connect(home, "market");
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isPositive();
        }
    }

    @Test
    void thatWereCancelledLeaveNothing() throws IOException {
        try (Stores stores = open()) {
            fill(stores, CANDLES);
            boolean[] cancelled = new boolean[1];
            Progress untilPacking = (step, _, _) -> cancelled[0] |= step.equals("packing");

            assertThatThrownBy(() ->
                            backups(stores)
                                    .make(BackupPlan.USUAL, untilPacking, () -> cancelled[0]))
                    .isInstanceOf(CancellationException.class);
        }
        assertThat(files()).isEmpty();
    }

    @Test
    void aDatabaseThatDoesNotOpenIsReplacedByTheNewestThatIsGood() throws IOException {
        Path market = home.resolve("market.mv.db");
        Path bad;
        try (Stores stores = open()) {
            fill(stores, CANDLES);
            make(stores);
            now = now.plus(Duration.ofDays(1));
            fill(stores, CANDLES + 500);
            bad = make(stores).file();
            stores.audit().add("import", "test:BTC/USDT 1m", "later");
        }
        byte[] zip = Files.readAllBytes(bad);
        zip[zip.length / 2] ^= 1;
        Files.write(bad, zip);
        byte[] junk = new byte[20_000];
        Files.write(market, junk);

        try (Stores stores = open()) {
            Recovery recovery = stores.recovery().orElseThrow();

            assertThat(candles(stores)).isEqualTo(CANDLES);
            assertThat(recovery.backup()).hasFileName("plumbline-20260619T030000Z.backup.zip");
            assertThat(Files.readAllBytes(recovery.movedTo())).isEqualTo(junk);
            assertThat(recovery.since()).containsExactly("import test:BTC/USDT 1m later");
        }
        assertThat(bad).exists();
        try (Stores again = open()) {
            assertThat(again.recovery()).isEmpty();
        }
    }

    @Test
    void aDatabaseThatIsGoneIsReplacedToo() throws IOException {
        try (Stores stores = open()) {
            fill(stores, CANDLES);
            make(stores);
        }
        Files.delete(home.resolve("market.mv.db"));

        try (Stores stores = open()) {
            assertThat(stores.recovery().orElseThrow().text())
                    .contains("market.mv.db is gone")
                    .contains("The backup ")
                    .doesNotContain("was moved to");
            assertThat(candles(stores)).isEqualTo(CANDLES);
        }
    }

    @Test
    void withoutOneADatabaseThatDoesNotOpenStaysAsItIs() throws IOException {
        Path market = home.resolve("market.mv.db");
        open().close();
        byte[] junk = new byte[20_000];
        Files.write(market, junk);

        assertThatThrownBy(this::open)
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("market.mv.db");
        assertThat(Files.readAllBytes(market)).isEqualTo(junk);
    }

    @Test
    void aCopyThatIsDatedInTheFutureIsNotTheNewest() throws IOException {
        try (Stores stores = open()) {
            fill(stores, 1_000);
            Path old = make(stores).file();
            Files.move(old, old.resolveSibling("plumbline-20990101T000000Z.backup.zip"));
            now = now.plusSeconds(60);
            fill(stores, 2_000);
            make(stores);
        }

        Stores.restore(home, null, clock, UNSEEN);

        try (Stores stores = open()) {
            assertThat(stores.candles().load(TestCandles.MINUTES, TimeRange.ALL).size())
                    .isEqualTo(2_000);
        }
    }
}
