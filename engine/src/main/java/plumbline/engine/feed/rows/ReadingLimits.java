package plumbline.engine.feed.rows;

import java.util.function.BooleanSupplier;

/// What an import does not go beyond.
///
/// @param latestMs rows that open later are faults: a wrong digit in a year
/// @param cancelled looked at within a file too
public record ReadingLimits(long latestMs, BooleanSupplier cancelled) {
    /// 1900-01-01: rows that open earlier are faults.
    static final long EARLIEST_MS = -2_208_988_800_000L;

    private static final long DAY = 86_400_000L;

    /// @param nowMs what opens more than a day later cannot have happened anywhere yet
    public static ReadingLimits at(long nowMs, BooleanSupplier cancelled) {
        return new ReadingLimits(nowMs + DAY, cancelled);
    }

    public boolean hasTime(long openMs) {
        return openMs >= EARLIEST_MS && openMs <= latestMs;
    }

    /// What is wrong with a time that is not within the limits.
    public String fault(long openMs) {
        return openMs < EARLIEST_MS ? "is before the year 1900" : "is after tomorrow";
    }
}
