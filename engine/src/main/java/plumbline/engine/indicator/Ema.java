package plumbline.engine.indicator;

/// Exponential moving average, `α = 2 / (period + 1)`, seeded with the simple mean of the first
/// `period` inputs (TA-Lib's default start). A `NaN` input yields `NaN` and leaves the average as
/// it was.
///
/// Not thread-safe: one instance per stream.
public final class Ema {
    private final int period;
    private final double alpha;
    private int seen;
    private double sum;
    private double value;

    /// @throws IllegalArgumentException if `period < 1`
    public Ema(int period) {
        this.period = Periods.checked(period);
        this.alpha = 2.0 / (period + 1);
    }

    /// Feeds one input. O(1), allocation-free.
    ///
    /// @return the average, or `NaN` during the first `period - 1` inputs
    public double next(double x) {
        if (Double.isNaN(x)) {
            return Double.NaN;
        }
        if (seen >= period) {
            value += alpha * (x - value);
            return value;
        }
        sum += x;
        seen++;
        if (seen < period) {
            return Double.NaN;
        }
        value = sum / period;
        return value;
    }

    /// After how many inputs where it started no longer shows: its weight is less than the rounding
    /// of a double.
    ///
    /// @throws IllegalArgumentException if `period < 1`
    public static int settledAfter(int period) {
        return Periods.settledAfter(Periods.checked(period), 2.0 / (period + 1));
    }

    /// Batch form. Shapes: `in[n] -> out[n]`; `in` and `out` may be the same array.
    ///
    /// @throws IllegalArgumentException if `period < 1`
    public static void compute(double[] in, int period, double[] out) {
        Ema ema = new Ema(period);
        for (int i = 0; i < in.length; i++) {
            out[i] = ema.next(in[i]);
        }
    }
}
