package plumbline.engine.feed;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import plumbline.engine.feed.csv.TimeReader;
import plumbline.engine.feed.csv.TimestampParser;
import plumbline.engine.feed.parquet.ParquetColumn;
import plumbline.engine.feed.parquet.ParquetColumn.Kind;

/// Times of a Parquet column as epoch milliseconds: timestamps of any unit, dates, text in
/// ISO-8601, or whole numbers since 1970 whose size tells their unit.
///
/// Not thread-safe: one instance for one file.
final class ParquetTimes {
    private static final long DAY = 86_400_000L;

    // the years 1 to 9999, which is what ISO-8601 without signs can write
    private static final long FIRST = -62_135_596_800_000L;
    private static final long LAST = 253_402_300_799_999L;

    private final TimestampParser times;
    private final ZoneId zone;
    private final boolean utc;

    /// @param zone that of times without one
    ParquetTimes(ZoneId zone) {
        this.times = new TimestampParser(zone);
        this.zone = zone;
        this.utc = zone.normalized().equals(ZoneOffset.UTC);
    }

    /// Whether there are times in a column of that kind.
    static boolean isTime(Kind kind) {
        return switch (kind) {
            case INSTANT, LOCAL, DATE, INTEGER, TEXT -> true;
            case DOUBLE, FLOAT, DECIMAL, OTHER -> false;
        };
    }

    /// The row's time, or [TimeReader#NONE].
    long read(ParquetColumn column, int row) {
        return switch (column.kind()) {
            case INSTANT -> within(column.integer(row));
            case LOCAL -> local(column.integer(row));
            case DATE -> local(column.integer(row) * DAY);
            case INTEGER -> {
                long number = column.integer(row);
                yield number < 0 ? TimeReader.NONE : within(TimestampParser.ofEpoch(number));
            }
            case TEXT -> times.read(column.text(row).strip());
            default -> TimeReader.NONE;
        };
    }

    private static long within(long timeMs) {
        return timeMs < FIRST || timeMs > LAST ? TimeReader.NONE : timeMs;
    }

    private long local(long timeMs) {
        if (utc || within(timeMs) == TimeReader.NONE) {
            return within(timeMs);
        }
        int nanos = (int) Math.floorMod(timeMs, 1000L) * 1_000_000;
        return LocalDateTime.ofEpochSecond(Math.floorDiv(timeMs, 1000L), nanos, ZoneOffset.UTC)
                .atZone(zone)
                .toInstant()
                .toEpochMilli();
    }

    /// The row's time as it is in the file, for messages.
    String text(ParquetColumn column, int row) {
        return column.kind() == Kind.TEXT
                ? "'" + column.text(row) + "'"
                : Long.toString(column.integer(row));
    }
}
