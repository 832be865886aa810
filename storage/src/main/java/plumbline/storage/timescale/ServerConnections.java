package plumbline.storage.timescale;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.postgresql.Driver;
import plumbline.engine.market.StorageException;
import plumbline.storage.ServerAddress;
import plumbline.storage.transaction.ConnectionSource;

/// Opens connections to a server.
final class ServerConnections implements ConnectionSource {
    private static final long PATIENCE = 5_000_000_000L;

    private final ServerAddress address;

    ServerConnections(ServerAddress address) {
        this.address = address;
    }

    @Override
    public Connection open() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", address.user());
        properties.setProperty("password", address.password());
        properties.setProperty("ApplicationName", "Plumbline");
        properties.setProperty("connectTimeout", "10");
        properties.setProperty("tcpKeepAlive", "true");
        Connection connection = new Driver().connect(address.url(), properties);
        if (connection == null) {
            throw new IllegalStateException("PostgreSQL's driver refuses " + address.place());
        }
        return connection;
    }

    /// Candles, runs and faults: the same again changes nothing.
    @Override
    public boolean mayRepeatCommit() {
        return true;
    }

    @Override
    public long patienceNanos(SQLException failure) {
        return ServerFaults.isPassing(failure) ? PATIENCE : 0;
    }

    @Override
    public StorageException explain(String doing, SQLException failure) {
        return ServerFaults.explain(doing, address.place(), failure);
    }
}
