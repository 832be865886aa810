package plumbline.storage.server;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/// A database of its own on a PostgreSQL that starts with the first one and ends with the virtual
/// machine.
public final class PostgresServer implements TestServer {
    private static final String USER = "postgres";
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final String database;

    private PostgresServer(String database) {
        this.database = database;
    }

    /// An empty database, made in 0.1 s; the first one takes 3 s.
    public static TestServer empty() throws SQLException {
        String system = System.getProperty("os.name") + " " + System.getProperty("os.arch");
        assumeTrue(
                system.equals("Linux amd64"),
                "no PostgreSQL for tests on " + system + ", only on Linux amd64");
        String database = "test_" + COUNT.incrementAndGet();
        execute("CREATE DATABASE " + database);
        return new PostgresServer(database);
    }

    @Override
    public String url() {
        return Running.SERVER.getJdbcUrl(USER, database);
    }

    @Override
    public String user() {
        return USER;
    }

    /// Anyone may connect.
    @Override
    public String password() {
        return "";
    }

    @Override
    public void close() throws SQLException {
        execute("DROP DATABASE " + database + " WITH (FORCE)");
    }

    private static void execute(String sql) throws SQLException {
        try (var connection = Running.SERVER.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static final class Running {
        static final EmbeddedPostgres SERVER = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder().setPGStartupWait(Duration.ofMinutes(1)).start();
            } catch (IOException e) {
                throw new UncheckedIOException("cannot start PostgreSQL", e);
            }
        }
    }
}
