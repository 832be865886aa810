package plumbline.storage.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import plumbline.engine.contract.TestCandles;
import plumbline.engine.market.CandleRepository;
import plumbline.engine.market.MarketId;
import plumbline.engine.market.SeriesKey;
import plumbline.engine.market.SlotSum;
import plumbline.engine.market.StorageException;
import plumbline.engine.market.TimeRange;
import plumbline.engine.market.Timeframe;
import plumbline.storage.Stores;
import plumbline.storage.TestStores;
import plumbline.storage.backup.H2Backups;
import plumbline.storage.h2.H2Database;

class SchemaTest {
    @TempDir private Path home;

    @ParameterizedTest
    @EnumSource(Schema.class)
    void everyStepIsInTheListOnceAndInOrder(Schema schema) throws IOException {
        String folder = schema.name().toLowerCase(Locale.ROOT);
        Path files = Path.of("src/main/resources/plumbline/storage/migration", folder);
        try (Stream<Path> all = Files.list(files)) {
            List<String> names = all.map(file -> folder + "/" + file.getFileName()).toList();
            assertThat(schema.steps()).containsExactlyInAnyOrderElementsOf(names);
        }
        assertThat(schema.steps())
                .zipSatisfy(
                        IntStream.rangeClosed(1, schema.steps().size()).boxed().toList(),
                        (name, version) ->
                                assertThat(name).startsWith(folder + "/V" + version + "__"));
    }

    @Test
    void tablesOfANewerPlumblineAreRefusedAndLeftAlone() {
        TestStores.open(home).close();
        execute(
                "INSERT INTO \"flyway_schema_history\" VALUES (99, '7', 'from the future', 'SQL',"
                        + " 'V7__future.sql', 0, 'sa', CURRENT_TIMESTAMP, 0, TRUE)");

        assertThatThrownBy(() -> TestStores.open(home))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining(home.resolve("market.mv.db").toString())
                .hasMessageContaining("newer Plumbline")
                .hasMessageContaining(
                        "version 7, this Plumbline knows " + Schema.MARKET.steps().size())
                .hasMessageContaining("--home");

        execute("DELETE FROM \"flyway_schema_history\" WHERE \"version\" = '7'");
        TestStores.open(home).close();
    }

    /// The file was made by Plumbline 0.1.0, of 590 candles on both sides of a slot's border with a
    /// gap of ten, and of a backtest on them that wrote down the fingerprint of its data.
    @Test
    void aHomeOfTheFirstVersionOpensWithAllThatIsInIt() throws IOException {
        try (InputStream packed =
                        SchemaTest.class.getResourceAsStream(
                                "/plumbline/storage/market-version-1.mv.db.gz");
                InputStream in = new GZIPInputStream(packed)) {
            Files.copy(in, home.resolve("market.mv.db"));
        }
        SeriesKey key = new SeriesKey(MarketId.parse("test:OLD/USDT"), Timeframe.M1);

        try (Stores stores = TestStores.open(home)) {
            CandleRepository candles = stores.candles();
            String fingerprint = candles.load(key, TimeRange.ALL).fingerprint();

            assertThat(stores.runs().last().orElseThrow().result()).contains(fingerprint);
            assertThat(candles.verify(key, () -> false).faults())
                    .singleElement()
                    .satisfies(gap -> assertThat(gap.candles()).isEqualTo(10));
            assertThat(candles.coverage(key)).hasSize(1);
            assertThat(candles.sums(key)).extracting(SlotSum::candles).containsExactly(290, 300);
            // a write takes the old chunk up into a new one
            candles.upsert(key, candles.load(key, TimeRange.ALL).slice(0, 1), "again");
            assertThat(candles.fingerprint(key, TimeRange.ALL)).isEqualTo(fingerprint);
        }
        assertThat(H2Backups.folder(home))
                .isDirectoryContaining("glob:**before-version-*-market.zip");
    }

    /// The home above after the second version had opened it, with an entry in its audit log.
    @Test
    void aHomeOfTheSecondVersionOpensWithAllThatIsInIt() throws IOException {
        try (InputStream packed =
                        SchemaTest.class.getResourceAsStream(
                                "/plumbline/storage/home-version-2.zip");
                ZipInputStream in = new ZipInputStream(packed)) {
            for (ZipEntry next = in.getNextEntry(); next != null; next = in.getNextEntry()) {
                Files.copy(in, home.resolve(next.getName()));
            }
        }
        SeriesKey key = new SeriesKey(MarketId.parse("test:OLD/USDT"), Timeframe.M1);

        try (Stores stores = TestStores.open(home)) {
            assertThat(stores.facts().warnings()).isEmpty();
            assertThat(stores.recovery()).isEmpty();
            String fingerprint = stores.candles().load(key, TimeRange.ALL).fingerprint();
            assertThat(stores.runs().last().orElseThrow().result()).contains(fingerprint);
            assertThat(stores.audit().newest(1))
                    .singleElement()
                    .satisfies(entry -> assertThat(entry.detail()).isEqualTo("590 candles"));
        }
    }

    /// As after a kill, and as after a failure, in the middle of the first step.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "DELETE FROM \"flyway_schema_history\"",
                "UPDATE \"flyway_schema_history\" SET \"success\" = FALSE"
            })
    void aFirstStartThatWasBrokenOffIsTakenUpAgain(String state) {
        TestStores.open(home).close();
        execute("DROP TABLE candle_chunk");
        execute(state);

        try (Stores stores = TestStores.open(home)) {
            stores.candles().upsert(TestCandles.MINUTES, TestCandles.minutes(5, 1), "test");

            assertThat(stores.candles().list()).hasSize(1);
        }
    }

    private void execute(String sql) {
        try (H2Database database = H2Database.market(home)) {
            database.changeTables(
                    "prepare",
                    (connection, _, _, _) -> {
                        try (Statement statement = connection.createStatement()) {
                            statement.execute(sql);
                        }
                    });
        }
    }
}
