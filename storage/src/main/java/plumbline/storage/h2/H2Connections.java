package plumbline.storage.h2;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.h2.Driver;
import plumbline.engine.market.StorageException;

/// Opens connections to the database of a home folder.
///
/// The first process that opens it holds the file and serves the others over TCP, bound to loopback
/// and only for those who can read the key in the lock file.
final class H2Connections {
    private static final String NAME = "market";
    static final String USER = "sa";
    static final String PASSWORD = "";

    static {
        // read once by H2, so before its first class is loaded; without it H2 serves every
        // interface
        System.setProperty("h2.bindAddress", "127.0.0.1");
    }

    private final Path home;
    private final String url;

    H2Connections(Path home) {
        this.home = home;
        // async: its channels survive an interrupt, should one ever reach them
        this.url =
                "jdbc:h2:async:"
                        + home.resolve(NAME)
                        + ";AUTO_SERVER=TRUE;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=5000"
                        + ";TRACE_LEVEL_FILE=0";
    }

    String url() {
        return url;
    }

    /// The database file; it exists once a connection was opened.
    Path file() {
        return home.resolve(NAME + ".mv.db");
    }

    /// Waits until no other process opens the database or changes its tables.
    OpeningTurn turn() {
        return OpeningTurn.at(home.resolve(NAME + ".opening"));
    }

    /// A new connection.
    ///
    /// @throws StorageException if this process is ending: H2 has closed the database by then, and
    ///   nobody would close it again; or if the end of the file is missing
    Connection open() throws SQLException {
        if (isEnding()) {
            throw new StorageException("cannot open " + file() + ": the program is ending");
        }
        try (OpeningTurn _ = turn()) {
            FileHead.check(file());
            return connect();
        }
    }

    private Connection connect() throws SQLException {
        Properties credentials = new Properties();
        credentials.setProperty("user", USER);
        credentials.setProperty("password", PASSWORD);
        Connection connection = new Driver().connect(url, credentials);
        if (connection == null) {
            throw new IllegalStateException("H2 does not know its own address " + url);
        }
        return connection;
    }

    private static boolean isEnding() {
        Thread probe = new Thread(() -> {});
        try {
            Runtime.getRuntime().addShutdownHook(probe);
            Runtime.getRuntime().removeShutdownHook(probe);
            return false;
        } catch (IllegalStateException e) {
            return true; // that is how the runtime says so, and it has no other way
        }
    }

    /// Whether it is this process that holds the file, and nobody has the database open but through
    /// `own` connections of it.
    static boolean isOnlyUser(Connection connection, int own) throws SQLException {
        String sql =
                "SELECT COUNT(*), COUNT(CASE WHEN session_id = SESSION_ID() AND client_addr IS NULL"
                        + " THEN 1 END) FROM information_schema.sessions";
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getInt(1) == own && row.getInt(2) == 1;
        }
    }
}
