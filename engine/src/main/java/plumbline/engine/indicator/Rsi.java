package plumbline.engine.indicator;

/// Relative strength index after Wilder (*New Concepts in Technical Trading Systems*, 1978, p. 65):
/// averages of gains and losses, seeded with the simple mean of the first `period` changes and then
/// smoothed with `1 / period` (as in TA-Lib). 0 to 100; 50 where nothing moved at all. A `NaN`
/// input yields `NaN` and is passed over.
///
/// Not thread-safe: one instance per stream.
public final class Rsi {
    private final int period;
    private final double share;
    private int seen;
    private double last = Double.NaN;
    private double gain;
    private double loss;

    /// @throws IllegalArgumentException if `period < 1`
    public Rsi(int period) {
        this.period = Periods.checked(period);
        this.share = 1.0 / period;
    }

    /// Feeds one input. O(1), allocation-free.
    ///
    /// @return the index, or `NaN` during the first `period` inputs
    public double next(double x) {
        if (Double.isNaN(x)) {
            return Double.NaN;
        }
        double change = x - last;
        last = x;
        if (Double.isNaN(change)) {
            return Double.NaN;
        }
        double up = Math.max(change, 0);
        double down = Math.max(-change, 0);
        if (seen < period) {
            gain += up;
            loss += down;
            seen++;
            if (seen < period) {
                return Double.NaN;
            }
            gain /= period;
            loss /= period;
        } else {
            gain += share * (up - gain);
            loss += share * (down - loss);
        }
        double both = gain + loss;
        return both == 0 ? 50 : 100 * gain / both;
    }

    /// After how many inputs where it started no longer shows: its weight is less than the rounding
    /// of a double.
    ///
    /// @throws IllegalArgumentException if `period < 1`
    public static int settledAfter(int period) {
        return Periods.settledAfter(Periods.checked(period), 1.0 / period);
    }

    /// Batch form. Shapes: `in[n] -> out[n]`; `in` and `out` may be the same array.
    ///
    /// @throws IllegalArgumentException if `period < 1`
    public static void compute(double[] in, int period, double[] out) {
        Rsi rsi = new Rsi(period);
        for (int i = 0; i < in.length; i++) {
            out[i] = rsi.next(in[i]);
        }
    }
}
