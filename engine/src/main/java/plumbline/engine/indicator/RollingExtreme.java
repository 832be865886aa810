package plumbline.engine.indicator;

/// Highest or lowest of the last `period` inputs, this one included. `NaN` while a `NaN` is among
/// them.
///
/// Not thread-safe: one instance per stream.
public final class RollingExtreme {
    private final double[] window;
    private final double sign;
    private int at;
    private int filled;
    private int bestAge;
    private double best = Double.NEGATIVE_INFINITY;

    private RollingExtreme(int period, double sign) {
        this.window = new double[Periods.checked(period)];
        this.sign = sign;
    }

    /// @throws IllegalArgumentException if `period < 1`
    public static RollingExtreme highest(int period) {
        return new RollingExtreme(period, 1);
    }

    /// @throws IllegalArgumentException if `period < 1`
    public static RollingExtreme lowest(int period) {
        return new RollingExtreme(period, -1);
    }

    /// Feeds one input. O(1) but when the extreme leaves the window, then O(period);
    /// allocation-free.
    ///
    /// @return the extreme, or `NaN` during the first `period - 1` inputs
    public double next(double x) {
        double signed = sign * x;
        window[at] = signed;
        at = at + 1 == window.length ? 0 : at + 1;
        filled = Math.min(filled + 1, window.length);
        bestAge++;
        if (signed >= best) {
            best = signed;
            bestAge = 0;
        } else if (bestAge >= window.length || Double.isNaN(signed) || Double.isNaN(best)) {
            rescan();
        }
        return filled < window.length ? Double.NaN : sign * best;
    }

    private void rescan() {
        best = Double.NEGATIVE_INFINITY;
        for (int age = filled - 1; age >= 0; age--) {
            double value = window[Math.floorMod(at - 1 - age, window.length)];
            if (Double.isNaN(value)) {
                best = Double.NaN;
                return;
            }
            if (value >= best) {
                best = value;
                bestAge = age;
            }
        }
    }

    /// Highest of the last `period` inputs. Shapes: `in[n] -> out[n]`; may be the same array.
    ///
    /// @throws IllegalArgumentException if `period < 1`
    public static void highest(double[] in, int period, double[] out) {
        compute(in, highest(period), out);
    }

    /// Lowest of the last `period` inputs. Shapes: `in[n] -> out[n]`; may be the same array.
    ///
    /// @throws IllegalArgumentException if `period < 1`
    public static void lowest(double[] in, int period, double[] out) {
        compute(in, lowest(period), out);
    }

    private static void compute(double[] in, RollingExtreme extreme, double[] out) {
        for (int i = 0; i < in.length; i++) {
            out[i] = extreme.next(in[i]);
        }
    }
}
