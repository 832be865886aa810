package plumbline.storage.h2;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.h2.Driver;
import org.jspecify.annotations.Nullable;
import plumbline.engine.market.StorageException;
import plumbline.storage.transaction.ConnectionSource;

/// Opens connections to a database of a home folder.
///
/// The first process that opens it holds the file and serves the others over TCP, bound to loopback
/// and only for those who can read the key in the lock file.
final class H2Connections implements ConnectionSource {
    static final String USER = "sa";
    static final String PASSWORD = "";

    private static final long PATIENCE = 30_000_000_000L;
    // long enough for another process to take over from one that was killed
    private static final long PATIENCE_WHEN_HELD = 6_000_000_000L;

    static {
        // read once by H2, so before its first class is loaded; without it H2 serves every
        // interface
        System.setProperty("h2.bindAddress", "127.0.0.1");
    }

    private final H2File file;
    private volatile FileSums.@Nullable Differences differences;

    H2Connections(H2File file) {
        this.file = file;
    }

    String url() {
        return file.url();
    }

    /// The database file; it exists once a connection was opened.
    Path file() {
        return file.path();
    }

    /// What the file had become other than it was when it was closed, found when it was opened.
    FileSums.@Nullable Differences differences() {
        return differences;
    }

    /// Waits until no other process opens the database or changes its tables.
    StartupLock turn() {
        return StartupLock.at(file.turn());
    }

    /// A new connection.
    ///
    /// @throws StorageException if this process is ending: H2 has closed the database by then, and
    ///   nobody would close it again; or if the end of the file is missing
    @Override
    public Connection open() throws SQLException {
        if (isEnding()) {
            throw new StorageException("cannot open " + file() + ": the program is ending");
        }
        if (file.isCopy()) {
            return connect();
        }
        try (StartupLock _ = turn()) {
            TruncationCheck.check(file());
            FileSums.Differences found = FileSums.check(file);
            differences = found == null ? differences : found;
            return connect();
        }
    }

    @Override
    public long patienceNanos(SQLException failure) {
        if (!H2Errors.isPassing(failure)) {
            return 0;
        }
        return H2Errors.isHeld(failure) ? PATIENCE_WHEN_HELD : PATIENCE;
    }

    @Override
    public StorageException explain(String doing, SQLException failure) {
        return H2Errors.explain(doing, file(), failure);
    }

    private Connection connect() throws SQLException {
        Properties credentials = new Properties();
        credentials.setProperty("user", USER);
        credentials.setProperty("password", PASSWORD);
        Connection connection = new Driver().connect(file.url(), credentials);
        if (connection == null) {
            throw new IllegalStateException("H2 does not know its own address " + file.url());
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
