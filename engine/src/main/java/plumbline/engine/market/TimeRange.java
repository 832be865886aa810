package plumbline.engine.market;

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
}
