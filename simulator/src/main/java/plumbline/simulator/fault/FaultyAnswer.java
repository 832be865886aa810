package plumbline.simulator.fault;

import java.io.IOException;
import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import plumbline.simulator.http.HttpConnection;
import plumbline.simulator.http.HttpResponse;
import plumbline.simulator.market.Noise;

/// Carries out a fault on the connection that met it.
///
/// @param action what is done
/// @param gzip whether the client takes packed answers
public record FaultyAnswer(FaultAction action, boolean gzip) {
    private static final int GARBAGE_BYTES = 512;
    private static final int SLICES_PER_SECOND = 20;

    /// What the client will be answered, before it is known how.
    ///
    /// @param execute executes the request
    /// @param errors what the venue says with a status
    /// @return `null` if the fault keeps the request from being executed and nothing is answered
    public @Nullable HttpResponse response(
            Supplier<HttpResponse> execute, IntFunction<HttpResponse> errors) {
        return switch (action) {
            case FaultAction.Status status -> instead(status, errors);
            case FaultAction.Reset reset when reset.stage() != FaultAction.Stage.REPLY -> null;
            case FaultAction.Damage damage -> damaged(execute.get(), damage.kind());
            default -> execute.get();
        };
    }

    /// Answers, or does not.
    ///
    /// @param response of [#response]
    public void send(@Nullable HttpResponse response, HttpConnection connection)
            throws IOException, InterruptedException {
        if (response == null || action instanceof FaultAction.Reset) {
            connection.reset();
            return;
        }
        switch (action) {
            case FaultAction.NeverAnswer _ -> connection.awaitClientClose();
            case FaultAction.SlowBody slow -> slowly(response, slow.bytesPerSecond(), connection);
            case FaultAction.TruncatedBody cut -> {
                int sent = (int) (response.body().length * cut.part());
                connection.sendHead(response, null, response.body().length);
                connection.sendBytes(Arrays.copyOf(response.body(), sent));
                connection.end();
            }
            case FaultAction.WrongLength wrong -> {
                connection.sendHead(
                        response, null, Math.max(0, response.body().length + wrong.bytes()));
                connection.sendBytes(response.body());
                connection.end();
            }
            case FaultAction.GzipGarbage _ -> {
                byte[] garbage = garbage();
                connection.sendHead(response, "gzip", garbage.length);
                connection.sendBytes(garbage);
            }
            case FaultAction.Latency later -> {
                Thread.sleep(later.ms());
                connection.send(response, gzip);
            }
            default -> connection.send(response, gzip);
        }
    }

    private static HttpResponse instead(
            FaultAction.Status status, IntFunction<HttpResponse> errors) {
        HttpResponse response =
                switch (status.status()) {
                    case 403 -> HttpResponse.html(403, "Forbidden");
                    case 502 -> HttpResponse.html(502, "Bad Gateway");
                    case 503 -> HttpResponse.html(503, "Service Temporarily Unavailable");
                    case 504 -> HttpResponse.html(504, "Gateway Time-out");
                    default -> errors.apply(status.status());
                };
        return status.retryAfterSeconds() < 0
                ? response
                : response.with("Retry-After", Integer.toString(status.retryAfterSeconds()));
    }

    private static HttpResponse damaged(HttpResponse response, FaultAction.Kind kind) {
        return response.withBody(BodyDamage.done(response.body(), kind));
    }

    private static void slowly(HttpResponse response, int bytesPerSecond, HttpConnection connection)
            throws IOException, InterruptedException {
        byte[] body = response.body();
        connection.sendHead(response, null, body.length);
        int slice = Math.max(1, bytesPerSecond / SLICES_PER_SECOND);
        for (int at = 0; at < body.length; at += slice) {
            int end = Math.min(body.length, at + slice);
            connection.sendBytes(Arrays.copyOfRange(body, at, end));
            Thread.sleep((end - at) * 1000L / bytesPerSecond);
        }
    }

    /// Begins as gzip does: the client finds out late.
    private static byte[] garbage() {
        byte[] garbage = new byte[GARBAGE_BYTES];
        Noise noise = new Noise(1);
        for (int i = 0; i < garbage.length; i++) {
            garbage[i] = (byte) noise.next();
        }
        byte[] gzip = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 0};
        System.arraycopy(gzip, 0, garbage, 0, gzip.length);
        return garbage;
    }
}
