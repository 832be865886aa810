package plumbline.storage.h2;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.h2.Driver;
import org.h2.api.ErrorCode;
import org.jspecify.annotations.Nullable;
import plumbline.engine.market.StorageException;
import plumbline.engine.text.ErrorText;
import plumbline.storage.transaction.ConnectionSource;

/// Opens connections to a database of a home folder.
///
/// The first process that opens it holds the file ([HostLock]) and serves the others over TCP,
/// bound to loopback and only for those who can read the home: they need the key in H2's lock file
/// and the passwords in [DatabaseKey].
final class H2Connections {
    private static final long PATIENCE = 30_000_000_000L;
    // long enough for another process to take over from one that was killed
    private static final long PATIENCE_WHEN_HELD = 6_000_000_000L;

    static {
        // both are read once by H2, so before its first class is loaded; without the first it
        // serves every interface, without the second a database can name any class to be run
        System.setProperty("h2.bindAddress", "127.0.0.1");
        System.setProperty(
                "h2.allowedClasses", "org.h2.server.TcpServer,plumbline.storage.h2.CandleFunction");
    }

    private final H2File file;
    private final Runnable whenLost;
    private volatile @Nullable String warning;

    /// @param whenLost closes the connections that are not in use: a database that H2 has closed
    ///   after a failure stays closed while there are any
    H2Connections(H2File file, Runnable whenLost) {
        this.file = file;
        this.whenLost = whenLost;
    }

    /// What the file had become other than it was when it was closed, found when it was opened.
    @Nullable String warning() {
        return warning;
    }

    /// Which process holds the database: another text when it is another one.
    String host() {
        return HostLock.isOurs(file) ? "this process" : HostAddress.key(file);
    }

    /// Waits until no other process opens the database or changes its tables.
    StartupLock turn() {
        return StartupLock.at(file.turn());
    }

    /// Connections for reading and writing rows.
    ConnectionSource user() {
        return new Source(false);
    }

    /// Connections for what needs an administrator: to flush, back up, close and make tables.
    ConnectionSource administrator() {
        return new Source(true);
    }

    DatabaseKey key() {
        if (file.access() == H2File.Access.LOOK && !DatabaseKey.isThere(file.home())) {
            throw WrongKeyException.lost(file);
        }
        return file.access() == H2File.Access.COPY ? DatabaseKey.NONE : DatabaseKey.of(file.home());
    }

    /// For an administrator's connections of this process.
    ///
    /// @throws SQLException if the process that holds the database is just starting or ending
    String administratorUrl() throws SQLException {
        return HostLock.isOurs(file) ? file.administratorUrl() : HostAddress.url(file);
    }

    private final class Source implements ConnectionSource {
        private final boolean administrator;

        Source(boolean administrator) {
            this.administrator = administrator;
        }

        /// @throws StorageException if this process is ending: H2 has closed the database by then,
        ///   and nobody would close it again; or if the file is not as it should be
        @Override
        public Connection open() throws SQLException {
            if (isEnding()) {
                throw new StorageException(
                        "cannot open " + file.path() + ": the program is ending");
            }
            if (file.isReadOnly()) {
                return connect(
                        file.administratorUrl(), DatabaseKey.ADMINISTRATOR, key().administrator());
            }
            try (StartupLock _ = turn()) {
                HostLock.Attempt host = HostLock.take(file);
                if (host == HostLock.Attempt.TAKEN) {
                    becomeHost();
                } else if (host == HostLock.Attempt.READERS) {
                    throw new BeingReadException(file);
                }
                if (administrator) {
                    String password = key().administrator();
                    return connect(administratorUrl(), DatabaseKey.ADMINISTRATOR, password);
                }
                String url =
                        host == HostLock.Attempt.OTHERS ? HostAddress.url(file) : file.userUrl();
                return connect(url, DatabaseKey.USER, key().user());
            }
        }

        @Override
        public boolean mayRepeatCommit() {
            return file.content() == H2File.Content.MARKET;
        }

        @Override
        public long patienceNanos(SQLException failure) {
            if (H2Errors.isHostLost(failure) || H2Errors.isHeld(failure) && HostLock.isOurs(file)) {
                whenLost.run();
            }
            if (failure instanceof BeingReadException) {
                return PATIENCE;
            }
            if (!H2Errors.isPassing(failure)) {
                return 0;
            }
            return H2Errors.isHeld(failure) ? PATIENCE_WHEN_HELD : PATIENCE;
        }

