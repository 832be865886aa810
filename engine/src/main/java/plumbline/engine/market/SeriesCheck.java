package plumbline.engine.market;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Looks for what is wrong with candles: the laws of a candle, the order of times, gaps.
///
/// Crypto trades around the clock, so every missing candle counts as a gap. The one exception: a
/// series over at least two weeks without a single candle on a Saturday or Sunday belongs to a
/// market that is closed then, and its weekends are not gaps.
public final class SeriesCheck {
    private static final long DAY = Timeframe.D1.millis();

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
                return names[i] + " is not a number";
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
        List<Gap> gaps = new ArrayList<>();
        long[] time = candles.openTime();
        boolean weekdaysOnly = closedOnWeekends(candles, timeframe);
        for (int i = 1; i < time.length; i++) {
            if (time[i] - time[i - 1] <= timeframe.millis() && timeframe != Timeframe.MONTH1) {
                continue;
            }
            long missing = timeframe.steps(time[i - 1], time[i]) - 1;
            if (weekdaysOnly) {
                missing -= weekendCandles(time[i - 1], time[i], timeframe);
            }
            if (missing > 0) {
                gaps.add(new Gap(timeframe.next(time[i - 1]), time[i], missing));
            }
        }
        return gaps;
    }

    /// Every fault of a stored series: broken candles, times off the timeframe's grid, gaps.
    public static List<Fault> faults(CandleSeries candles, Timeframe timeframe) {
        List<Fault> faults = new ArrayList<>();
        long[] time = candles.openTime();
        for (int i = 0; i < time.length; i++) {
            String broken =
                    fault(
                            candles.open()[i],
                            candles.high()[i],
                            candles.low()[i],
                            candles.close()[i],
                            candles.volume()[i]);
            if (broken != null) {
                faults.add(new Fault(Kind.CANDLE, time[i], timeframe.next(time[i]), 1, broken));
            }
            if (timeframe.openOf(time[i]) != time[i]) {
                faults.add(
                        new Fault(
                                Kind.MISALIGNED,
                                time[i],
                                timeframe.next(time[i]),
                                1,
                                "opens off the " + timeframe + " grid"));
            }
        }
        for (Gap gap : gaps(candles, timeframe)) {
            String text =
                    gap.missing() == 1 ? "1 candle missing" : gap.missing() + " candles missing";
            faults.add(new Fault(Kind.GAP, gap.fromMs(), gap.toMs(), gap.missing(), text));
        }
        return faults;
    }

    /// What kind of fault a series has.
    public enum Kind {
        CANDLE,
        MISALIGNED,
        GAP
    }

    /// One fault of a series.
    ///
    /// @param candles how many candles it touches
    public record Fault(Kind kind, long fromMs, long toMs, long candles, String text) {}

    private static boolean closedOnWeekends(CandleSeries candles, Timeframe timeframe) {
        if (timeframe.millis() > DAY
                || candles.isEmpty()
                || candles.lastOpenMs() - candles.firstOpenMs() < 14 * DAY) {
            return false;
        }
        for (long time : candles.openTime()) {
            if (isWeekend(time)) {
                return false;
            }
        }
        return true;
    }

    private static long weekendCandles(long fromMs, long toMs, Timeframe timeframe) {
        long count = 0;
        for (long t = timeframe.next(fromMs); t < toMs; t = timeframe.next(t)) {
            if (isWeekend(t)) {
                count++;
            }
        }
        return count;
    }

    private static boolean isWeekend(long timeMs) {
        // the epoch day 0 was a Thursday
        DayOfWeek day = DayOfWeek.THURSDAY.plus(Math.floorDiv(timeMs, DAY) % 7);
        return day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY;
    }
}
