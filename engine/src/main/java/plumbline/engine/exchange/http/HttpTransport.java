package plumbline.engine.exchange.http;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import okhttp3.Dispatcher;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;

/// The connections to all venues: kept open and shared, answers packed and several at once over one
/// connection where the venue can do that.
///
/// Sends what it is told to, once: it neither repeats a request nor follows to another address, as
/// each request has to be counted. Thread-safe. Closing ends the calls of all venues.
public final class HttpTransport implements AutoCloseable {
    /// The limits of the venues hold requests back, not a number of connections.
    private static final int AT_ONCE = 256;

    private static final Duration LAST_WAIT = Duration.ofSeconds(2);

    private final ExecutorService threads =
            Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("http-", 0).factory());
    private final OkHttpClient client;

    public HttpTransport() {
        Dispatcher dispatcher = new Dispatcher(threads);
        dispatcher.setMaxRequests(AT_ONCE);
        dispatcher.setMaxRequestsPerHost(AT_ONCE);
        client =
                new OkHttpClient.Builder()
                        .dispatcher(dispatcher)
                        .retryOnConnectionFailure(false)
                        .followRedirects(false)
                        .followSslRedirects(false)
                        .eventListenerFactory(PendingAnswer::listener)
                        .build();
    }

    /// One with the patience that a venue wants; it shares everything else with the others.
    OkHttpClient with(CallRules rules) {
        return client.newBuilder()
                .connectTimeout(rules.connect())
                .readTimeout(rules.silence())
                .writeTimeout(rules.silence())
                .callTimeout(rules.whole())
                .build();
    }

    static Request.Builder get(HttpUrl base, VenueRequest request) {
        HttpUrl.Builder url = base.newBuilder().addPathSegments(request.path().substring(1));
        request.query().forEach(url::addQueryParameter);
        return new Request.Builder().url(url.build()).header("User-Agent", "Plumbline");
    }

    /// Whether nothing is left of it: no call, no connection, no thread.
    boolean ended() {
        return client.dispatcher().runningCallsCount() == 0
                && client.connectionPool().connectionCount() == 0
                && threads.isTerminated();
    }

    @Override
    public void close() {
        client.dispatcher().cancelAll();
        threads.shutdown();
        try { // only a look-up of a name cannot be cancelled; it ends by itself
            threads.awaitTermination(LAST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        client.connectionPool().evictAll();
    }
}
