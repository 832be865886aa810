package plumbline.ui.job;

import java.util.ArrayDeque;
import java.util.Deque;

/// How fast a work is, and how long it still takes. Nothing is said before there is something to
/// measure by; what is said then counts down steadily, and is corrected only when it is well off.
///
/// Threads: FX thread.
final class Pace {
    /// Before this much time a rate is a guess.
    private static final long SETTLED_MS = 1_500;

    /// The rate is that of the last so many milliseconds, or of the last few steps.
    private static final long WINDOW_MS = 10_000;

    private static final int LEAST_STEPS = 3;
    private static final int MOST_STEPS = 200;
    private static final double WELL_OFF = 0.15;
    private static final long WELL_OFF_MS = 2_000;

    private final Deque<Mark> marks = new ArrayDeque<>();
    private long all;
    private double perSecond;
    private long endMs = -1;
    private long leftMs = -1;

    private record Mark(long atMs, long done) {}

    /// How much is done a second, 0 if that is not known yet.
    double perSecond() {
        return perSecond;
    }

    /// Time left, -1 if that is not known yet.
    long leftMs() {
        return leftMs;
    }

    /// Told often, whether something was done or not.
    void at(long nowMs, long done, long ofAll) {
        if (ofAll != all || !marks.isEmpty() && done < marks.getLast().done()) {
            marks.clear();
            endMs = -1;
        }
        all = ofAll;
        if (marks.isEmpty() || done > marks.getLast().done()) {
            marks.add(new Mark(nowMs, done));
            while (marks.size() > MOST_STEPS || marks.size() > LEAST_STEPS + 1 && isOld(nowMs)) {
                marks.removeFirst();
            }
        }
        Mark from = marks.getFirst();
        boolean known =
                marks.size() > LEAST_STEPS
                        && nowMs - from.atMs() >= Math.min(SETTLED_MS, WINDOW_MS);
        perSecond = known ? (done - from.done()) * 1000.0 / (nowMs - from.atMs()) : 0;
        leftMs = known && all > 0 ? left(nowMs, Math.max(0, all - done)) : -1;
    }

    /// The first mark is not needed any more, since the second is old enough too.
    private boolean isOld(long nowMs) {
        var each = marks.iterator();
        each.next();
        return nowMs - each.next().atMs() > WINDOW_MS;
    }

    private long left(long nowMs, long rest) {
        double estimate = rest / perSecond * 1000;
        double off = Math.abs(endMs - nowMs - estimate);
        if (endMs < 0 || off > Math.max(WELL_OFF_MS, WELL_OFF * estimate) || endMs <= nowMs) {
            endMs = nowMs + Math.round(estimate);
        }
        return rest == 0 ? 0 : endMs - nowMs;
    }
}
