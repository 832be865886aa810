package plumbline.engine.exchange.http;

import java.text.ParseException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import plumbline.engine.exchange.http.ExchangeException.Malformed;
import plumbline.engine.exchange.http.ExchangeException.RateLimited;
import plumbline.engine.exchange.http.PendingAnswer.Answer;
import plumbline.engine.exchange.resilience.RequestBudget;
import plumbline.engine.exchange.resilience.RequestGate;
import plumbline.engine.exchange.resilience.VenueClock;
import plumbline.engine.text.ErrorText;

/// One venue, called over HTTP. A call waits for the venue's limit, is sent, judged, and tried
/// again where that does no harm and may help.
///
/// Thread-safe; blocking, so not for the FX thread. A thread that is interrupted comes back at
/// once, whatever it waits for. Closing ends all calls; the transport is its owner's.
public final class VenueHttp implements AutoCloseable {
    private final VenueProfile profile;
    private final Timing timing;
    private final VenueEvents events;
    private final VenueClock clock;
    private final RequestGate gate;
    private final Sender sender;
    private final Optional<ClockCheck> clockCheck;
    private volatile VenueState.@Nullable Failure error;

    /// @param events is told what changes
    /// @throws IllegalArgumentException if the profile's address or limit is none
    public VenueHttp(
            VenueProfile profile, HttpTransport transport, Timing timing, VenueEvents events) {
        this.profile = profile;
        this.timing = timing;
        this.events = events;
        clock = new VenueClock(timing.clock());
        VenueProfile.Limit limit = profile.limit();
        gate =
                new RequestGate(
                        new RequestBudget(limit.weight(), limit.window().toMillis()),
                        clock,
                        timing.clock(),
                        timing.pause());
        sender =
                new Sender(
                        profile,
                        transport.with(profile.rules()),
                        timing.clock(),
                        clock,
                        gate,
                        this::event);
        clockCheck =
                profile.time()
                        .map(time ->
                                new ClockCheck(time, sender, clock, timing.clock(), this::event));
    }

    private void event(VenueEvent.Kind kind, String reason) {
        events.add(new VenueEvent(timing.clock().instant(), profile.venue(), kind, reason));
    }

    /// Asks the venue.
    ///
    /// @param reader makes the result of the answer
    /// @throws ExchangeException if it did not come about; its kind says what to do next, and
    ///   earlier tries are suppressed in it
    /// @throws IllegalArgumentException if the request is heavier than the venue's limit
    /// @throws InterruptedException if the thread is interrupted; the request may have been sent
    public <T> T get(VenueRequest request, AnswerReader<T> reader) throws InterruptedException {
        if (clockCheck.isPresent()) {
            clockCheck.get().ifDue();
        }
        List<ExchangeException> earlier = new ArrayList<>();
        while (true) {
            try {
                T result = read(request, reader, sender.send(request));
                succeeded();
                return result;
            } catch (ExchangeException e) {
                error = new VenueState.Failure(timing.clock().instant(), ErrorText.of(e), true);
                int tried = earlier.size() + 1;
                if (!again(request, e, tried) || !rest(request, e, tried)) {
                    earlier.forEach(e::addSuppressed);
                    throw e;
                }
                earlier.add(e);
            }
        }
    }

    private void succeeded() {
        VenueState.Failure last = error;
        if (last != null && last.standing()) {
            error = last.over();
        }
    }

    private <T> T read(VenueRequest request, AnswerReader<T> reader, Answer answer) {
        try {
            return reader.read(answer.body());
        } catch (ParseException e) {
            throw new Malformed(
                    sender.what(request),
                    request.path(),
                    e.getErrorOffset(),
                    ErrorText.of(e),
                    true,
                    e);
        }
    }

    private boolean again(VenueRequest request, ExchangeException e, int tried) {
        return e.passes()
                && tried < profile.rules().tries()
                && (request.repeatable() || e.nothingExecuted());
    }

    /// Waits between two tries. After a refusal it is the limit that makes the next try wait.
    ///
    /// @return false if this was closed meanwhile
    private boolean rest(VenueRequest request, ExchangeException e, int tried)
            throws InterruptedException {
        long most = e instanceof RateLimited ? 0 : profile.rules().pauseMs(tried);
        long ms = (long) (most * timing.chance().getAsDouble());
        String reason =
                "try %d of %d for %s in %d ms: %s"
                        .formatted(
                                tried + 1,
                                profile.rules().tries(),
                                request.path(),
                                ms,
                                ErrorText.of(e));
        event(VenueEvent.Kind.RETRIED, reason);
        return gate.rest(ms);
    }

    /// The venue's clock, as far as it was learnt.
    public VenueClock clock() {
        return clock;
    }

    /// A time of the venue's clock that has surely come, so that what ended before it is over: what
    /// the venue said itself, however its clock runs, asked for anew if it is earlier than what is
    /// wanted. Of a venue that does not tell the time, the time of our clock.
    ///
    /// @param wantedMs a later time makes no difference to the caller
    /// @throws ExchangeException if the venue does not say
    /// @throws InterruptedException if the thread is interrupted
    public long surely(long wantedMs) throws InterruptedException {
        if (clockCheck.isEmpty() || profile.time().isEmpty()) {
            return clock.millis();
        }
        ClockCheck check = clockCheck.get();
        check.ifDue();
        OptionalLong said = check.said(wantedMs);
        if (said.isPresent()) {
            return said.getAsLong();
        }
        long askedMs = timing.clock().millis();
        VenueProfile.TimeQuestion question = profile.time().get();
        long venueMs = get(question.request(), question.reader());
        check.heard(venueMs, askedMs);
        return venueMs;
    }

    /// How it stands now.
    public VenueState state() {
        long latencyMs = sender.latencyMs();
        return new VenueState(
                profile.venue(),
                gate.state(),
                sender.breakers().states(),
                latencyMs < 0 ? Optional.empty() : Optional.of(Duration.ofMillis(latencyMs)),
                Optional.ofNullable(error),
                clock.errorMs() == Long.MAX_VALUE
                        ? Optional.empty()
                        : Optional.of(Duration.ofMillis(clock.offsetMs())));
    }

    /// Ends all calls: those that wait, and those that are under way.
    @Override
    public void close() {
        sender.close();
    }
}
