package plumbline.engine.feed;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import plumbline.engine.feed.rows.CandleRows;
import plumbline.engine.market.Timeframe;

/// Open times of rows that were written with the times of their closes.
final class OpenTimes {
    private static final long SECOND = 1000;
    private static final long MINUTE = 60_000;
    private static final long DAY = 86_400_000L;

    /// The last trading day of a month is not before it.
    private static final int LATE_IN_MONTH = 25;

    private final CandleRows rows;
    private final Timeframe timeframe;
    private final ZoneId zone;

    private OpenTimes(FileMerge.Part part, Timeframe timeframe) {
        this.rows = part.rows();
        this.timeframe = timeframe;
        this.zone = part.times().zone();
    }

    /// Gives the rows of a file the times at which they opened, if theirs are those of closes: as
    /// the user says, as the name of the column says, or because no candle opens at such times.
    ///
    /// @param said whether times are those of closes, if that was said
    /// @param notes where it is noted that they are taken for that though nobody said so
    /// @return whether they are those of closes
    static boolean settle(
            FileMerge.Part part, Timeframe timeframe, Optional<Boolean> said, List<String> notes) {
        OpenTimes times = new OpenTimes(part, timeframe);
        String why = said.isPresent() ? null : times.why(part.times().closes());
        if (why != null) {
            notes.add(
                    part.path()
                            + ": "
                            + why
                            + ": they are taken for the times of closes. --time open overrules it");
        }
        boolean closes = said.orElse(why != null);
        if (closes) {
            times.rows.changeTimes(times::openOf);
        }
        return closes;
    }

    /// Why times are those of closes, or `null` if nothing says so.
    private @Nullable String why(String column) {
        if (!column.isEmpty()) {
            return "its times are called '" + column + "'";
        }
        long step = timeframe.millis() < MINUTE ? SECOND : MINUTE;
        if (all(time -> endOf(time) != time && Math.floorMod(endOf(time), step) == 0)) {
            return "its times are the last moments of candles";
        }
        boolean weeks = timeframe == Timeframe.W1 && all(this::isEndOfWeek);
        boolean months = timeframe == Timeframe.MONTH1 && all(this::isLateInMonth);
        return weeks || months
                ? "its times are the last days of " + (weeks ? "weeks" : "months")
                : null;
    }

    private boolean all(LongPredicate isSo) {
        return IntStream.range(0, rows.size()).mapToLong(rows::time).allMatch(isSo);
    }

    private boolean isEndOfWeek(long time) {
        DayOfWeek day = date(time).getDayOfWeek();
        return day == DayOfWeek.FRIDAY || day == DayOfWeek.SATURDAY;
    }

    private boolean isLateInMonth(long time) {
        return date(time).getDayOfMonth() >= LATE_IN_MONTH;
    }

    private LocalDate date(long time) {
        return LocalDate.ofInstant(Instant.ofEpochMilli(time), zone);
    }

    /// A close may be written as the last moment of its candle: a millisecond or a second before
    /// the next.
    private long endOf(long close) {
        long step = timeframe.millis() < MINUTE ? SECOND : MINUTE;
        boolean second = step > SECOND && Math.floorMod(close + SECOND, step) == 0;
        return second ? close + SECOND : Math.floorMod(close + 1, step) == 0 ? close + 1 : close;
    }

    /// Days, weeks and months are those of the calendar of the zone.
    private long openOf(long close) {
        long end = endOf(close);
        if (timeframe.millis() < DAY) {
            return end - timeframe.millis();
        }
        ZonedDateTime local = Instant.ofEpochMilli(end).atZone(zone);
        ZonedDateTime within = Instant.ofEpochMilli(end - 1).atZone(zone);
        ZonedDateTime open =
                switch (timeframe) {
                    case MONTH1 -> within.toLocalDate().withDayOfMonth(1).atStartOfDay(zone);
                    case W1 ->
                            within.toLocalDate()
                                    .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                                    .atStartOfDay(zone);
                    default -> local.minusDays(timeframe.millis() / DAY);
                };
        return open.toInstant().toEpochMilli();
    }
}
