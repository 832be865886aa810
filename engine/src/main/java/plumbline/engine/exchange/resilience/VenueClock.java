package plumbline.engine.exchange.resilience;

import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;

/// A venue's clock, learnt from its answers to the question what time it is. The answer was written
/// between the question and its arrival, so half of that time is how wrong a measurement may be: of
/// the last ones the surest is believed, as long as later ones do not contradict it.
///
/// Source: D. L. Mills, RFC 5905, 10 (clock filter), reduced to one server.
///
/// Thread-safe.
public final class VenueClock {
    /// So many measurements are looked at.
    private static final int KEPT = 8;

    private final InstantSource local;
    private final Deque<Sample> samples = new ArrayDeque<>();
    private long offsetMs;
    private long errorMs = Long.MAX_VALUE;

    private record Sample(long offsetMs, long errorMs) {
        /// Whether both may be right.
        boolean agrees(Sample other) {
            return Math.abs(offsetMs - other.offsetMs) <= errorMs + other.errorMs;
        }
    }

    /// @param local the clock of this machine
    public VenueClock(InstantSource local) {
        this.local = local;
    }

    /// The venue has said its time.
    ///
    /// @param askedMs when it was asked, by the local clock
    /// @param venueMs what it said
    /// @param answeredMs when the answer came, by the local clock; not before `askedMs`
    public synchronized void measured(long askedMs, long venueMs, long answeredMs) {
        if (answeredMs < askedMs) {
            return; // the local clock was set back meanwhile
        }
        long error = (answeredMs - askedMs + 1) / 2;
        Sample now = new Sample(venueMs - askedMs - (answeredMs - askedMs) / 2, error);
        samples.removeIf(before -> !before.agrees(now)); // one of the clocks was set
        samples.addLast(now);
        if (samples.size() > KEPT) {
            samples.removeFirst();
        }
        Sample best = now;
        for (Sample sample : samples) {
            best = sample.errorMs <= best.errorMs ? sample : best;
        }
        offsetMs = best.offsetMs;
        errorMs = best.errorMs;
    }

    /// What the venue's clock shows now, as far as is known; the local time before anything was
    /// measured.
    public synchronized long millis() {
        return local.millis() + offsetMs;
    }

    /// How far the venue's clock is ahead of ours.
    public synchronized long offsetMs() {
        return offsetMs;
    }

    /// How wrong that may be; `Long.MAX_VALUE` before anything was measured.
    public synchronized long errorMs() {
        return errorMs;
    }

    /// How old something is that happened at the venue, by its clock: never below 0, as an offset
    /// is known to some milliseconds only.
    public long ageMs(long venueMs) {
        return Math.max(0, millis() - venueMs);
    }
}
