package plumbline.engine.market;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Which time was asked for: spans without overlap, oldest first.
public final class Coverage {
    private Coverage() {}

    /// `known` with `added` over it: where both speak of the same time, what was asked last holds.
    /// Neighbours of the same source become one.
    public static List<Covered> plus(List<Covered> known, Covered added) {
        List<Covered> all = without(known, added.range());
        all.add(added);
        all.sort(Comparator.comparingLong(c -> c.range().fromMs()));
        List<Covered> joined = new ArrayList<>();
        for (Covered next : all) {
            Covered last = joined.isEmpty() ? null : joined.getLast();
            if (last != null && joins(last, next)) {
                joined.set(joined.size() - 1, join(last, next));
            } else {
                joined.add(next);
            }
        }
        return joined;
    }

    /// `known` as if `range` had never been asked for.
    public static List<Covered> without(List<Covered> known, TimeRange range) {
        List<Covered> left = new ArrayList<>();
        for (Covered one : known) {
            for (TimeRange part : one.range().minus(range)) {
                left.add(new Covered(part, one.source(), one.askedAt()));
            }
        }
        return left;
    }

    /// What of `range` was never asked for, oldest first.
    public static List<TimeRange> missing(List<Covered> known, TimeRange range) {
        List<TimeRange> missing = new ArrayList<>();
        if (!range.isEmpty()) {
            missing.add(range);
        }
        for (Covered one : known) {
            missing = missing.stream().flatMap(m -> m.minus(one.range()).stream()).toList();
        }
        return missing;
    }

    private static boolean joins(Covered a, Covered b) {
        return a.range().toMs() == b.range().fromMs() && a.source().equals(b.source());
    }

    private static Covered join(Covered a, Covered b) {
        return new Covered(
                new TimeRange(a.range().fromMs(), b.range().toMs()),
                a.source(),
                a.askedAt().isAfter(b.askedAt()) ? a.askedAt() : b.askedAt());
    }
}
