package plumbline.storage.h2;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.engine.contract.TestCandles;
import plumbline.engine.market.CandleSeries;
import plumbline.engine.market.LiveCandle;
import plumbline.engine.market.SeriesCheck.Fault;
import plumbline.engine.market.SeriesCheck.Kind;
import plumbline.engine.market.TimeRange;
import plumbline.storage.HomeSql;
import plumbline.storage.Stores;
import plumbline.storage.TestStores;

/// Damaged chunks and rows: named, put aside as they are, and had again.
class DamageRepairTest {
    private static final int STORED = 20_000;
    private static final int ALL = STORED + 50;
    private static final CandleSeries CANDLES = TestCandles.minutes(ALL, 8);

    @TempDir private Path home;
    private Stores stores;

    @BeforeEach
    void store() {
        stores = TestStores.open(home);
        stores.candles().upsert(TestCandles.MINUTES, CANDLES.slice(0, STORED), "test");
        stores.candles()
                .live(
                        IntStream.range(STORED, ALL)
                                .mapToObj(i ->
                                        new LiveCandle(
                                                TestCandles.MINUTES, CANDLES.candle(i), true))
                                .toList(),
                        "test");
    }

    @AfterEach
    void close() {
        stores.close();
    }

    private long sql(String sql) throws SQLException {
        try (Connection connection = HomeSql.connect(home, "market");
                Statement statement = connection.createStatement()) {
            if (!statement.execute(sql)) {
                return statement.getUpdateCount();
            }
            try (ResultSet row = statement.getResultSet()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private List<Fault> damaged() {
        return stores.candles().verify(TestCandles.MINUTES, () -> false).faults().stream()
                .filter(f -> f.kind() == Kind.DAMAGED)
                .toList();
    }

    @Test
    void rowsOfTheTailArePutAsideAsTheyAre() throws SQLException {
        long first = CANDLES.openTime()[STORED + 10];
        long second = CANDLES.openTime()[STORED + 20];
        sql(
                "UPDATE candle_tail SET close = 12345 WHERE time_ms IN (%d, %d)"
                        .formatted(first, second));
        assertThat(damaged()).extracting(Fault::fromMs).containsExactly(first);

        List<TimeRange> gone = stores.candles().putAside(TestCandles.MINUTES);

        assertThat(gone)
                .containsExactly(
                        new TimeRange(first, first + 1), new TimeRange(second, second + 1));
        assertThat(sql("SELECT COUNT(*) FROM tail_aside WHERE close = 12345")).isEqualTo(2);
        assertThat(damaged()).isEmpty();
        assertThat(stores.candles().load(TestCandles.MINUTES, TimeRange.ALL).size())
                .isEqualTo(ALL - 2);
    }

    @Test
    void aChunkIsPutAsideAndHadAgain() throws SQLException {
        long slot = Math.floorDiv(CANDLES.openTime()[10_000], 8192L * 60_000);
        sql("UPDATE candle_chunk SET highest = highest + 1 WHERE slot = " + slot);

        List<TimeRange> gone = stores.candles().putAside(TestCandles.MINUTES);

        assertThat(gone).hasSize(1);
        assertThat(sql("SELECT COUNT(*) FROM chunk_aside WHERE slot = " + slot)).isEqualTo(1);
        assertThat(stores.candles().load(TestCandles.MINUTES, gone.getFirst()).isEmpty()).isTrue();

        stores.candles().upsert(TestCandles.MINUTES, CANDLES, "test");
        assertThat(stores.candles().fingerprint(TestCandles.MINUTES, TimeRange.ALL))
                .isEqualTo(CANDLES.fingerprint());
    }

    @Test
    void aChunkWhoseCodecIsDamagedIsDamaged() throws SQLException {
        sql("UPDATE candle_chunk SET codec = 9 WHERE slot = (SELECT MAX(slot) FROM candle_chunk)");

        assertThat(damaged()).extracting(Fault::text).containsExactly("wrong checksum");
        assertThat(stores.candles().putAside(TestCandles.MINUTES)).hasSize(1);
    }
}
