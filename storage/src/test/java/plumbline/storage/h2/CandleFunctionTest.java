package plumbline.storage.h2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.engine.contract.TestCandles;
import plumbline.engine.market.Candle;
import plumbline.engine.market.CandleSeries;
import plumbline.engine.market.LiveCandle;
import plumbline.storage.HomeSql;
import plumbline.storage.Stores;
import plumbline.storage.TestStores;

/// The candles of a home as rows, for people and their SQL.
class CandleFunctionTest {
    private static final int STORED = 10_000;
    private static final CandleSeries CANDLES = TestCandles.minutes(STORED + 1, 5);

    @TempDir private Path home;
    private Stores stores;

    @BeforeEach
    void store() {
        stores = TestStores.open(home);
        stores.candles().upsert(TestCandles.MINUTES, CANDLES.slice(0, STORED), "test");
        Candle last = CANDLES.candle(STORED);
        stores.candles().live(List.of(new LiveCandle(TestCandles.MINUTES, last, true)), "test");
    }

    @AfterEach
    void close() {
        stores.close();
    }

    private List<List<Object>> query(String sql) throws SQLException {
        List<List<Object>> rows = new ArrayList<>();
        try (Connection connection = HomeSql.connect(home, "market");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                List<Object> values = new ArrayList<>();
                for (int c = 1; c <= row.getMetaData().getColumnCount(); c++) {
                    values.add(row.getObject(c));
                }
                rows.add(values);
            }
        }
        return rows;
    }

    @Test
    void givesWhatIsInChunksAndWhatCameLast() throws SQLException {
        List<Object> row =
                query(
                                "SELECT count(*), max(high), min(low) FROM candles('test:BTC/USDT', '1m', NULL, NULL)")
                        .getFirst();

        double high = 0;
        double low = Double.MAX_VALUE;
        for (int i = 0; i < CANDLES.size(); i++) {
            high = Math.max(high, CANDLES.high()[i]);
            low = Math.min(low, CANDLES.low()[i]);
        }
        assertThat(row).containsExactly(STORED + 1L, high, low);
    }

    @Test
    void givesARangeInOrderOfTime() throws SQLException {
        Instant from = Instant.ofEpochMilli(CANDLES.openTime()[100]);
        Instant to = Instant.ofEpochMilli(CANDLES.openTime()[103]);

        List<List<Object>> rows =
                query(
                        "SELECT close FROM candles('test:BTC/USDT', '1m', TIMESTAMP WITH TIME ZONE '"
                                + from
                                + "', TIMESTAMP WITH TIME ZONE '"
                                + to
                                + "')");

        assertThat(rows)
                .containsExactly(
                        List.of(CANDLES.close()[100]),
                        List.of(CANDLES.close()[101]),
                        List.of(CANDLES.close()[102]));
    }

    @Test
    void hoursAreMadeBySql() throws SQLException {
        List<List<Object>> hours =
                query(
                        "SELECT date_trunc('HOUR', time) AS h, max(high) FROM candles('test:BTC/USDT',"
                                + " '1m', NULL, NULL) GROUP BY h ORDER BY h");

        assertThat(hours).hasSize(STORED / 60 + 1);
    }

    @Test
    void aSeriesThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> query("SELECT * FROM candles('test:NONE/USDT', '1m', NULL, NULL)"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("test:NONE/USDT");
    }
}
