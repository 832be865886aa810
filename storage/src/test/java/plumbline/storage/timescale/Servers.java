package plumbline.storage.timescale;

import java.nio.file.Path;
import java.sql.SQLException;
import plumbline.storage.ServerAddress;
import plumbline.storage.Stores;
import plumbline.storage.server.TestServer;

/// Stores on servers for tests.
final class Servers {
    private Servers() {}

    static Stores open(Path home, TestServer server) {
        return Stores.open(home, new ServerAddress(server.url(), server.user(), server.password()));
    }

    /// Empties the tables: making them takes longer than most tests.
    static void clean(TestServer server) throws SQLException {
        execute(
                server,
                "TRUNCATE candle, candle_float, slot, coverage, data_issue, series, market,"
                        + " backtest_run, backtest_result, funding_rate");
    }

    static void execute(TestServer server, String sql) throws SQLException {
        try (var connection = server.connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
