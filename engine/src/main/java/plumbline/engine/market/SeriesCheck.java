package plumbline.engine.market;

import java.time.DayOfWeek;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Looks for what is wrong with candles: the laws of a candle, the order of times, gaps.
///
/// Crypto trades around the clock, so every missing candle counts as a gap. The one exception: a
/// series over at least two weeks without a single candle on a Saturday or Sunday belongs to a
/// market that is closed then, and its weekends are not gaps.
public final class SeriesCheck {
    static final long DAY = Timeframe.D1.millis();
    private static final long WEEK = 7 * DAY;

    private SeriesCheck() {}

    /// What breaks the laws of a candle, or `null` if nothing does: all numbers finite, prices
    /// above zero, volume not below zero, `low <= open, close <= high`.
    public static @Nullable String fault(
            double open, double high, double low, double close, double volume) {
        // the common case in one test: every comparison with NaN is false
        if (low > 0
                && low <= open
                && low <= close
                && open <= high
                && close <= high
                && volume >= 0
                && high < Double.POSITIVE_INFINITY
                && volume < Double.POSITIVE_INFINITY) {
            return null;
        }
        return name(open, high, low, close, volume);
    }

    private static String name(double open, double high, double low, double close, double volume) {
        String[] names = {"open", "high", "low", "close", "volume"};
        double[] values = {open, high, low, close, volume};
        for (int i = 0; i < 5; i++) {
            if (!Double.isFinite(values[i])) {
                return names[i]
                        + (Double.isNaN(values[i])
                                ? " is not a number"
                                : " is too large to be a number");
            }
            if (i < 4 ? values[i] <= 0 : values[i] < 0) {
                return names[i]
                        + (i < 4 ? " must be above 0, is " : " must not be below 0, is ")
                        + values[i];
            }
        }
        if (high < low) {
            return "high " + high + " is below low " + low;
        }
        if (open > high || close > high) {
            return "high "
                    + high
                    + " is below "
                    + (open > high ? "open " + open : "close " + close);
        }
        return "low " + low + " is above " + (open < low ? "open " + open : "close " + close);
    }

    /// The gaps between the first and the last candle, oldest first.
    public static List<Gap> gaps(CandleSeries candles, Timeframe timeframe) {
        SeriesScan scan = new SeriesScan(timeframe);
        scan.addTimes(candles.openTime());
        return scan.gaps();
    }

    /// Every fault of a series: broken candles, times off the timeframe's grid, gaps; oldest first.
    public static List<Fault> faults(CandleSeries candles, Timeframe timeframe) {
        SeriesScan scan = new SeriesScan(timeframe);
        scan.add(candles);
        return scan.faults();
    }

    /// A gap as a fault.
    public static Fault fault(Gap gap) {
        return new Fault(Kind.GAP, gap.fromMs(), gap.toMs(), gap.missing(), missing(gap.missing()));
    }

    /// So many candles are missing, in words.
    public static String missing(long candles) {
        return candles == 1 ? "1 candle missing" : candles + " candles missing";
    }

    /// What kind of fault a series has.
    public enum Kind {
        /// Candles are missing between two that are there, and their source was asked for them.
        GAP,
        /// Candles between two that are there were never asked for.
        UNASKED,
        /// A candle breaks the laws of a candle.
        CANDLE,
        /// A candle opens off the timeframe's grid.
        MISALIGNED,
        /// Two candles have the same open time.
        DUPLICATE,
        /// A candle comes after a later one.
        ORDER,
        /// Stored bytes are not what was written.
        DAMAGED,
        /// What is noted of stored candles is not what they are.
        NOTE,
        /// A source gave a finished candle otherwise than before.
        CONFLICT;

        /// Whether what is wrong is that candles are not there.
        public boolean isMissing() {
            return this == GAP || this == UNASKED;
        }
    }

    /// One fault of a series.
    ///
    /// @param candles how many candles it touches
    public record Fault(Kind kind, long fromMs, long toMs, long candles, String text) {}

    /// How many candles between two would open on a Saturday or Sunday; the timeframe divides a
    /// day. Counted, not walked through: one wrong digit in a year makes a gap of billions.
    static long weekendCandles(long fromMs, long toMs, Timeframe timeframe) {
        long step = timeframe.millis();
        long start = fromMs + step;
        long weeks = Math.max(0, (toMs - start) / WEEK);
        long count = weeks * 2 * (DAY / step);
        start += weeks * WEEK;
        for (long day = Math.floorDiv(start, DAY) * DAY; day < toMs; day += DAY) {
            if (isWeekend(day)) {
                long from = Math.max(start, day);
                long to = Math.min(toMs, day + DAY);
                count += Math.ceilDiv(to - start, step) - Math.ceilDiv(from - start, step);
            }
        }
        return count;
    }

    static boolean isWeekend(long timeMs) {
        // the epoch day 0 was a Thursday
        DayOfWeek day = DayOfWeek.THURSDAY.plus(Math.floorDiv(timeMs, DAY) % 7);
        return day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY;
    }
}
