package plumbline.storage.h2;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
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
    private static final Logger LOG = LoggerFactory.getLogger(H2Database.class);
    private static final String TO_THE_FILE = "CHECKPOINT";
    private static final String TO_THE_DISK = "CHECKPOINT SYNC";
    private static final int READERS = Math.min(4, Runtime.getRuntime().availableProcessors());

    private final H2File file;
    private final @Nullable ReadLock lock;
    private final H2Connections connections;
    private final TransactionRunner reading;
    private final TransactionRunner writing;
    private final TransactionRunner ahead;
    private final TransactionRunner administration;
    private final AtomicBoolean closed = new AtomicBoolean();

    private H2Database(H2File file) {
        this(file, null);
    }

    private H2Database(H2File file, @Nullable ReadLock lock) {
        this.file = file;
        this.lock = lock;
        this.connections = new H2Connections(file, this::closeIdle);
        this.reading =
                new TransactionRunner(
                        connections.user(),
                        new StoreThreads(file.name() + "-reader", READERS),
                        Constants.TRANSACTION_SNAPSHOT);
        this.writing =
                new TransactionRunner(
                        connections.user(),
                        new StoreThreads(file.name() + "-writer", 1),
                        Connection.TRANSACTION_READ_COMMITTED);
        this.ahead =
                new TransactionRunner(
                        connections.user(),
                        new StoreThreads(file.name() + "-ahead", 1),
                        Connection.TRANSACTION_READ_COMMITTED);
        // a backup takes long, and what is written meanwhile is to reach the disk
        this.administration =
                new TransactionRunner(
                        connections.administrator(),
                        new StoreThreads(file.name() + "-administrator", 2),
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
            Files.deleteIfExists(file.written());
            Files.deleteIfExists(file.path());
        } catch (IOException e) {
            throw new StorageException("cannot remove " + file.path() + ": " + ErrorText.of(e), e);
        }
    }

    /// The database of candles and runs, which is looked at and stays as it is, byte for byte.
    /// Meanwhile nobody can write to it.
    ///
    /// @return empty if that cannot be: somebody writes to it, it was left by a crash, it is new
    /// @throws StorageException if it is damaged
    public static Optional<H2Database> marketToRead(Path home) {
        return toRead(H2File.market(home));
    }

    /// The same of the journal.
    public static Optional<H2Database> journalToRead(Path home) {
        return toRead(H2File.journal(home));
    }

    private static Optional<H2Database> toRead(H2File file) {
        return ReadLock.ifUnchanged(file).map(lock -> new H2Database(file.readOnly(), lock));
    }

    /// A copy of a database of candles without passwords that is only read, and stays as it is byte
    /// for byte.
    public static H2Database marketCopy(Path file) {
        return new H2Database(H2File.copy(file, H2File.Content.MARKET));
    }

    /// The same of a journal.
    public static H2Database journalCopy(Path file) {
        return new H2Database(H2File.copy(file, H2File.Content.JOURNAL));
    }

    /// Whether nothing can be written.
    public boolean isReadOnly() {
        return file.isReadOnly();
    }

    /// The database file.
    public Path file() {
        return file.path();
    }

    /// What the file had become other than it was left, found when it was opened.
    public Optional<String> warning() {
        return Optional.ofNullable(lock == null ? connections.warning() : lock.warning());
    }

    /// What changes tables.
    @FunctionalInterface
    public interface TableWork {
        /// @param url for connections of its own, as this user
        void on(Connection connection, String url, String user, String password)
                throws SQLException;
    }

    /// Changes tables, as administrator, while no other process does; afterwards there are tables,
    /// and a file without them is a damaged one.
    ///
    /// @param doing for messages
    public void changeTables(String doing, TableWork work) {
        administration.call(
                doing,
                connection -> {
                    try (StartupLock turn = connections.turn()) {
                        if (!turn.isHeld()) {
                            throw new StorageException(
                                    "cannot "
                                            + doing
                                            + ": another program is opening the same home and does"
                                            + " not come to an end; close it and try again");
                        }
                        work.on(
                                connection,
                                connections.administratorUrl(),
                                DatabaseKey.ADMINISTRATOR,
                                connections.key().administrator());
                        return true;
                    }
                });
        flush(doing, TO_THE_DISK);
        try {
            Files.deleteIfExists(file.making());
        } catch (IOException e) {
            throw new StorageException("cannot " + doing + ": " + ErrorText.of(e), e);
        }
    }

    /// Takes the passwords of this home from a copy of this database.
    ///
    /// @param copy a file that nobody has open
    public void unlock(Path copy) {
        administration.call(
                "copy " + name(),
                _ -> {
                    connections.unlock(copy);
                    return true;
                });
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
            if (folder != null && !Files.isDirectory(folder)) {
                OwnerOnly.folder(folder);
            }
        } catch (IOException e) {
            throw new StorageException("cannot back up " + name() + ": " + ErrorText.of(e), e);
        }
        administration.call(
                "back up " + name(),
                connection -> {
                    try (PreparedStatement backup = connection.prepareStatement("BACKUP TO ?")) {
                        backup.setString(1, zip.toString());
                        return backup.execute();
                    }
                });
    }

    @Override
    public String name() {
        return file.path().toString();
    }

    @Override
    public <T> T read(String doing, TransactionWork<T> work) {
        return reading.call(doing, work);
    }

    @Override
    public <T> T write(String doing, TransactionWork<T> work) {
        long[] number = new long[1];
        T result =
                flushed(
                        doing,
                        writing,
                        connection -> {
                            T done = work.on(connection);
                            number[0] = LastWrite.count(connection);
                            return done;
                        },
                        TO_THE_DISK);
        LastWrite.promise(file, number[0]);
        return result;
    }

    @Override
    public <T> T writeSoon(String doing, TransactionWork<T> work) {
        return writing.call(doing, work);
    }

    /// Does work in a transaction of its own that ends while that of a [#write] goes on; called
    /// from within one.
    <T> T writeAhead(String doing, TransactionWork<T> work) {
        // flushed between two transactions: H2 writes pages again that reached the file before
        // their transaction ended
        return flushed(doing, ahead, work, TO_THE_FILE);
    }

    private <T> T flushed(
            String doing, TransactionRunner runner, TransactionWork<T> work, String flush) {
        while (true) {
            String host = connections.host();
            T result = runner.call(doing, work);
            flush(doing, flush);
            if (host.equals(connections.host()) || file.content() == H2File.Content.JOURNAL) {
                return result;
            }
            // the process that held the file may have gone with what was committed; a journal
            // writes each commit at once
            LOG.debug("{} once more", doing);
        }
    }

    /// Brings what was committed to the file or the disk; again and again, but never the work
    /// itself.
    private void flush(String doing, String flush) {
        administration.call(
                doing,
                connection -> {
                    try (Statement statement = connection.createStatement()) {
                        return statement.execute(flush);
                    } catch (SQLException e) {
                        throw new NotFlushedException(e);
                    }
                });
    }

    /// Finishes what was begun and closes. While others use the database, here or in another
    /// process, it stays open for them; H2 closes it when this process ends, and they go on.
    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        try {
            List.of(reading, writing, ahead).forEach(TransactionRunner::end);
            closeIdle();
            requireConnectionToClose();
            administration.end(this::closeAll);
            if (lock != null) {
                lock.close();
            }
        } catch (SQLException | IOException e) {
            // all that was written is in the file; there is nothing that the caller could do
            LOG.warn("the store did not close in order", e);
        }
    }

    private void closeIdle() {
        for (TransactionRunner runner : List.of(reading, writing, ahead, administration)) {
            try {
                runner.closeIdle();
            } catch (SQLException e) {
                LOG.debug("a connection that was lost did not close in order", e);
            }
        }
    }

    /// What this process holds stays open until somebody closes it.
    private void requireConnectionToClose() {
        if (file.isReadOnly() || !HostLock.isOurs(file)) {
            return;
        }
        try {
            administration.call("close " + name(), _ -> true);
        } catch (StorageException e) {
            if (H2Connections.isEnding()) {
                LOG.debug("H2 closes the store, as the program is ending", e);
            } else {
                LOG.warn("the store was closed before, by a failure", e);
            }
            connections.release();
        }
    }

    private void closeAll(Connection connection) throws SQLException {
        if (file.isReadOnly()) {
            return;
        }
        // nobody begins to use it meanwhile
        try (StartupLock turn = connections.turn();
                Statement statement = connection.createStatement()) {
            if (!turn.isHeld() || !H2Connections.isOnlyUser(connection, administration.open())) {
                connection.commit();
                statement.execute(TO_THE_DISK);
                return;
            }
            String contents = Contents.of(connection);
            connection.commit();
            statement.execute("SHUTDOWN");
            if (!H2Connections.isEnding()) {
                // else H2 may be closing it too, and still be writing
                FileSums.write(file, contents);
            }
            connections.release();
        }
    }

    /// Keeps every other process and every other part of this one from opening the database until
    /// it is closed.
    ///
    /// @return empty if somebody has it open
    public static Optional<Closeable> reserveMarket(Path home) {
        H2File file = H2File.market(home);
        StartupLock turn = StartupLock.at(file.turn());
        if (HostLock.take(file) == HostLock.Attempt.TAKEN) {
            return Optional.of(() -> {
                HostLock.release(file);
                turn.close();
            });
        }
        turn.close();
        return Optional.empty();
    }
}
