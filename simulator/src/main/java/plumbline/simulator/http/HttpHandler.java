package plumbline.simulator.http;

import java.io.IOException;

/// Answers the requests of all connections of a listener.
///
/// Threads: called on the connections' threads, many at once.
public interface HttpHandler {

    /// A connection was made and nothing was read from it.
    ///
    /// @return `false` to reset it
    default boolean accepts() {
        return true;
    }

    /// Answers on the connection, or does with it what it likes.
    ///
    /// @throws IOException if the connection broke
    /// @throws InterruptedException if the server closes meanwhile
    void handle(HttpRequest request, HttpConnection connection)
            throws IOException, InterruptedException;
}
