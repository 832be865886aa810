package plumbline.storage.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plumbline.engine.market.Timeframe;
import plumbline.storage.server.TestServer;
import plumbline.storage.table.SeriesTable;

/// The tables of the shared store do what they say, on any server.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class PostgresTablesContract {
    private TestServer server;
    private Connection connection;

    abstract TestServer empty() throws SQLException;

    @BeforeAll
    void start() throws SQLException {
        server = empty();
        PostgresTables.make(server);
    }

    @AfterAll
    void end() throws SQLException {
        if (server != null) {
            server.close();
        }
    }

    @BeforeEach
    void connect() throws SQLException {
        connection = server.connect();
        connection.setAutoCommit(false);
    }

    @AfterEach
    void undo() throws SQLException {
        connection.rollback();
        connection.close();
    }

    @Test
    void whatIsMadeIsNotMadeAgain() throws SQLException {
        String steps =
                "SELECT string_agg(version || ' ' || checksum, ',') FROM flyway_schema_history";
        List<String> before = texts(steps);
        connection.commit();

        PostgresTables.make(server);

        assertThat(before).hasSize(1);
        assertThat(texts(steps)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10, 9, 9, 10, 1",
                "10, 11, 9, 12, 1",
                "8, 11, 9, 10, 1",
                "10, 11, 9, 8, 1",
                "0, 0, 0, 0, 1",
                "10, 11, 9, 10, -1"
            })
    void aCandleThatBreaksTheLawsIsOnlyKeptAsItCame(String numbers) throws SQLException {
        String values = " VALUES (1, 60, '2025-01-01 00:00+00', " + numbers + ")";

        execute("INSERT INTO candle_float" + values);

        assertThatThrownBy(() -> execute("INSERT INTO candle" + values))
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("23514"));
    }

    @Test
    void anEmptySpanIsNotCovered() {
        assertThatThrownBy(() ->
                        execute(
                                "INSERT INTO coverage VALUES (1, 60, 5, 5, 'test',"
                                        + " CURRENT_TIMESTAMP)"))
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("23514"));
    }

    @Test
    void theViewGivesNamesTimesInUtcAndNumbersAsTheyWereTraded() throws SQLException {
        execute("SET LOCAL TIME ZONE 'Asia/Tokyo'");
        execute("INSERT INTO market(market_id, market) VALUES (7, 'test:BTC/USDT')");
        execute(
                "INSERT INTO series(market_id, timeframe_s, source, candles, first_ms, last_ms,"
                        + " price_scale, volume_scale) VALUES (7, 60, '', 0, 0, 0, 2, 8)");
        execute(
                "INSERT INTO candle VALUES (7, 60, '2025-01-01 00:00+00', 9412301, 9412345,"
                        + " 9412299, 9412330, 123456789)");
        execute(
                "INSERT INTO candle_float VALUES (7, 3600, '2025-01-01 01:00+00', 0.1, 0.3, 0.1,"
                        + " 0.30000000000000004, 1e-300, FALSE)");

        assertThat(
                        texts(
                                "SELECT concat_ws(' ', market, timeframe, utc, open, high, low, close,"
                                        + " volume, closed) FROM candle_v WHERE market_id = 7 ORDER"
                                        + " BY utc"))
                .containsExactly(
                        "test:BTC/USDT 1m 2025-01-01 00:00:00 94123.01 94123.45 94122.99 94123.3"
                                + " 1.23456789 t",
                        "test:BTC/USDT 1h 2025-01-01 01:00:00 0.1 0.3 0.1 0.30000000000000004"
                                + " 1e-300 f");
    }

    @Test
    void theViewKnowsEveryTimeframe() throws SQLException {
        execute("INSERT INTO market(market_id, market) VALUES (7, 'test:BTC/USDT')");
        for (Timeframe timeframe : Timeframe.values()) {
            execute(
                    "INSERT INTO candle_float VALUES (7, "
                            + SeriesTable.seconds(timeframe)
                            + ", to_timestamp("
                            + timeframe.ordinal()
                            + "), 1, 1, 1, 1, 1)");
        }

        assertThat(texts("SELECT timeframe FROM candle_v WHERE market_id = 7 ORDER BY utc"))
                .containsExactlyElementsOf(
                        Arrays.stream(Timeframe.values()).map(Timeframe::code).toList());
    }

    @Test
    void aRunGoesWithItsResult() throws SQLException {
        execute("INSERT INTO backtest_run(run_id, created_at) VALUES ('a', now()), ('b', now())");
        execute("INSERT INTO backtest_result VALUES ('a', 0, 'x'), ('a', 1, 'y'), ('b', 0, 'z')");

        execute("DELETE FROM backtest_run WHERE run_id = 'a'");

        assertThat(texts("SELECT text FROM backtest_result")).containsExactly("z");
        assertThat(texts("SELECT saved FROM backtest_run")).hasSize(1);
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<String> texts(String sql) throws SQLException {
        List<String> all = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                all.add(row.getString(1));
            }
        }
        return all;
    }
}
