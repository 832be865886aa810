package plumbline.ui.data;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import plumbline.engine.market.Covered;
import plumbline.engine.market.SeriesCheck;
import plumbline.engine.market.SeriesCheck.Fault;
import plumbline.engine.market.SeriesInfo;
import plumbline.engine.market.TimeRange;
import plumbline.engine.market.Timeframe;

/// What is stored of a series, month by month, computed from what was asked for and from the gaps:
/// no candle is read for it.
///
/// A month is counted as `12 * year + month - 1`, UTC. Immutable. Threads: any thread.
final class Months {
    /// So much is looked at before the first candle and after the last one.
    private static final int MOST_BEFORE = 240;

    private static final int MOST_AFTER = 12;

    /// What a month is like.
    enum Kind {
        /// Every candle is there that should be.
        COVERED,
        /// Candles are missing for which the source was asked.
        GAP,
        /// Some candles are there, and nobody asked for the others.
        PART,
        /// The source was asked and has nothing: before the first candle or after the last one.
        NOTHING,
        /// Nobody asked.
        NEVER
    }

    private final int first;
    private final Kind[] kinds;
    private final long[] candles;
    private final long[] missing;
    private final long[] never;

    private Months(int first, int count) {
        this.first = first;
        this.kinds = new Kind[count];
        this.candles = new long[count];
        this.missing = new long[count];
        this.never = new long[count];
    }

    /// @param coverage oldest first
    /// @param gaps those that stand
    /// @param counted the candles of each month as they were counted, where the gaps do not account
    ///   for all that is not there because the market rests; else empty
    static Months of(
            SeriesInfo series,
            List<Covered> coverage,
            List<Fault> gaps,
            Map<YearMonth, Long> counted) {
        if (series.candles() == 0 && coverage.isEmpty()) {
            return new Months(0, 0);
        }
        boolean weekdaysOnly = isWeekdaysOnly(series, gaps);
        TimeRange all = extent(series, coverage);
        int from = month(all.fromMs());
        Months months = new Months(from, month(all.toMs() - 1) - from + 1);
        for (int i = 0; i < months.kinds.length; i++) {
            months.fill(i, series, coverage, gaps, weekdaysOnly, counted);
        }
        return months;
    }

    private void fill(
            int i,
            SeriesInfo series,
            List<Covered> coverage,
            List<Fault> gaps,
            boolean weekdaysOnly,
            Map<YearMonth, Long> counted) {
        TimeRange month = new TimeRange(start(first + i), start(first + i + 1));
        Timeframe timeframe = series.key().timeframe();
        long slots = slots(timeframe, common(month, span(series)), weekdaysOnly);
        long unasked = 0;
        for (Fault gap : gaps) {
            TimeRange lost = common(month, new TimeRange(gap.fromMs(), gap.toMs()));
            long here = Math.min(gap.candles(), slots(timeframe, lost, weekdaysOnly));
            slots -= slots(timeframe, common(lost, span(series)), weekdaysOnly);
            missing[i] += gap.kind() == SeriesCheck.Kind.UNASKED ? 0 : here;
            unasked += gap.kind() == SeriesCheck.Kind.UNASKED ? here : 0;
        }
        YearMonth name = YearMonth.of((first + i) / 12, (first + i) % 12 + 1);
        candles[i] = counted.isEmpty() ? Math.max(0, slots) : counted.getOrDefault(name, 0L);
        never[i] = unasked;
        boolean asked = coverage.stream().anyMatch(c -> c.range().overlaps(month));
        if (candles[i] > 0) {
            kinds[i] = missing[i] > 0 ? Kind.GAP : unasked > 0 ? Kind.PART : Kind.COVERED;
        } else if (!asked) {
            kinds[i] = Kind.NEVER;
        } else {
            kinds[i] = missing[i] > 0 ? Kind.GAP : Kind.NOTHING;
        }
    }

