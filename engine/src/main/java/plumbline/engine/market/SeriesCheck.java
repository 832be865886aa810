package plumbline.engine.market;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Looks for what is wrong with candles: the laws of a candle, the order of times, gaps.
///
/// Crypto trades around the clock, so every missing candle counts as a gap. Where a market rests,
/// which [TradingHours] tells from the candles, nothing is missing.
public final class SeriesCheck {
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
        return SeriesScan.ofTimes(candles, timeframe).gaps();
    }

    /// Every fault of a series: broken candles, times off the timeframe's grid, gaps; oldest first.
    public static List<Fault> faults(CandleSeries candles, Timeframe timeframe) {
        SeriesScan scan = new SeriesScan(timeframe);
        scan.add(candles);
        return scan.faults();
    }

    /// What is to be said of when candles open: that they open off the grid as a rule, or how many
    /// do against it; empty if all is as it should be.
    public static Optional<String> offGrid(CandleSeries candles, Timeframe timeframe) {
        GridOffsets offsets = new GridOffsets(timeframe);
        for (long time : candles.openTime()) {
            offsets.add(time);
        }
        long off = offsets.exceptions();
        if (off == 0) {
            return offsets.note();
        }
        return Optional.of(
                off
                        + (off == 1 ? " candle opens" : " candles open")
                        + " off the "
                        + timeframe
                        + " grid, the first at "
                        + Instant.ofEpochMilli(offsets.faults().getFirst().fromMs())
                        + "; data verify lists them as misaligned. Is the time zone right?");
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
}
