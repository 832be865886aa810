package plumbline.storage.server;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/// An empty database, or an empty schema in one, on a real server; closing gives it back.
public interface TestServer extends AutoCloseable {
    /// `jdbc:postgresql://...`.
    String url();

    String user();

    String password();

    default Connection connect() throws SQLException {
        return DriverManager.getConnection(url(), user(), password());
    }

    @Override
    void close() throws SQLException;
}
