package plumbline.storage.h2;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicBoolean;
import org.h2.engine.Constants;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plumbline.engine.market.StorageException;
import plumbline.engine.text.ErrorText;
import plumbline.storage.transaction.Database;
import plumbline.storage.transaction.StoreThreads;
import plumbline.storage.transaction.TransactionRunner;
import plumbline.storage.transaction.TransactionWork;

/// A database of a home folder, open until it is closed.
///
/// One thread writes, some read. A reader sees the database as it was when it began, whatever is
/// written meanwhile. What was written when [#write] returns survives the end of the process,
/// however that comes.
///
/// Threads: any thread; the calls block.
public final class H2Database implements Database {
    /// Who connects. The file is protected by the rights of its folder, not by a password.
    public static final String USER = H2Connections.USER;

    public static final String PASSWORD = H2Connections.PASSWORD;

    private static final Logger LOG = LoggerFactory.getLogger(H2Database.class);
    private static final int READERS = Math.min(4, Runtime.getRuntime().availableProcessors());

    private final H2File file;
    private final H2Connections connections;
    private final TransactionRunner reading;
    private final TransactionRunner writing;
    private final TransactionRunner ahead;
    private final AtomicBoolean closed = new AtomicBoolean();

    private H2Database(H2File file) {
        this.file = file;
        this.connections = new H2Connections(file);
        this.reading =
                new TransactionRunner(
                        connections,
                        new StoreThreads(file.name() + "-reader", READERS),
                        Constants.TRANSACTION_SNAPSHOT);
        this.writing =
                new TransactionRunner(
                        connections,
                        new StoreThreads(file.name() + "-writer", 1),
                        Connection.TRANSACTION_READ_COMMITTED);
        this.ahead =
                new TransactionRunner(
                        connections,
                        new StoreThreads(file.name() + "-ahead", 1),
                        Connection.TRANSACTION_READ_COMMITTED);
    }

    /// The database of candles and runs.
    ///
    /// @param home an existing folder that can be written to, absolute
    public static H2Database market(Path home) {
        return new H2Database(H2File.market(home));
    }

    /// The database of what cannot be had again: it is on the disk when a write returns, even if
    /// the power fails then.
    ///
    /// @param home an existing folder that can be written to, absolute
    public static H2Database journal(Path home) {
        return new H2Database(H2File.journal(home));
    }

    /// Copies of what a server keeps.
    ///
    /// @param home an existing folder that can be written to, absolute
    /// @param server a short name of the server for a file's name
    public static H2Database cache(Path home, String server) {
        return new H2Database(H2File.cache(home, server));
    }

    /// Throws away copies of what a server keeps; they are not open.
    public static void discardCache(Path home, String server) {
        H2File file = H2File.cache(home, server);
        try {
            Files.deleteIfExists(file.sums());
            Files.deleteIfExists(file.path());
        } catch (IOException e) {
            throw new StorageException("cannot remove " + file.path() + ": " + ErrorText.of(e), e);
        }
    }

    /// A database file that is only read, and stays as it is byte for byte.
    public static H2Database copy(Path file) {
        return new H2Database(H2File.copy(file));
    }

    /// The database file.
    public Path file() {
        return connections.file();
    }

    /// What the file had become other than it was when it was closed, found when it was opened;
    /// `null` if nothing.
    public FileSums.@Nullable Differences differences() {
        return connections.differences();
    }

    /// Where the database is, for JDBC.
    public String url() {
        return connections.url();
    }

    /// Copies the database as it is at this moment into a zip in the home's folder `backups`,
    /// unless there is such a copy already.
    ///
    /// @param why the first part of the copy's name
    public void backUp(String why) {
        Path copy = file.path().resolveSibling("backups").resolve(why + "-" + file.name() + ".zip");
        if (!Files.exists(copy)) {
            copyTo(copy);
        }
    }

    /// Copies the database as it is at this moment into a zip; the folder is made if there is none.
    public void copyTo(Path zip) {
        try {
            Path folder = zip.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
        } catch (IOException e) {
            throw new StorageException("cannot back up " + name() + ": " + ErrorText.of(e), e);
        }
        read(
                "back up " + name(),
                connection -> {
                    try (PreparedStatement backup = connection.prepareStatement("BACKUP TO ?")) {
                        backup.setString(1, zip.toString());
                        return backup.execute();
                    }
                });
    }

    /// Waits until no other process opens the database or changes its tables; that stays so until
    /// the turn is closed.
    public StartupLock turn() {
        return connections.turn();
    }

    @Override
    public String name() {
        return connections.file().toString();
    }

    @Override
    public <T> T read(String doing, TransactionWork<T> work) {
        return reading.call(doing, work);
    }

    @Override
    public <T> T write(String doing, TransactionWork<T> work) {
        return writing.call(doing, connection -> committed(connection, work));
    }

    @Override
    public <T> T writeSoon(String doing, TransactionWork<T> work) {
        return writing.call(doing, work);
    }

    /// Does work in a transaction of its own that ends while that of a [#write] goes on; called
    /// from within one.
    <T> T writeAhead(String doing, TransactionWork<T> work) {
        // flushed between two transactions: H2 writes pages again that reached the file before
        // their
        // transaction ended
        return ahead.call(doing, connection -> committed(connection, work));
    }

    private <T> T committed(Connection connection, TransactionWork<T> work) throws SQLException {
        T result = work.on(connection);
        connection.commit();
        flush(connection);
        return result;
    }

    private void flush(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(file.flush());
        } catch (SQLException e) {
            throw new NotFlushedException(e);
        }
    }

    /// Finishes what was begun and closes. While others use the database, here or in another
    /// process, it stays open for them; H2 closes it when this process ends, and they go on.
    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        reading.end();
        try {
            writing.end(this::closeAll);
            ahead.end();
            ahead.closeIdle();
            reading.closeIdle();
        } catch (SQLException e) {
            // all that was written is in the file; there is nothing that the caller could do
            LOG.warn("the store did not close in order", e);
        }
    }

    private void closeAll(Connection connection) throws SQLException {
        reading.closeIdle();
        ahead.closeIdle();
        if (file.isCopy()) {
            return;
        }
        boolean shutdown = H2Connections.isOnlyUser(connection, writing.open());
        connection.commit();
        try (Statement statement = connection.createStatement()) {
            if (shutdown) {
                try (StartupLock _ = turn()) {
                    statement.execute("SHUTDOWN");
                    FileSums.write(file);
                }
            } else {
                statement.execute("CHECKPOINT");
            }
        }
    }
}
