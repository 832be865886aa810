package plumbline.storage.h2;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.Properties;
import org.h2.api.ErrorCode;
import org.h2.engine.Constants;
import org.h2.engine.SessionRemote;
import org.h2.value.Transfer;
import plumbline.engine.market.StorageException;

/// Where the process that has a database open serves it to others. It lives, as [HostLock] tells,
/// so its address is its own.
final class HostAddress {
    private static final int PATIENCE_MS = 5_000;

    private HostAddress() {}

    /// The address for JDBC, after its owner has answered: H2 would wait without end for one that
    /// was stopped.
    ///
    /// @throws StorageException if it does not answer within some seconds
    /// @throws SQLException if it is just starting or ending: it is to be tried again
    static String url(H2File file) throws SQLException {
        Properties address = new Properties();
        try (InputStream in = Files.newInputStream(file.address())) {
            address.load(in);
            String server = address.getProperty("server", "");
            int port = Integer.parseInt(server.substring(server.lastIndexOf(':') + 1));
            String key = address.getProperty("id", "");
            ask(port, key);
            return "jdbc:h2:tcp://127.0.0.1:" + port + "/" + key;
        } catch (SocketTimeoutException e) {
            throw new StorageException(
                    "the program that has "
                            + file.path()
                            + " open does not answer; wait for it, or end it, and try again",
                    e);
        } catch (IOException | IllegalArgumentException e) {
            throw new SQLException(
                    "the program that has " + file.path() + " open is just starting or ending",
                    null,
                    ErrorCode.DATABASE_IS_IN_EXCLUSIVE_MODE,
                    e);
        }
    }

    /// What the process that serves the database has chosen for itself; empty if there is none.
    static String key(H2File file) {
        Properties address = new Properties();
        try (InputStream in = Files.newInputStream(file.address())) {
            address.load(in);
            return address.getProperty("id", "");
        } catch (IOException | IllegalArgumentException e) {
            return ""; // just starting or ending
        }
    }

    private static void ask(int port, String key) throws IOException {
        try (Socket socket = new Socket()) {
            socket.setSoTimeout(PATIENCE_MS);
            socket.connect(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MS);
            Transfer transfer = new Transfer(null, socket);
            transfer.init();
            transfer.writeInt(Constants.TCP_PROTOCOL_VERSION_MIN_SUPPORTED);
            transfer.writeInt(Constants.TCP_PROTOCOL_VERSION_MAX_SUPPORTED);
            transfer.writeString(null);
            transfer.writeString(null);
            transfer.writeString(key);
            transfer.writeInt(SessionRemote.SESSION_CHECK_KEY);
            transfer.flush();
            transfer.readInt();
        }
    }
}
