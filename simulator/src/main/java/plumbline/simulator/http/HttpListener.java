package plumbline.simulator.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// A port on loopback, and the connections to it, each on a virtual thread of its own.
///
/// Threads: any thread.
public final class HttpListener implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(HttpListener.class.getName());
    private static final int BACKLOG = 256;
    private static final long CLOSE_WITHIN_MS = 5_000;

    private final ServerSocket server;
    private final HttpHandler handler;
    private final ExecutorService threads;
    private final Set<HttpConnection> connections = ConcurrentHashMap.newKeySet();
    private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
    private volatile boolean closed;

    private HttpListener(String name, ServerSocket server, HttpHandler handler) {
        this.server = server;
        this.handler = handler;
        this.threads =
                Executors.newThreadPerTaskExecutor(
                        Thread.ofVirtual().name(name + "-", 0).factory());
    }

    /// Listens from now until it is closed.
    ///
    /// @param name begins the names of its threads
    /// @param port 0 for any that is free
    /// @throws IOException if the port is taken or may not be used
    public static HttpListener open(String name, int port, HttpHandler handler) throws IOException {
        ServerSocket server = new ServerSocket();
        try {
            server.setReuseAddress(true);
            server.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), BACKLOG);
        } catch (IOException e) {
            server.close();
            throw new IOException("port " + port + " of 127.0.0.1 cannot be listened on: " + e, e);
        }
        HttpListener listener = new HttpListener(name, server, handler);
        listener.threads.execute(listener::accept);
        return listener;
    }

    public int port() {
        return server.getLocalPort();
    }

    /// Connections that are open now.
    public int connections() {
        return connections.size();
    }

    private void accept() {
        while (!closed) {
            try {
                Socket socket = server.accept();
                threads.execute(() -> serve(socket));
            } catch (IOException | RejectedExecutionException e) {
                if (!closed) {
                    failed("nobody is listened to any more", new IllegalStateException(e));
                    return;
                }
            }
        }
    }

    private void serve(Socket socket) {
        try (HttpConnection connection = new HttpConnection(socket)) {
            connections.add(connection);
            try {
                if (closed || !handler.accepts()) {
                    connection.reset();
                } else {
                    connection.serve(handler);
                }
            } finally {
                connections.remove(connection);
            }
        } catch (SocketException | InterruptedIOException | EOFException e) {
            LOG.log(System.Logger.Level.DEBUG, "a client went, or the server closes", e);
        } catch (IOException e) {
            failed("a connection failed", new UncheckedIOException(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the server closes
        } catch (RuntimeException e) { // the root of the thread
            failed("a request was not answered", e);
        }
    }

    private void failed(String what, RuntimeException e) {
        LOG.log(System.Logger.Level.ERROR, what, e);
        failure.compareAndSet(null, e);
    }

    /// Ends all connections and waits for their threads.
    ///
    /// @throws RuntimeException the first error inside a handler, if there was one: the connection
    ///   on which it happened was closed without an answer
    @Override
    public void close() {
        closed = true;
        try {
            server.close();
            for (HttpConnection connection : connections) {
                connection.close();
            }
            threads.shutdownNow();
            if (!threads.awaitTermination(CLOSE_WITHIN_MS, TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("a connection did not end");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        RuntimeException first = failure.get();
        if (first != null) {
            throw first;
        }
    }
}
