package plumbline.storage.timescale;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plumbline.storage.ServerAddress;
import plumbline.storage.transaction.Database;
import plumbline.storage.transaction.StoreThreads;
import plumbline.storage.transaction.TransactionRunner;
import plumbline.storage.transaction.TransactionWork;

/// A database on a PostgreSQL or TimescaleDB server, shared with others.
///
/// Threads: any thread; the calls block.
public final class ServerDatabase implements Database {
    private static final Logger LOG = LoggerFactory.getLogger(ServerDatabase.class);
    private static final int READERS = 2;

    private final ServerAddress address;
    private final ServerConnections connections;
    private final TransactionRunner reading;
    private final TransactionRunner writing;
    private final AtomicBoolean closed = new AtomicBoolean();

    /// Nothing is opened before the first call.
    public ServerDatabase(ServerAddress address) {
        this.address = address;
        this.connections = new ServerConnections(address);
        this.reading =
                new TransactionRunner(
                        connections,
                        new StoreThreads("server-reader", READERS),
                        Connection.TRANSACTION_REPEATABLE_READ);
        this.writing =
                new TransactionRunner(
                        connections,
                        new StoreThreads("server-writer", 1),
                        Connection.TRANSACTION_READ_COMMITTED);
    }

    public ServerAddress address() {
        return address;
    }

    /// Makes the tables use what the server can do, and says what that is.
    ///
    /// @throws plumbline.engine.market.StorageException if the server does not answer
    public ServerState setUp() {
        try {
            return TimescaleSetup.apply(connections);
        } catch (SQLException e) {
            throw connections.explain("look what " + name() + " can do", e);
        }
    }

    @Override
    public String name() {
        return address.place();
    }

    @Override
    public <T> T read(String doing, TransactionWork<T> work) {
        return reading.call(doing, work);
    }

    @Override
    public <T> T write(String doing, TransactionWork<T> work) {
        return writing.call(doing, work);
    }

    @Override
    public <T> T writeSoon(String doing, TransactionWork<T> work) {
        return writing.call(doing, work);
    }

    /// Does work of which every statement is a transaction of its own, such as the refreshing of an
    /// aggregate, which PostgreSQL allows only so.
    public <T> T maintain(String doing, TransactionWork<T> work) {
        return writing.call(
                doing,
                connection -> {
                    connection.commit();
                    connection.setAutoCommit(true);
                    try {
                        return work.on(connection);
                    } finally {
                        connection.setAutoCommit(false);
                    }
                });
    }

    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        try {
            reading.end(_ -> {});
            writing.end(_ -> {});
        } catch (SQLException e) {
            // all that was written is on the server
            LOG.warn("a connection to {} did not close in order", name(), e);
        }
    }
}