    /// Whether the gaps account for every candle that is not there: then they are all known, and
    /// nothing needs to be read to find them.
    static boolean isAccountedFor(SeriesInfo series, List<Fault> gaps) {
        return countWithout(series, gaps, false) == series.candles()
                || countWithout(series, gaps, true) == series.candles();
    }

    /// Whether the market is closed on Saturdays and Sundays: only without them the count is right.
    private static boolean isWeekdaysOnly(SeriesInfo series, List<Fault> gaps) {
        return series.key().timeframe().millis() <= Timeframe.D1.millis()
                && countWithout(series, gaps, false) != series.candles()
                && countWithout(series, gaps, true) == series.candles();
    }

    private static long countWithout(SeriesInfo series, List<Fault> gaps, boolean weekdaysOnly) {
        TimeRange span = span(series);
        long lost =
                gaps.stream()
                        .filter(g -> g.fromMs() < span.toMs() && g.toMs() > span.fromMs())
                        .mapToLong(Fault::candles)
                        .sum();
        return slots(series.key().timeframe(), span, weekdaysOnly) - lost;
    }

    /// From the first candle to the end of the last one.
    private static TimeRange span(SeriesInfo series) {
        return series.candles() == 0
                ? new TimeRange(0, 0)
                : new TimeRange(
                        series.firstOpenMs(), series.key().timeframe().next(series.lastOpenMs()));
    }

    private static TimeRange extent(SeriesInfo series, List<Covered> coverage) {
        TimeRange span = series.candles() == 0 ? coverage.getFirst().range() : span(series);
        long from = span.fromMs();
        long to = span.toMs();
        for (Covered one : coverage) {
            from = Math.min(from, one.range().fromMs());
            to = Math.max(to, one.range().toMs());
        }
        return new TimeRange(
                Math.max(from, start(month(span.fromMs()) - MOST_BEFORE)),
                Math.max(1 + from, Math.min(to, start(month(span.toMs()) + MOST_AFTER))));
    }

    private static TimeRange common(TimeRange a, TimeRange b) {
        long from = Math.max(a.fromMs(), b.fromMs());
        return new TimeRange(from, Math.max(from, Math.min(a.toMs(), b.toMs())));
    }

    /// How many candles open within `range`.
    private static long slots(Timeframe timeframe, TimeRange range, boolean weekdaysOnly) {
        long all = timeframe.opens(range);
        if (!weekdaysOnly) {
            return all;
        }
        long day = Timeframe.D1.millis();
        for (long at = Timeframe.D1.openOf(range.fromMs()); at < range.toMs(); at += day) {
            if (isWeekend(at)) {
                all -= slots(timeframe, common(range, new TimeRange(at, at + day)), false);
            }
        }
        return all;
    }

    private static boolean isWeekend(long timeMs) {
        return date(timeMs).getDayOfWeek().getValue() >= 6;
    }

    int first() {
        return first;
    }

    /// The one after the last.
    int end() {
        return first + kinds.length;
    }

    boolean isEmpty() {
        return kinds.length == 0;
    }

    Kind kind(int month) {
        return month < first || month >= end() ? Kind.NEVER : kinds[month - first];
    }

    /// How many candles of a month are stored.
    long candles(int month) {
        return month < first || month >= end() ? 0 : candles[month - first];
    }

    /// How many are missing in its gaps.
    long missing(int month) {
        return month < first || month >= end() ? 0 : missing[month - first];
    }

    /// How many of a month were never asked for, between candles that are there.
    long never(int month) {
        return month < first || month >= end() ? 0 : never[month - first];
    }

    /// The month of a time.
    static int month(long timeMs) {
        LocalDate date = date(timeMs);
        return date.getYear() * 12 + date.getMonthValue() - 1;
    }

    /// When a month begins.
    static long start(int month) {
        return LocalDate.of(Math.floorDiv(month, 12), Math.floorMod(month, 12) + 1, 1)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant()
                .toEpochMilli();
    }

    private static LocalDate date(long timeMs) {
        return LocalDate.ofEpochDay(Math.floorDiv(timeMs, Timeframe.D1.millis()));
    }
}
