package plumbline.engine.market;

import java.util.ArrayList;
import java.util.List;

/// Half-open span of time `[fromMs, toMs)`, epoch milliseconds UTC.
public record TimeRange(long fromMs, long toMs) {
    /// Everything that can be stored.
    public static final TimeRange ALL = new TimeRange(Long.MIN_VALUE, Long.MAX_VALUE);

    /// @throws IllegalArgumentException if the end is before the start
    public TimeRange {
        if (toMs < fromMs) {
            throw new IllegalArgumentException(
                    "a range ends before it starts: " + fromMs + ".." + toMs);
        }
    }

    public boolean isEmpty() {
        return fromMs == toMs;
    }

    public boolean contains(long timeMs) {
        return fromMs <= timeMs && timeMs < toMs;
    }

    /// Whether some time is in both.
    public boolean overlaps(TimeRange other) {
        return fromMs < other.toMs && other.fromMs < toMs;
    }

    /// What is left of this range without `other`: nothing, one part or two, none of them empty.
    public List<TimeRange> minus(TimeRange other) {
        if (!overlaps(other)) {
            return isEmpty() ? List.of() : List.of(this);
        }
        List<TimeRange> left = new ArrayList<>(2);
        if (fromMs < other.fromMs) {
            left.add(new TimeRange(fromMs, other.fromMs));
        }
        if (other.toMs < toMs) {
            left.add(new TimeRange(other.toMs, toMs));
        }
        return left;
    }
}
