package plumbline.storage.h2;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.util.Properties;
import org.h2.engine.Constants;
import org.h2.engine.SessionRemote;
import org.h2.value.Transfer;
import plumbline.engine.market.StorageException;

/// Whether the process that has a database open answers. It lives, as [HostLock] tells, so its
/// address is its own; but it may have been stopped, and H2 would wait for it without end.
final class HostAnswer {
    private static final int PATIENCE_MS = 5_000;

    private HostAnswer() {}

    /// @throws StorageException if it does not answer within some seconds
    static void require(H2File file) {
        Properties address = new Properties();
        try (InputStream in = Files.newInputStream(file.address())) {
            address.load(in);
        } catch (IOException | IllegalArgumentException e) {
            return; // it is just starting or ending: H2 says so, and it is tried again
        }
        String server = address.getProperty("server", "");
        int colon = server.lastIndexOf(':');
        if (colon < 0) {
            return;
        }
        try (Socket socket = new Socket()) {
            socket.setSoTimeout(PATIENCE_MS);
            int port = Integer.parseInt(server.substring(colon + 1));
            socket.connect(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MS);
            ask(socket, address.getProperty("id", ""));
        } catch (java.net.SocketTimeoutException e) {
            throw new StorageException(
                    "the program that has "
                            + file.path()
                            + " open does not answer; wait for it, or end it, and try again",
                    e);
        } catch (IOException | NumberFormatException e) {
            // it has just ended: H2 says so, and it is tried again
            return;
        }
    }

    private static void ask(Socket socket, String key) throws IOException {
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
