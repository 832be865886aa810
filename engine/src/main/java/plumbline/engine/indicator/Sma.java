package plumbline.engine.indicator;

import plumbline.engine.market.FixedPoint;

/// Simple moving average, exact: where the inputs are decimals of up to eight places their sum is
/// kept as an integer and divided once, so averages that are equal on paper are equal in every bit
/// and a crossing never hangs on rounding. Windows with other inputs are summed anew, oldest first,
/// for each output.
///
/// Not thread-safe: one instance per stream.
public final class Sma {
    private final double[] window;
    private final double divisor;
    private int at;
    private int filled;
    private int inexact;
    private long points;

    /// @throws IllegalArgumentException if `period < 1`
    public Sma(int period) {
        this.window = new double[Periods.checked(period)];
        this.divisor = period * FixedPoint.SCALE;
    }

    /// Feeds one input. O(1) for decimals, O(period) otherwise; allocation-free.
    ///
    /// @return the average, or `NaN` during the first `period - 1` inputs and while a `NaN` is
    ///   inside
    public double next(double x) {
        if (filled == window.length) {
            add(window[at], -1);
        } else {
            filled++;
        }
        window[at] = x;
        add(x, 1);
        at = at + 1 == window.length ? 0 : at + 1;
        if (filled < window.length) {
            return Double.NaN;
        }
        return inexact == 0 ? points / divisor : sum() / window.length;
    }

    private void add(double x, int sign) {
        if (FixedPoint.isExact(x)) {
            points += sign * (long) Math.rint(x * FixedPoint.SCALE);
        } else {
            inexact += sign;
        }
    }

    private double sum() {
        double sum = 0;
        for (int i = at; i < window.length; i++) {
            sum += window[i];
        }
        for (int i = 0; i < at; i++) {
            sum += window[i];
        }
        return sum;
    }

    /// Batch form. Shapes: `in[n] -> out[n]`; `in` and `out` may be the same array.
    ///
    /// @throws IllegalArgumentException if `period < 1`
    public static void compute(double[] in, int period, double[] out) {
        Sma sma = new Sma(period);
        for (int i = 0; i < in.length; i++) {
            out[i] = sma.next(in[i]);
        }
    }
}
