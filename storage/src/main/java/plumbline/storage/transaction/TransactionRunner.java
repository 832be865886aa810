package plumbline.storage.transaction;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plumbline.engine.market.StorageException;

/// One way of working on the database: reading or writing, on its own threads, with connections
/// that are kept from one piece of work to the next.
public final class TransactionRunner {
    private static final Logger LOG = LoggerFactory.getLogger(TransactionRunner.class);
    private static final long PAUSE = 50_000_000L;

    private final ConnectionSource connections;
    private final StoreThreads threads;
    private final int isolation;
    private final ConcurrentLinkedDeque<Connection> idle = new ConcurrentLinkedDeque<>();
    private final AtomicInteger open = new AtomicInteger();
    private volatile boolean ended;

    /// @param isolation of every transaction, as JDBC counts
    public TransactionRunner(ConnectionSource connections, StoreThreads threads, int isolation) {
        this.connections = connections;
        this.threads = threads;
        this.isolation = isolation;
    }

    /// Does `work` in one transaction on a thread of its own and waits for it.
    ///
    /// @param doing for messages, for example `store binance:BTC/USDT 1m`
    public <T> T call(String doing, TransactionWork<T> work) {
        return threads.call(() -> persistently(doing, work));
    }

    /// Again and again while what is in the way may pass.
    private <T> T persistently(String doing, TransactionWork<T> work) {
        long start = System.nanoTime();
        while (true) {
            try {
                return once(work);
            } catch (SQLException e) {
                long patience = connections.patienceNanos(e);
                if (System.nanoTime() - start >= patience) {
                    throw connections.explain(doing, e);
                }
                if (e instanceof CommitLostException && !connections.mayRepeatCommit()) {
                    throw new StorageException(
                            "cannot "
                                    + doing
                                    + ": the program that held the database ended while it was"
                                    + " written; it is not known whether it was, so look before"
                                    + " you do it again",
                            e);
                }
                LOG.debug("cannot {} now, trying again", doing, e);
            }
            LockSupport.parkNanos(PAUSE);
        }
    }

    private <T> T once(TransactionWork<T> work) throws SQLException {
        if (ended) {
            throw new StorageException("the store is closed");
        }
        Connection kept = idle.pollFirst();
        Connection connection = kept == null ? opened() : kept;
        try {
            T result = work.on(connection);
            commit(connection);
            idle.addFirst(connection);
            return result;
        } catch (SQLException | RuntimeException e) {
            // closing rolls back; what failed once is not used again
            discard(connection, e);
            throw e;
        }
    }

    private static void commit(Connection connection) throws SQLException {
        try {
            connection.commit();
        } catch (SQLException e) {
            throw new CommitLostException(e);
        }
    }

    private Connection opened() throws SQLException {
        Connection connection = connections.open();
        open.incrementAndGet();
        try {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(isolation);
            return connection;
        } catch (SQLException e) {
            discard(connection, e);
            throw e;
        }
    }

    private void discard(Connection connection, Exception because) {
        open.decrementAndGet();
        try {
            connection.close();
        } catch (SQLException e) {
            because.addSuppressed(e);
        }
    }

    /// How many connections are open.
    public int open() {
        return open.get();
    }

    /// Closes the connections that are not in use.
    public void closeIdle() throws SQLException {
        for (Connection next = idle.pollFirst(); next != null; next = idle.pollFirst()) {
            open.decrementAndGet();
            next.close();
        }
    }

    /// Finishes what was begun, then does the last work on an open connection, if there is one;
    /// takes nothing more. The connection is not used again.
    ///
    /// @throws SQLException if the last work fails; this runner has ended all the same
    public void end(LastWork last) throws SQLException {
        try {
            Optional<SQLException> failure = threads.call(() -> lastly(last));
            if (failure.isPresent()) {
                throw failure.get();
            }
        } finally {
            threads.end();
        }
    }

    private Optional<SQLException> lastly(LastWork last) {
        ended = true;
        Connection connection = idle.peekFirst();
        try {
            if (connection != null) {
                last.on(connection);
            }
            closeIdle();
            return Optional.empty();
        } catch (SQLException e) {
            return Optional.of(e);
        }
    }

    /// Finishes what was begun and takes nothing more; connections stay open.
    public void end() {
        threads.end();
    }

    /// What is done before connections are closed.
    @FunctionalInterface
    public interface LastWork {
        void on(Connection connection) throws SQLException;
    }
}
