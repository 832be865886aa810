package plumbline.storage.server;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/// A schema of its own on a server that is named by `PLUMBLINE_TEST_STORE_URL`
/// (`jdbc:postgresql://host/database`), `PLUMBLINE_TEST_STORE_USER` and
/// `PLUMBLINE_TEST_STORE_PASSWORD`. Nothing else there is touched: the user needs the right to
/// create schemas, and the extension if it is to be used.
public final class ExternalServer implements TestServer {
    private static final String URL = "PLUMBLINE_TEST_STORE_URL";
    private static final String USER = "PLUMBLINE_TEST_STORE_USER";
    private static final String PASSWORD = "PLUMBLINE_TEST_STORE_PASSWORD";

    private final Map<String, String> environment;
    private final String schema;

    private ExternalServer(Map<String, String> environment, String schema) {
        this.environment = environment;
        this.schema = schema;
    }

    /// An empty schema; the functions of an extension are found in `public`.
    public static TestServer empty() throws SQLException {
        return empty(System.getenv());
    }

    /// An empty schema on another server of the tests, as if it were named.
    public static TestServer in(TestServer server) throws SQLException {
        return empty(Map.of(URL, server.url(), USER, server.user(), PASSWORD, server.password()));
    }

    private static TestServer empty(Map<String, String> environment) throws SQLException {
        assumeTrue(
                environment.containsKey(URL),
                "no server is named: set " + URL + ", " + USER + " and " + PASSWORD);
        byte[] random = new byte[6];
        ThreadLocalRandom.current().nextBytes(random);
        ExternalServer server =
                new ExternalServer(
                        environment, "plumbline_test_" + HexFormat.of().formatHex(random));
        server.execute("CREATE SCHEMA " + server.schema);
        return server;
    }

    @Override
    public String url() {
        String base = base();
        return base + (base.contains("?") ? '&' : '?') + "currentSchema=" + schema + ",public";
    }

    private String base() {
        return environment.getOrDefault(URL, "");
    }

    @Override
    public String user() {
        return environment.getOrDefault(USER, "");
    }

    @Override
    public String password() {
        return environment.getOrDefault(PASSWORD, "");
    }

    @Override
    public void close() throws SQLException {
        execute("DROP SCHEMA " + schema + " CASCADE");
    }

    private void execute(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(base(), user(), password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
