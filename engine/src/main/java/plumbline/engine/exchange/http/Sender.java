package plumbline.engine.exchange.http;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import plumbline.engine.exchange.http.ExchangeException.Malformed;
import plumbline.engine.exchange.http.ExchangeException.RateLimited;
import plumbline.engine.exchange.http.ExchangeException.Refused;
import plumbline.engine.exchange.http.ExchangeException.Unavailable;
import plumbline.engine.exchange.http.PendingAnswer.Answer;
import plumbline.engine.exchange.resilience.RequestGate;
import plumbline.engine.exchange.resilience.RequestGate.Admission;
import plumbline.engine.exchange.resilience.VenueClock;
import plumbline.engine.text.ErrorText;

/// One try: past the breaker and the limit, to the venue and back.
///
/// Thread-safe.
final class Sender implements AutoCloseable {
    private final VenueProfile profile;
    private final HttpUrl base;
    private final OkHttpClient client;
    private final InstantSource local;
    private final RequestGate gate;
    private final Breakers breakers;
    private final Verdict verdict;
    private final BiConsumer<VenueEvent.Kind, String> events;
    private final Set<PendingAnswer> pending = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;
    private volatile long latencyMs = -1;

    Sender(
            VenueProfile profile,
            OkHttpClient client,
            InstantSource local,
            VenueClock clock,
            RequestGate gate,
            BiConsumer<VenueEvent.Kind, String> events) {
        this.profile = profile;
        this.client = client;
        this.local = local;
        this.gate = gate;
        this.events = events;
        base = HttpUrl.get(profile.baseUrl());
        breakers = new Breakers(profile.rules(), local, events);
        verdict = new Verdict(profile, gate, clock, events);
    }

    String what(VenueRequest request) {
        return profile.venue() + " " + request.path();
    }

    /// @return an answer of status 2xx
    /// @throws ExchangeException if there is none
    /// @throws InterruptedException if the thread is interrupted meanwhile
    Answer send(VenueRequest request) throws InterruptedException {
        try (Breakers.Pass pass = breakers.enter(request.group())) {
            requireOpen(request, pass);
            Admission.Passed passed = admit(request);
            try {
                if (passed.reopened()) {
                    events.accept(VenueEvent.Kind.LIMIT_OPENED, "requests are sent again");
                }
                requireOpen(request, pass);
                return judged(request, passed.sentMs(), pass);
            } finally {
                gate.done(); // after the verdict, which may close the way for those that wait
            }
        }
    }

    private Answer judged(VenueRequest request, long sentMs, Breakers.Pass pass)
            throws InterruptedException {
        try {
            Answer answer = exchange(request, sentMs);
            verdict.requireResult(what(request), answer);
            pass.answered();
            return answer;
        } catch (Unavailable e) {
            if (e.passes()) { // otherwise it was ended here
                pass.failed(e);
            }
            throw e;
        } catch (Refused | Malformed e) {
            pass.answered();
            throw e;
        }
    }

    private void requireOpen(VenueRequest request, Breakers.Pass pass) {
        if (!pass.open()) {
            String why =
                    "'%s' failed %d times in a row and is left alone for %d s"
                            .formatted(
                                    request.group(),
                                    profile.rules().failures(),
                                    profile.rules().leftAlone().toSeconds());
            throw new Unavailable(what(request), why, true, false, null);
        }
    }

    private Admission.Passed admit(VenueRequest request) throws InterruptedException {
        long latest = local.millis() + request.patience().toMillis();
        return switch (gate.admit(request.weight(), request.priority(), latest)) {
            case Admission.Passed passed -> passed;
            case Admission.TooLong(Instant until, boolean ban) ->
                    throw new RateLimited(what(request), until, ban, false);
            case Admission.Ended() ->
                    throw new Unavailable(
                            what(request), "the connection was closed", true, false, null);
        };
    }

    private Answer exchange(VenueRequest request, long sentMs) throws InterruptedException {
        PendingAnswer answer =
                new PendingAnswer(
                        client,
                        HttpTransport.get(base, request),
                        profile.rules().largestAnswer(),
                        local);
        pending.add(answer);
        try {
            if (closed) { // it was closed before it could know of this one
                answer.cancel();
            }
            Answer came = answer.await();
            latencyMs = Math.max(0, came.answeredMs() - came.askedMs());
            used(came.headers()).ifPresent(used -> gate.reported(used, sentMs));
            return came;
        } catch (PendingAnswer.TooLarge e) {
            throw new Malformed(what(request), request.path(), -1, ErrorText.of(e), false, e);
        } catch (IOException e) {
            String why = "no whole answer came (" + ErrorText.of(e) + ")";
            throw new Unavailable(what(request), why, !answer.sent(), !closed, e);
        } finally {
            pending.remove(answer);
        }
    }

    /// What the venue has counted; of a header that is no number nothing is believed, and our own
    /// count holds.
    private Optional<Integer> used(Headers headers) {
        return profile.limit()
                .usedHeader()
                .map(headers::get)
                .filter(text -> text.matches("[0-9]{1,9}"))
                .map(Integer::valueOf);
    }

    Breakers breakers() {
        return breakers;
    }

    /// Of the last answer; -1 before the first.
    long latencyMs() {
        return latencyMs;
    }

    @Override
    public void close() {
        closed = true;
        gate.close();
        pending.forEach(PendingAnswer::cancel);
    }
}
