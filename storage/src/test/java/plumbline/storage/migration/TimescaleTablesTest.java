package plumbline.storage.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import plumbline.storage.server.TestServer;
import plumbline.storage.server.TimescaleServer;

/// Where the extension was in use before the tables were made.
class TimescaleTablesTest extends PostgresTablesContract {
    @Override
    TestServer empty() throws SQLException {
        TestServer server = TimescaleServer.empty();
        try (Connection connection = server.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE EXTENSION timescaledb");
        }
        return server;
    }
}