        @Override
        public StorageException explain(String doing, SQLException failure) {
            return H2Errors.explain(doing, file.path(), failure);
        }
    }

    private void becomeHost() throws SQLException {
        boolean open = false;
        try {
            // of a process that has gone: whoever answers there now must not be asked
            Files.deleteIfExists(file.address());
            OpeningCheck.Found found = new OpeningCheck(file).look();
            if (found.isLocked() && !DatabaseKey.isThere(file.home())) {
                throw WrongKeyException.lost(file);
            }
            warning = found.warning() == null ? warning : found.warning();
            if (found.isNew() && !Files.exists(file.making())) {
                Files.createFile(file.making(), OwnerOnly.file());
            }
            // before H2 writes: this process may be ended at any moment
            FileSums.forget(file);
            try (Connection connection = firstConnection(found)) {
                open = true;
                letUserIn(connection, found);
            }
            if (!found.isNew()) {
                Files.deleteIfExists(file.making());
            }
            for (Path own : file.all()) {
                OwnerOnly.file(own);
            }
        } catch (IOException e) {
            throw new StorageException("cannot open " + file.path() + ": " + ErrorText.of(e), e);
        } finally {
            if (!open) {
                release();
            }
        }
    }

    /// As administrator, because some settings of the database need one.
    private Connection firstConnection(OpeningCheck.Found found) throws SQLException {
        String password = found.isNew() || found.isLocked() ? key().administrator() : "";
        try {
            return connect(file.administratorUrl(), DatabaseKey.ADMINISTRATOR, password);
        } catch (SQLException e) {
            if (e.getErrorCode() != ErrorCode.WRONG_USER_OR_PASSWORD) {
                throw e;
            }
            throw WrongKeyException.other(file, e);
        }
    }

    /// Gives the home's passwords to a database that has none: a new one, one of an older version,
    /// or one from a backup.
    private void letUserIn(Connection connection, OpeningCheck.Found found) throws SQLException {
        if (found.isLocked()) {
            return;
        }
        DatabaseKey key = key();
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "ALTER USER "
                            + DatabaseKey.ADMINISTRATOR
                            + " SET PASSWORD '"
                            + key.administrator()
                            + "'");
            statement.execute(
                    "CREATE USER IF NOT EXISTS "
                            + DatabaseKey.USER
                            + " PASSWORD '"
                            + key.user()
                            + "'");
            statement.execute("GRANT ALL ON SCHEMA PUBLIC TO " + DatabaseKey.USER);
        }
    }

    /// Takes the passwords from a copy of a database of this home, so that another home can open
    /// it.
    void unlock(Path copy) throws SQLException {
        H2File copied = H2File.copy(copy, file.content());
        String url = "jdbc:h2:async:" + copy.resolveSibling(copied.name()) + ";DB_CLOSE_DELAY=0";
        try (Connection connection =
                        connect(url, DatabaseKey.ADMINISTRATOR, key().administrator());
                Statement statement = connection.createStatement()) {
            statement.execute("DROP USER IF EXISTS " + DatabaseKey.USER);
            statement.execute("ALTER USER " + DatabaseKey.ADMINISTRATOR + " SET PASSWORD ''");
            statement.execute("SHUTDOWN");
        }
    }

    /// This process has closed the database, or has not opened it.
    void release() {
        try {
            HostLock.release(file);
        } catch (IOException e) {
            throw new StorageException("cannot close " + file.host() + ": " + ErrorText.of(e), e);
        }
    }

    /// A connection that only looks, to a file that nobody has open.
    ///
    /// @param locked it has the passwords of its home
    static Connection look(H2File file, boolean locked) throws SQLException {
        if (locked && !DatabaseKey.isThere(file.home())) {
            throw WrongKeyException.lost(file);
        }
        String password = locked ? DatabaseKey.of(file.home()).administrator() : "";
        return connect(file.readOnly().administratorUrl(), DatabaseKey.ADMINISTRATOR, password);
    }

    private static Connection connect(String url, String user, String password)
            throws SQLException {
        Properties credentials = new Properties();
        credentials.setProperty("user", user);
        credentials.setProperty("password", password);
        Connection connection = new Driver().connect(url, credentials);
        if (connection == null) {
            throw new IllegalStateException("H2 does not know its own address " + url);
        }
        return connection;
    }

    /// Whether this process was told to end. H2 then closes what it has open, whoever else does.
    static boolean isEnding() {
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
    ///
    /// @param connection an administrator's: others see themselves only
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
