package plumbline.engine.exchange.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// A venue over real sockets that answers as it is told, rightly or wrongly, and keeps a journal.
public final class ScriptedServer implements AutoCloseable {
    /// What happens on a connection after a request was read; false if it ends then.
    @FunctionalInterface
    public interface Action {
        boolean answer(Socket socket) throws IOException, InterruptedException;
    }

    /// A request that came.
    record Seen(long ms, String target, List<String> headers) {}

    private final ServerSocket server;
    private final InstantSource clock;
    private final Thread acceptor;
    private final ConcurrentLinkedQueue<Action> script = new ConcurrentLinkedQueue<>();
    private final List<Seen> journal = new CopyOnWriteArrayList<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger toReset = new AtomicInteger();
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile Action otherwise = ok("{}");

    public ScriptedServer(InstantSource clock) throws IOException {
        this.clock = clock;
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        acceptor = Thread.ofVirtual().start(this::accept);
    }

    public String url() {
        return "http://127.0.0.1:" + server.getLocalPort();
    }

    /// The next answers, in this order; then what is always answered.
    public void next(Action... actions) {
        script.addAll(List.of(actions));
    }

    public void always(Action action) {
        otherwise = action;
    }

    void resetNextConnections(int count) {
        toReset.set(count);
    }

    List<Seen> journal() {
        return journal;
    }

    /// When requests came, in milliseconds since the start.
    public List<Long> times() {
        return journal.stream().map(seen -> seen.ms() - MadeTime.START).toList();
    }

    public List<String> targets() {
        return journal.stream().map(Seen::target).toList();
    }

    /// Connections that the other side has not closed.
    int connections() {
        return open.size();
    }

    public static Action status(int code, String body, String... headers) {
        return socket -> {
            byte[] bytes = body.getBytes(UTF_8);
            StringBuilder head = new StringBuilder("HTTP/1.1 " + code + " Said\r\n");
            for (String header : headers) {
                head.append(header).append("\r\n");
            }
            head.append("Content-Length: ").append(bytes.length).append("\r\n\r\n");
            // in one piece: the second of two would wait until the first is acknowledged
            write(socket, (head + body).getBytes(UTF_8));
            return true;
        };
    }

    public static Action ok(String body, String... headers) {
        return status(200, body, headers);
    }

    /// Says that its answer has so many bytes.
    static Action claiming(int length, String body) {
        return raw("HTTP/1.1 200 OK\r\nContent-Length: " + length + "\r\n\r\n" + body);
    }

    /// Whatever it is, and then the connection ends.
    static Action raw(String text) {
        return socket -> {
            write(socket, text.getBytes(UTF_8));
            return false;
        };
    }

    static Action reset() {
        return socket -> {
            socket.setSoLinger(true, 0);
            return false;
        };
    }

    /// Nothing until the other side gives up.
    static Action silence() {
        return socket -> socket.getInputStream().read() >= 0;
    }

    /// One byte each so many milliseconds, until the other side gives up.
    Action drip(long everyMs) {
        return socket -> {
            write(socket, "HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n".getBytes(UTF_8));
            while (!closing.await(everyMs, TimeUnit.MILLISECONDS)) {
                write(socket, new byte[] {' '});
            }
            return false;
        };
    }

    private static void write(Socket socket, byte[] bytes) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(bytes);
        out.flush();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                if (toReset.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                    socket.setSoLinger(true, 0);
                    socket.close();
                } else {
                    open.add(socket);
                    Thread.ofVirtual().start(() -> serve(socket));
                }
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
            boolean more = true;
            String line = in.readLine();
            while (more && line != null) {
                String target = line.split(" ")[1];
                List<String> headers = new ArrayList<>();
                line = in.readLine();
                while (line != null && !line.isEmpty()) {
                    headers.add(line);
                    line = in.readLine();
                }
                journal.add(new Seen(clock.millis(), target, headers));
                Action action = script.poll();
                more = (action == null ? otherwise : action).answer(socket);
                line = more ? in.readLine() : null;
            }
        } catch (IOException e) {
            // the other side has gone
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(socket);
        }
    }

    @Override
    public void close() throws IOException {
        closing.countDown();
        server.close();
        try { // until then a connection may still be taken
            acceptor.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        for (Socket socket : open) {
            socket.close();
        }
    }
}
