package plumbline.engine.exchange.http;

import java.io.IOException;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.EventListener;
import okhttp3.Headers;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okio.BufferedSource;

/// An answer that has not come yet. It is read on another thread: a thread that waits for a socket
/// cannot be interrupted, one that waits for this can.
///
/// Thread-safe.
final class PendingAnswer extends EventListener implements Callback {
    private final CompletableFuture<Answer> answer = new CompletableFuture<>();
    private final long largest;
    private final InstantSource local;
    private final Call call;
    private volatile boolean sent;
    private volatile long askedMs;

    /// What came.
    ///
    /// @param body unpacked
    /// @param askedMs when the request began to leave, by the clock of this machine
    /// @param answeredMs when the answer began to come
    record Answer(int status, Headers headers, byte[] body, long askedMs, long answeredMs) {}

    /// More came than is allowed.
    static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1;

        TooLarge(long largest) {
            super("the answer is larger than " + largest + " bytes");
        }
    }

    /// Begins at once.
    PendingAnswer(OkHttpClient client, Request.Builder request, long largest, InstantSource local) {
        this.largest = largest;
        this.local = local;
        call = client.newCall(request.tag(PendingAnswer.class, this).build());
        call.enqueue(this);
    }

    /// What is told how a call goes: the one that waits for it.
    static EventListener listener(Call call) {
        PendingAnswer pending = call.request().tag(PendingAnswer.class);
        return pending == null ? EventListener.NONE : pending;
    }

    /// @throws IOException if none came, or not all of it
    /// @throws InterruptedException if the thread is interrupted; then the call is cancelled
    Answer await() throws IOException, InterruptedException {
        try {
            return answer.get();
        } catch (InterruptedException e) {
            call.cancel();
            throw e;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException failure) {
                throw failure;
            }
            throw new IllegalStateException("the answer could not be read", e.getCause());
        }
    }

    void cancel() {
        call.cancel();
    }

    /// Whether any part of the request has left: only before that it is sure that the venue has not
    /// seen it.
    boolean sent() {
        return sent;
    }

    @Override
    public void requestHeadersStart(Call started) {
        askedMs = local.millis();
        sent = true;
    }

    @Override
    public void onFailure(Call failed, IOException e) {
        answer.completeExceptionally(e);
    }

    @Override
    public void onResponse(Call answered, Response response) {
        long answeredMs = local.millis();
        try (response) {
            byte[] body = body(response.body().source());
            answer.complete(
                    new Answer(response.code(), response.headers(), body, askedMs, answeredMs));
        } catch (IOException e) {
            answer.completeExceptionally(e);
        } finally {
            // nothing happens if it is complete; if memory ran out, nobody waits forever
            answer.completeExceptionally(new IOException("the answer could not be kept"));
        }
    }

    private byte[] body(BufferedSource source) throws IOException {
        if (source.request(largest + 1)) {
            throw new TooLarge(largest);
        }
        return source.readByteArray();
    }
}
