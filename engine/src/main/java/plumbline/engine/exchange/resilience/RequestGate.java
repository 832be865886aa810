package plumbline.engine.exchange.resilience;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Where requests to a venue wait until its limit lets them pass: what matters more goes first, and
/// of what matters the same, what came first. While the venue refuses, nothing passes.
///
/// The limit is counted by the venue's clock, but the end of a refusal is kept by ours: learning
/// that the venue's clock is ahead must not end a ban early.
///
/// Thread-safe. Waiting ends at once when the thread is interrupted or the gate is closed.
public final class RequestGate implements AutoCloseable {
    /// By less than that the end of a refusal does not change: answers to requests that were sent
    /// together differ by it.
    private static final long NEWS_MS = 1000;

    private final RequestBudget budget;
    private final VenueClock clock;
    private final InstantSource local;
    private final Pause pause;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Condition ended = lock.newCondition();
    private final TreeSet<Place> queue =
            new TreeSet<>(Comparator.comparing(Place::priority).thenComparing(Place::number));
    private long places;
    private int inFlight;
    private long closedUntilMs = Long.MIN_VALUE;
    private boolean refusing;
    private boolean ban;
    private boolean closed;

    /// @param budget only this gate uses it
    /// @param clock the venue's
    /// @param local the clock of this machine
    public RequestGate(RequestBudget budget, VenueClock clock, InstantSource local, Pause pause) {
        this.budget = budget;
        this.clock = clock;
        this.local = local;
        this.pause = pause;
    }

    private record Place(RequestPriority priority, long number) {}

    /// What became of a request that wanted to pass.
    public sealed interface Admission {
        /// It passes, and its weight is counted. [#done] is to be called when it has ended.
        ///
        /// @param sentMs by the venue's clock
        /// @param reopened whether it is the first one after a refusal
        record Passed(long sentMs, boolean reopened) implements Admission {}

        /// It would have to wait longer than it may.
        ///
        /// @param until when it is worth trying again
        /// @param ban whether the venue has shut this address out
        record TooLong(Instant until, boolean ban) implements Admission {}

        /// The gate is closed for good.
        record Ended() implements Admission {}
    }

    /// A refusal.
    ///
    /// @param until its end
    /// @param news whether nothing passes for notably longer now than before
    public record Refusal(Instant until, boolean news) {}

    /// How it stands.
    ///
    /// @param used weight in the present window
    /// @param closedUntil the end of a refusal, if there is one now
    /// @param waiting requests in the queue
    /// @param inFlight requests that passed and have not ended
    public record State(
            int used,
            int capacity,
            Optional<Instant> closedUntil,
            boolean ban,
            int waiting,
            int inFlight) {}

    /// Waits until a request may be sent.
    ///
    /// @param latestMs by the clock of this machine: if it is known that it has to wait for longer,
    ///   it does not wait at all
    /// @throws IllegalArgumentException if the request is heavier than any window takes
    /// @throws InterruptedException if the thread is interrupted; then nothing was counted
    public Admission admit(int weight, RequestPriority priority, long latestMs)
            throws InterruptedException {
        lock.lockInterruptibly();
        Place place = new Place(priority, places++);
        queue.add(place);
        try {
            while (!closed) {
                long wait = waitMs(weight, priority);
                if (wait > 0 && local.millis() + wait > latestMs) {
                    return new Admission.TooLong(
                            local.instant().plusMillis(wait), ban && closedMs() > 0);
                }
                if (!queue.first().equals(place)) {
                    changed.await();
                } else if (wait > 0) {
                    pause.await(changed, wait);
                } else {
                    return pass(weight);
                }
            }
            return new Admission.Ended();
        } finally {
            queue.remove(place);
            changed.signalAll();
            lock.unlock();
        }
    }

    private long waitMs(int weight, RequestPriority priority) {
        return Math.max(budget.waitMs(weight, priority, clock.millis()), closedMs());
    }

    private long closedMs() {
        long now = local.millis();
        return closedUntilMs > now ? closedUntilMs - now : 0;
    }

    private Admission pass(int weight) {
        long now = clock.millis();
        budget.sent(weight, now);
        inFlight++;
        boolean reopened = refusing;
        refusing = false;
        ban = false;
        return new Admission.Passed(now, reopened);
    }

    /// A request that passed has ended, in whatever way.
    public void done() {
        lock.lock();
        try {
            inFlight--;
        } finally {
            lock.unlock();
        }
    }

    /// The venue has said with an answer what it has counted.
    ///
    /// @param sentMs when the request was sent, by the venue's clock
    public void reported(int venueUsed, long sentMs) {
        lock.lock();
        try {
            budget.reported(venueUsed, sentMs, clock.millis());
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// The venue has refused a request because there were too many: nothing passes for some time.
    ///
    /// @param retryAfterMs how long
    /// @param banned whether it has shut this address out
    public Refusal refused(long retryAfterMs, boolean banned) {
        lock.lock();
        try {
            long before = closedUntilMs;
            long now = clock.millis();
            budget.refused(retryAfterMs, now);
            long wait = budget.state(now).closedUntilMs() - now;
            closedUntilMs = Math.max(closedUntilMs, local.millis() + wait);
            boolean news = !refusing || closedUntilMs > before + NEWS_MS || (banned && !ban);
            refusing = true;
            ban |= banned;
            changed.signalAll();
            return new Refusal(Instant.ofEpochMilli(closedUntilMs), news);
        } finally {
            lock.unlock();
        }
    }

    /// Waits without wanting to pass: between two tries.
    ///
    /// @return whether the gate is still open
    /// @throws InterruptedException if the thread is interrupted meanwhile
    public boolean rest(long ms) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            if (!closed && ms > 0) {
                pause.await(ended, ms);
            }
            return !closed;
        } finally {
            lock.unlock();
        }
    }

    public State state() {
        lock.lock();
        try {
            RequestBudget.State now = budget.state(clock.millis());
            Optional<Instant> until =
                    closedMs() > 0
                            ? Optional.of(Instant.ofEpochMilli(closedUntilMs))
                            : Optional.empty();
            return new State(
                    now.used(),
                    now.capacity(),
                    until,
                    ban && until.isPresent(),
                    queue.size(),
                    inFlight);
        } finally {
            lock.unlock();
        }
    }

    /// Nothing passes any more, and whoever waits is sent away.
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
            ended.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
