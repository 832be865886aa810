package plumbline.engine.indicator;

/// Average true range after Wilder (*New Concepts in Technical Trading Systems*, 1978, p. 21): the
/// true range is the largest of `high - low`, `|high - previous close|` and `|low - previous
/// close|`; it is averaged over the first `period` true ranges and then smoothed with `1 / period`
/// (as in TA-Lib, where the first candle has no true range as it has no candle before it). In units
/// of price. A candle with a `NaN` yields `NaN` and is passed over.
///
/// Not thread-safe: one instance per stream.
public final class Atr {
    private final int period;
    private final double share;
    private int seen;
    private double lastClose = Double.NaN;
    private double value;

    /// @throws IllegalArgumentException if `period < 1`
    public Atr(int period) {
        this.period = Periods.checked(period);
        this.share = 1.0 / period;
    }

    /// Feeds one candle. O(1), allocation-free.
    ///
    /// @return the average, or `NaN` during the first `period` candles
    public double next(double high, double low, double close) {
        if (Double.isNaN(high + low + close)) {
            return Double.NaN;
        }
        double before = lastClose;
        lastClose = close;
        if (Double.isNaN(before)) {
            return Double.NaN;
        }
        double range = Math.max(high, before) - Math.min(low, before);
        if (seen < period) {
            value += range;
            seen++;
            if (seen < period) {
                return Double.NaN;
            }
            value /= period;
        } else {
            value += share * (range - value);
        }
        return value;
    }

    /// After how many inputs where it started no longer shows: its weight is less than the rounding
    /// of a double.
    ///
    /// @throws IllegalArgumentException if `period < 1`
    public static int settledAfter(int period) {
        return Periods.settledAfter(Periods.checked(period), 1.0 / period);
    }

    /// Batch form. Shapes: `high[n], low[n], close[n] -> out[n]`; `out` may be one of the inputs.
    ///
    /// @throws IllegalArgumentException if `period < 1`
    public static void compute(
            double[] high, double[] low, double[] close, int period, double[] out) {
        Atr atr = new Atr(period);
        for (int i = 0; i < high.length; i++) {
            out[i] = atr.next(high[i], low[i], close[i]);
        }
    }
}
