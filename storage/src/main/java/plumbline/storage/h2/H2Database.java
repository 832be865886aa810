package plumbline.storage.h2;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicBoolean;
import org.h2.engine.Constants;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The database of one home folder, open until it is closed.
///
/// One thread writes, some read. A reader sees the database as it was when it began, whatever is
/// written meanwhile. What was written when [#write] returns survives the end of the process,
/// however that comes.
///
/// Threads: any thread; the calls block.
public final class H2Database implements AutoCloseable {
    /// Who connects. The file is protected by the rights of its folder, not by a password.
    public static final String USER = H2Connections.USER;

    public static final String PASSWORD = H2Connections.PASSWORD;

    private static final Logger LOG = LoggerFactory.getLogger(H2Database.class);
    private static final int READERS = Math.min(4, Runtime.getRuntime().availableProcessors());

    private final H2Connections connections;
    private final Lane reading;
    private final Lane writing;
    private final AtomicBoolean closed = new AtomicBoolean();

    private H2Database(H2Connections connections) {
        this.connections = connections;
        this.reading =
                new Lane(
                        connections,
                        new StoreThreads("store-reader", READERS),
                        Constants.TRANSACTION_SNAPSHOT);
        this.writing =
                new Lane(
                        connections,
                        new StoreThreads("store-writer", 1),
                        Connection.TRANSACTION_READ_COMMITTED);
    }

    /// @param home an existing folder that can be written to, absolute
    public static H2Database open(Path home) {
        return new H2Database(new H2Connections(home));
    }

    /// The database file.
    public Path file() {
        return connections.file();
    }

    /// Where the database is, for JDBC.
    public String url() {
        return connections.url();
    }

    /// Waits until no other process opens the database or changes its tables; that stays so until
    /// the turn is closed.
    public OpeningTurn turn() {
        return connections.turn();
    }

    /// Does work that changes nothing.
    ///
    /// @param doing for messages, for example `load binance:BTC/USDT 1m`
    /// @throws plumbline.engine.market.StorageException if it cannot be done
    public <T> T read(String doing, Work<T> work) {
        return reading.call(doing, work);
    }

    /// Does work in one transaction: all of it, or nothing.
    ///
    /// @param doing for messages, for example `store binance:BTC/USDT 1m`
    /// @throws plumbline.engine.market.StorageException if it cannot be done; nothing was changed
    ///   then
    public <T> T write(String doing, Work<T> work) {
        return writing.call(
                doing,
                connection -> {
                    T result = work.on(connection);
                    connection.commit();
                    flush(connection);
                    return result;
                });
    }

    private static void flush(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CHECKPOINT");
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
        } catch (SQLException e) {
            // all that was written is in the file; there is nothing that the caller could do
            LOG.warn("the store did not close in order", e);
        }
    }

    private void closeAll(Connection connection) throws SQLException {
        reading.closeIdle();
        boolean shutdown = H2Connections.isOnlyUser(connection, writing.open());
        connection.commit();
        try (Statement statement = connection.createStatement()) {
            statement.execute(shutdown ? "SHUTDOWN" : "CHECKPOINT");
        }
    }
}
