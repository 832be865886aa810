package plumbline.ui.backtest;

import io.fair_acc.dataset.spi.DoubleDataSet;
import java.util.Arrays;
import plumbline.engine.analytics.Thinning;

/// A curve over time, thinned to what a panel can show.
///
/// @param seconds times since 1970
record Curve(double[] seconds, double[] values) {
    static final Curve NONE = new Curve(new double[0], new double[0]);

    private static final int STRETCHES = 700;

    /// Shapes: `time[n], values[n]`; at most `4 * 701` points come out.
    ///
    /// @param scale what each value is multiplied with
    /// @param shift what is added then
    static Curve of(long[] time, double[] values, double scale, double shift) {
        int n = values.length;
        long stretch = n == 0 ? 1 : Math.max(1, (time[n - 1] - time[0]) / STRETCHES);
        int[] kept = Thinning.indexes(time, values, stretch);
        double[] seconds = new double[kept.length];
        double[] out = new double[kept.length];
        for (int i = 0; i < kept.length; i++) {
            seconds[i] = time[kept[i]] / 1000.0;
            out[i] = values[kept[i]] * scale + shift;
        }
        return new Curve(seconds, out);
    }

    /// The same gains on a logarithmic scale.
    Curve logarithmic() {
        return new Curve(seconds, Arrays.stream(values).map(LogTicks::position).toArray());
    }

    double lowest() {
        double least = Double.POSITIVE_INFINITY;
        for (double value : values) {
            least = Math.min(least, value);
        }
        return least;
    }

    double highest() {
        double most = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            most = Math.max(most, value);
        }
        return most;
    }

    /// As ChartFX takes it.
    DoubleDataSet dataSet(String name) {
        return new DoubleDataSet(name, seconds, values, seconds.length, false);
    }
}
