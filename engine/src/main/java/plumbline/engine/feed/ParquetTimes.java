package plumbline.engine.feed;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import plumbline.engine.feed.csv.TimeForm;
import plumbline.engine.feed.csv.TimeReader;
import plumbline.engine.feed.csv.TimestampParser;
import plumbline.engine.feed.layout.LayoutException;
import plumbline.engine.feed.layout.LayoutOptions;
import plumbline.engine.feed.layout.TimeForms;
import plumbline.engine.feed.parquet.ParquetColumn;
import plumbline.engine.feed.parquet.ParquetColumn.Kind;
import plumbline.engine.feed.rows.ReadingLimits;
import plumbline.engine.market.Timeframe;

/// Times of a Parquet column as epoch milliseconds: timestamps of any unit, dates, and text or
/// numbers in the one form that the file has.
///
/// Not thread-safe: one instance for one file.
final class ParquetTimes {
    private static final long DAY = 86_400_000L;

    // the years 1 to 9999, which is what ISO-8601 without signs can write
    private static final long FIRST = -62_135_596_800_000L;
    private static final long LAST = 253_402_300_799_999L;

    private static final int SAMPLE = 600;

    private final LayoutOptions options;
    private final ReadingLimits limits;
    private final @Nullable Timeframe timeframe;
    private final ZoneId zone;
    private final boolean utc;
    private TimestampParser times;
    private String written = "timestamps";

    /// @param timeframe what the rows are said to be, `null` if nothing was said
    ParquetTimes(LayoutOptions options, ReadingLimits limits, @Nullable Timeframe timeframe) {
        this.options = options;
        this.limits = limits;
        this.timeframe = timeframe;
        this.zone = options.zone().orElse(ZoneOffset.UTC);
        this.utc = zone.normalized().equals(ZoneOffset.UTC);
        this.times = new TimestampParser(zone);
    }

    /// Learns from the first rows how times are written where the column's type does not say it.
    ///
    /// @throws LayoutException if they are no times in any form, or which day is which stays open
    void learn(ParquetColumn column, int rows) throws LayoutException {
        if (options.times().isPresent()) {
            be(options.times().get());
            return;
        }
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < Math.min(rows, SAMPLE); i++) {
            if (!column.isNull(i) && isWritten(column.kind())) {
                cells.add(written(column, i));
            }
        }
        if (!cells.isEmpty()) {
            TimeForms.Found found = new TimeForms(limits, timeframe, zone).find(cells, 1);
            if (found.isOpen()) {
                throw LayoutException.openOrder(cells.getFirst(), found.orders());
            }
            be(found.form());
        }
    }

    private void be(TimeForm form) {
        times = new TimestampParser(form, zone, false);
        written = form.text();
    }

    private static boolean isWritten(Kind kind) {
        return switch (kind) {
            case INTEGER, TEXT, DOUBLE -> true;
            case INSTANT, LOCAL, DATE, FLOAT, DECIMAL, OTHER -> false;
        };
    }

    private static String written(ParquetColumn column, int row) {
        return switch (column.kind()) {
            case TEXT -> column.text(row).strip();
            case DOUBLE ->
                    Double.isFinite(column.number(row))
                            ? new BigDecimal(column.number(row)).toPlainString()
                            : "NaN";
            default -> Long.toString(column.integer(row));
        };
    }

    /// The zone of times that name none.
    ZoneId zone() {
        return zone;
    }

    String zoneText() {
        return utc ? "UTC" : zone.getId();
    }

    /// How they are written, for people, once it is learnt.
    String text() {
        return written;
    }

    /// Whether there are times in a column of that kind.
    static boolean isTime(Kind kind) {
        return switch (kind) {
            case INSTANT, LOCAL, DATE, INTEGER, TEXT, DOUBLE -> true;
            case FLOAT, DECIMAL, OTHER -> false;
        };
    }

    /// The row's time, or [TimeReader#NONE].
    long read(ParquetColumn column, int row) {
        return switch (column.kind()) {
            case INSTANT -> within(column.integer(row));
            case LOCAL -> local(column.integer(row));
            case DATE -> local(column.integer(row) * DAY);
            case INTEGER ->
                    times.isEpoch()
                            ? within(times.ofEpoch(column.integer(row)))
                            : times.read(written(column, row));
            case TEXT, DOUBLE -> times.read(written(column, row));
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
                : column.kind() == Kind.DOUBLE
                        ? Double.toString(column.number(row))
                        : Long.toString(column.integer(row));
    }
}
