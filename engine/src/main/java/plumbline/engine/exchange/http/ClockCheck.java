package plumbline.engine.exchange.http;

import java.text.ParseException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.OptionalLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import plumbline.engine.exchange.http.PendingAnswer.Answer;
import plumbline.engine.exchange.http.VenueProfile.TimeQuestion;
import plumbline.engine.exchange.resilience.VenueClock;
import plumbline.engine.text.Durations;
import plumbline.engine.text.ErrorText;

/// Asks a venue what time it is, before the first call and every ten minutes. If it does not say,
/// calls go on by what is known; it is asked again after a minute.
///
/// Thread-safe: one thread asks. The first time the others wait for it, later they go on meanwhile.
final class ClockCheck {
    private static final long EVERY_MS = Duration.ofMinutes(10).toMillis();
    private static final long AGAIN_MS = Duration.ofMinutes(1).toMillis();

    private static final long FRESH_MS = 1_000;

    /// Less than that is no news: answers differ so much from each other.
    private static final long NEWS_MS = 50;

    private final TimeQuestion question;
    private final Sender sender;
    private final VenueClock clock;
    private final InstantSource local;
    private final BiConsumer<VenueEvent.Kind, String> events;
    private final ReentrantLock asking = new ReentrantLock();
    private volatile long nextMs = Long.MIN_VALUE;
    private volatile Said said = new Said(Long.MIN_VALUE, Long.MIN_VALUE);

    /// What the venue said last.
    ///
    /// @param localMs when it was asked, by our clock
    private record Said(long venueMs, long localMs) {}

    /// @param clock is told what the venue says
    ClockCheck(
            TimeQuestion question,
            Sender sender,
            VenueClock clock,
            InstantSource local,
            BiConsumer<VenueEvent.Kind, String> events) {
        this.question = question;
        this.sender = sender;
        this.clock = clock;
        this.local = local;
        this.events = events;
    }

    private boolean due() {
        long now = local.millis();
        return now >= nextMs || nextMs > now + EVERY_MS; // or our clock was set back
    }

    /// @throws InterruptedException if the thread is interrupted meanwhile
    void ifDue() throws InterruptedException {
        if (!due()) {
            return;
        }
        if (nextMs == Long.MIN_VALUE) {
            asking.lockInterruptibly();
        } else if (!asking.tryLock()) {
            return;
        }
        try {
            if (due()) {
                ask();
            }
        } finally {
            asking.unlock();
        }
    }

    /// What the venue has said its time is, if that is late enough, or was said within the last
    /// second.
    OptionalLong said(long wantedMs) {
        Said last = said;
        long age = local.millis() - last.localMs;
        boolean isFresh = last.localMs != Long.MIN_VALUE && age >= 0 && age <= FRESH_MS;
        return isFresh || last.venueMs >= wantedMs
                ? OptionalLong.of(last.venueMs)
                : OptionalLong.empty();
    }

    /// The venue was asked by somebody else.
    ///
    /// @param askedMs when, by our clock
    void heard(long venueMs, long askedMs) {
        clock.measured(askedMs, venueMs, local.millis());
        said = new Said(venueMs, askedMs);
    }

    private void ask() throws InterruptedException {
        try {
            Answer answer = sender.send(question.request());
            long venueMs = question.reader().read(answer.body());
            boolean first = clock.errorMs() == Long.MAX_VALUE;
            long before = clock.offsetMs();
            clock.measured(answer.askedMs(), venueMs, answer.answeredMs());
            said = new Said(venueMs, answer.askedMs());
            nextMs = local.millis() + EVERY_MS;
            if (first || Math.abs(clock.offsetMs() - before) > NEWS_MS) {
                events.accept(
                        VenueEvent.Kind.CLOCK_LEARNT,
                        "the venue's clock is "
                                + Durations.text(Math.abs(clock.offsetMs()))
                                + (clock.offsetMs() < 0 ? " behind" : " ahead of")
                                + " ours, give or take "
                                + clock.errorMs()
                                + " ms");
            }
        } catch (ExchangeException | ParseException e) {
            nextMs = local.millis() + AGAIN_MS;
            events.accept(VenueEvent.Kind.CLOCK_UNKNOWN, ErrorText.of(e));
        }
    }
}
