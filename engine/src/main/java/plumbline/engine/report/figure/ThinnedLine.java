package plumbline.engine.report.figure;

import java.util.function.DoubleUnaryOperator;
import java.util.function.LongToDoubleFunction;
import plumbline.engine.analytics.Thinning;

/// A long line as the few points that a page can show, see [Thinning].
///
/// @param x places from the left, increasing
/// @param y places from the top
record ThinnedLine(double[] x, double[] y) {
    private static final double COLUMN_MM = 0.22;

    /// @param toX place of a time on the paper, in proportion to it
    /// @param toY place of a value
    static ThinnedLine of(
            long[] time, double[] values, LongToDoubleFunction toX, DoubleUnaryOperator toY) {
        int[] kept = Thinning.indexes(time, values, columnMs(time, toX));
        double[] x = new double[kept.length];
        double[] y = new double[kept.length];
        for (int i = 0; i < kept.length; i++) {
            x[i] = toX.applyAsDouble(time[kept[i]]);
            y[i] = toY.applyAsDouble(values[kept[i]]);
        }
        return new ThinnedLine(x, y);
    }

    int size() {
        return x.length;
    }

    private static long columnMs(long[] time, LongToDoubleFunction toX) {
        if (time.length < 2) {
            return 1;
        }
        long first = time[0];
        long last = time[time.length - 1];
        double wide = toX.applyAsDouble(last) - toX.applyAsDouble(first);
        return wide > 0 ? Math.max(1, (long) ((last - first) / wide * COLUMN_MM)) : 1;
    }
}
