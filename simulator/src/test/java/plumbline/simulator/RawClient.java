package plumbline.simulator;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/// A socket without a client around it: what came, byte by byte, and how it ended.
public final class RawClient implements AutoCloseable {
    private static final int PATIENCE_MS = 700;

    private final Socket socket;

    public RawClient(SimulatorServer server) throws IOException {
        socket = new Socket("127.0.0.1", server.venue("binance").getPort());
        socket.setSoTimeout(PATIENCE_MS);
    }

    /// What came.
    ///
    /// @param end how it ended: `closed`, `reset` or `open` (nothing more came for a while)
    public record Got(String head, byte[] body, String end, long elapsedMs) {
        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        public int length() {
            return Integer.parseInt(head.replaceFirst("(?s).*Content-Length: (\\d+).*", "$1"));
        }
    }

    /// Sends a request and reads until the end or until nothing comes.
    public Got get(String path, String... headers) throws IOException {
        StringBuilder request = new StringBuilder("GET /binance/api/v3/" + path + " HTTP/1.1\r\n");
        request.append("Host: 127.0.0.1\r\n");
        for (String header : headers) {
            request.append(header).append("\r\n");
        }
        return send(request.append("\r\n").toString());
    }

    public Got send(String text) throws IOException {
        long started = System.nanoTime();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        String end;
        try {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
            end = readAll(bytes);
        } catch (SocketException e) {
            end = "reset";
        }
        long elapsedMs = (System.nanoTime() - started) / 1_000_000;
        byte[] all = bytes.toByteArray();
        int split = new String(all, StandardCharsets.ISO_8859_1).indexOf("\r\n\r\n");
        if (split < 0) {
            return new Got("", all, end, elapsedMs);
        }
        byte[] body = java.util.Arrays.copyOfRange(all, split + 4, all.length);
        String head = new String(all, 0, split, StandardCharsets.ISO_8859_1);
        return new Got(head, body, end, elapsedMs);
    }

    private String readAll(ByteArrayOutputStream bytes) throws IOException {
        InputStream in = socket.getInputStream();
        byte[] buffer = new byte[8192];
        try {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                bytes.write(buffer, 0, n);
                // what comes behind the whole answer, if anything, comes at once
                socket.setSoTimeout(isWhole(bytes) ? PATIENCE_MS / 6 : PATIENCE_MS);
            }
            return "closed";
        } catch (SocketTimeoutException e) {
            return "open";
        }
    }

    private static boolean isWhole(ByteArrayOutputStream bytes) {
        String text = bytes.toString(StandardCharsets.ISO_8859_1);
        int split = text.indexOf("\r\n\r\n");
        return split >= 0
                && text.length() - split - 4
                        >= new Got(text.substring(0, split), new byte[0], "", 0).length();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
