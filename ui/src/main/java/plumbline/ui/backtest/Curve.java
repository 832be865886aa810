package plumbline.ui.backtest;

import io.fair_acc.dataset.spi.DoubleDataSet;
import plumbline.engine.portfolio.EquityCurve;

/// A curve over time, thinned to what a panel can show: of each stretch of time the first, lowest,
/// highest and last value in the order in which they came.
final class Curve {
    private static final int STRETCHES = 700;

    private Curve() {}

    /// Shapes: `time[n], values[n]`; at most `4 * 700` points come out. Times in seconds.
    static DoubleDataSet of(String name, long[] time, double[] values) {
        int n = values.length;
        DoubleDataSet out = new DoubleDataSet(name, Math.min(n, 4 * STRETCHES) + 4);
        if (n == 0) {
            return out;
        }
        long width = Math.max(1, (time[n - 1] - time[0]) / STRETCHES);
        int from = 0;
        while (from < n) {
            int to = from + 1;
            int low = from;
            int high = from;
            long end = time[from] + width;
            while (to < n && time[to] < end) {
                low = values[to] < values[low] ? to : low;
                high = values[to] > values[high] ? to : high;
                to++;
            }
            int last = -1;
            for (int i : new int[] {from, Math.min(low, high), Math.max(low, high), to - 1}) {
                if (i != last) {
                    out.add(time[i] / 1000.0, values[i]);
                    last = i;
                }
            }
            from = to;
        }
        return out;
    }

    /// Each value against the starting cash, in percent. Shapes: `equity[n] -> out[n]`.
    static double[] percentOfCash(EquityCurve curve) {
        double[] out = new double[curve.size()];
        for (int i = 0; i < out.length; i++) {
            out[i] = (curve.equity()[i] / curve.startingCash() - 1) * 100;
        }
        return out;
    }
}
