package plumbline.storage.timescale;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.engine.contract.TestCandles;
import plumbline.engine.market.CandleRepository;
import plumbline.engine.market.CandleRepository.UpsertResult;
import plumbline.engine.market.CandleSeries;
import plumbline.engine.market.SeriesKey;
import plumbline.engine.market.SeriesVerdict;
import plumbline.engine.market.TimeRange;
import plumbline.storage.Stores;
import plumbline.storage.codec.RandomWalk;
import plumbline.storage.server.TestServer;
import plumbline.storage.server.TimescaleServer;

/// What TimescaleDB has compressed is written to and read like everything else.
class CompressedCandlesTest {
    private static final SeriesKey KEY = TestCandles.MINUTES;
    private static final int CANDLES = 20_000;

    @TempDir private Path home;
    private TestServer server;
    private Stores stores;
    private final CandleSeries candles = decimals();

    private static CandleSeries decimals() {
        RandomWalk walk = new RandomWalk(CANDLES, 9);
        double[][] v = walk.values;
        return CandleSeries.of(walk.time, v[0], v[1], v[2], v[3], v[4]);
    }

    @BeforeEach
    void compress() throws SQLException {
        server = TimescaleServer.empty();
        stores = Servers.open(home, server);
        stores.candles().upsert(KEY, candles, "test");
        execute("SELECT compress_chunk(c) FROM show_chunks('candle') c");
        assertThat(
                        text(
                                "SELECT count(*) FROM timescaledb_information.chunks WHERE NOT is_compressed AND hypertable_name = 'candle'"))
                .isEqualTo("0");
    }

    @AfterEach
    void close() throws SQLException {
        try (TestServer _ = server) {
            if (stores != null) {
                stores.close();
            }
        }
    }

    private void execute(String sql) throws SQLException {
        Servers.execute(server, sql);
    }

    private String text(String sql) throws SQLException {
        try (Connection connection = server.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private CandleSeries load() {
        return stores.candles().load(KEY, TimeRange.ALL);
    }

    /// One candle with another close.
    private CandleSeries corrected(int i) {
        double close = candles.high()[i];
        return CandleSeries.builder(1)
                .add(
                        candles.openTime()[i],
                        candles.open()[i],
                        candles.high()[i],
                        candles.low()[i],
                        close,
                        candles.volume()[i])
                .build();
    }

    @Test
    void areReadBitForBit() {
        assertThat(load().fingerprint()).isEqualTo(candles.fingerprint());
    }

    @Test
    void areReplaced() {
        UpsertResult result = stores.candles().upsert(KEY, corrected(5_000), "correction");

        assertThat(result).isEqualTo(new UpsertResult(0, 1, 0));
        CandleSeries now = load();
        assertThat(now.size()).isEqualTo(CANDLES);
        assertThat(now.close()[5_000]).isEqualTo(candles.high()[5_000]);
        SeriesVerdict verdict = stores.candles().verify(KEY, () -> false);
        assertThat(verdict.faults()).noneMatch(f -> !f.kind().name().equals("GAP"));
    }

    @Test
    void theHourOfACandleThatWasReplacedIsMadeAgain() throws SQLException {
        int i = 5_000;
        while (candles.openTime()[i] % 3_600_000 != 3_540_000) {
            i++;
        }
        String at = ServerTime.literal(candles.openTime()[i] - 3_540_000);
        String close =
                "SELECT c / power(10::float8, (SELECT price_scale FROM series)) FROM candle_1h WHERE ts = "
                        + at;
        assertThat(Double.parseDouble(text(close))).isEqualTo(candles.close()[i]);

        stores.candles().upsert(KEY, corrected(i), "correction");

        assertThat(Double.parseDouble(text(close))).isEqualTo(candles.high()[i]);
    }

    @Test
    void areKeptBitForBitInAFinerScale() throws SQLException {
        assertThat(text("SELECT price_scale || ' ' || volume_scale FROM series")).isEqualTo("2 5");
        CandleSeries finer =
                CandleSeries.builder(1)
                        .add(candles.lastOpenMs() + 60_000, 1.00000001, 1.5, 0.5, 1.2, 1e-8)
                        .build();

        stores.candles().upsert(KEY, finer, "finer");

        assertThat(text("SELECT price_scale || ' ' || volume_scale FROM series")).isEqualTo("8 8");
        assertThat(load().slice(0, CANDLES).fingerprint()).isEqualTo(candles.fingerprint());
        assertThat(load().open()[CANDLES]).isEqualTo(1.00000001);
    }

    @Test
    void areKeptBitForBitBesideNumbersThatAreNotDecimal() throws SQLException {
        CandleSeries binary =
                CandleSeries.builder(1)
                        .add(candles.lastOpenMs() + 60_000, 1 / 3.0, 0.5, 0.25, 0.3, Math.PI)
                        .build();

        stores.candles().upsert(KEY, binary, "other");

        assertThat(text("SELECT count(*) FROM candle")).isEqualTo("0");
        assertThat(load().slice(0, CANDLES).fingerprint()).isEqualTo(candles.fingerprint());
        assertThat(load().open()[CANDLES]).isEqualTo(1 / 3.0);
    }

    /// Rows that vanish behind the back of the store are not read; the copies in the home are.
    @Test
    void aSecondReadAsksForSumsOnly() throws SQLException {
        assertThat(load().size()).isEqualTo(CANDLES);
        execute("DELETE FROM candle");

        assertThat(load().fingerprint()).isEqualTo(candles.fingerprint());
        SeriesVerdict verdict = stores.candles().verify(KEY, () -> false);
        assertThat(verdict.faults()).isNotEmpty();
    }

    @Test
    void whatAnotherChangedIsReadAnew() {
        CandleRepository mine = stores.candles();
        assertThat(mine.load(KEY, TimeRange.ALL).close()[7]).isEqualTo(candles.close()[7]);
        try (Stores other = Servers.open(home.resolve("other"), server)) {
            other.candles().upsert(KEY, corrected(7), "other");
        }

        assertThat(mine.load(KEY, TimeRange.ALL).close()[7]).isEqualTo(candles.high()[7]);
    }
}
