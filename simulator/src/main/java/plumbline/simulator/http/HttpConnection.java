package plumbline.simulator.http;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/// One connection of a client: reads its requests, and writes answers whole or as bytes.
///
/// Threads: that of the connection; [#close] and [#reset] from any.
public final class HttpConnection implements AutoCloseable {
    private static final int BUFFER = 1 << 14;

    /// Shorter ones would not get smaller.
    private static final int WORTH_PACKING = 200;

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private boolean keptOpen = true;

    HttpConnection(Socket socket) throws IOException {
        this.socket = socket;
        socket.setTcpNoDelay(true);
        this.in = new BufferedInputStream(socket.getInputStream(), BUFFER);
        this.out = socket.getOutputStream();
    }

    /// Reads and answers until either side ends the connection.
    void serve(HttpHandler handler) throws IOException, InterruptedException {
        RequestReader reader = new RequestReader(in);
        try {
            while (keptOpen) {
                HttpRequest request = reader.next();
                if (request == null) {
                    return;
                }
                handler.handle(request, this);
                keptOpen &= !request.closes();
            }
        } catch (BadRequestException e) {
            String message = "{\"code\":-1000,\"msg\":\"The request could not be read.\"}";
            send(HttpResponse.json(e.status(), message), false);
        }
    }

    /// Sends an answer as it should be.
    ///
    /// @param gzip whether the client takes it packed
    public void send(HttpResponse response, boolean gzip) throws IOException {
        boolean packed = gzip && response.body().length > WORTH_PACKING;
        byte[] body = packed ? packed(response.body()) : response.body();
        sendHead(response, packed ? "gzip" : null, body.length);
        sendBytes(body);
    }

    /// Sends status and headers, the length among them, of an answer whose body follows as bytes.
    public void sendHead(HttpResponse response, @Nullable String encoding, long length)
            throws IOException {
        StringBuilder head = new StringBuilder(256);
        head.append("HTTP/1.1 ")
                .append(response.status())
                .append(' ')
                .append(HttpResponse.phrase(response.status()))
                .append("\r\n");
        for (HttpResponse.Header header : response.headers()) {
            head.append(header.name()).append(": ").append(header.value()).append("\r\n");
        }
        if (encoding != null) {
            head.append("Content-Encoding: ").append(encoding).append("\r\n");
        }
        head.append("Content-Length: ").append(length).append("\r\n\r\n");
        sendBytes(head.toString().getBytes(StandardCharsets.UTF_8));
    }

    /// Sends bytes as they are.
    public void sendBytes(byte[] bytes) throws IOException {
        out.write(bytes);
    }

    /// No further request is read: what was sent does not end where it says.
    public void end() {
        keptOpen = false;
    }

    /// Waits until the client closes, and reads and forgets what it sends meanwhile.
    public void awaitClientClose() throws IOException {
        keptOpen = false;
        byte[] ignored = new byte[BUFFER];
        int read = in.read(ignored);
        while (read >= 0) {
            read = in.read(ignored);
        }
    }

    /// Ends the connection with a TCP reset: the client sees that it broke, not that it ended.
    public void reset() throws IOException {
        keptOpen = false;
        socket.setSoLinger(true, 0);
        socket.close();
    }

    private static byte[] packed(byte[] body) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(body.length / 3 + 64);
        try (GZIPOutputStream zip = new Fast(bytes)) {
            zip.write(body);
        }
        return bytes.toByteArray();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    /// On loopback bytes cost less than processor time.
    private static final class Fast extends GZIPOutputStream {
        Fast(OutputStream out) throws IOException {
            super(out, BUFFER);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
