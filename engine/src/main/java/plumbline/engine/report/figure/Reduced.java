package plumbline.engine.report.figure;

import java.util.function.DoubleUnaryOperator;
import java.util.function.LongToDoubleFunction;

/// A long line as few points that look the same: of each narrow column the first, the lowest, the
/// highest and the last, in the order in which they came.
final class Reduced {
    private static final double COLUMN_MM = 0.22;

    private final double[] x;
    private final double[] y;
    private int size;

    private Reduced(int room) {
        x = new double[room];
        y = new double[room];
    }

    double[] x() {
        return x;
    }

    double[] y() {
        return y;
    }

    int size() {
        return size;
    }

    /// @param toX place of a time on the paper, growing with it
    /// @param toY place of a value
    static Reduced of(
            long[] time, double[] values, LongToDoubleFunction toX, DoubleUnaryOperator toY) {
        int n = values.length;
        double wide = n == 0 ? 0 : toX.applyAsDouble(time[n - 1]) - toX.applyAsDouble(time[0]);
        Reduced reduced = new Reduced((int) Math.min(n, 4 * (wide / COLUMN_MM + 2)));
        int from = 0;
        while (from < values.length) {
            double edge = toX.applyAsDouble(time[from]) + COLUMN_MM;
            int to = from + 1;
            int lowest = from;
            int highest = from;
            while (to < values.length && toX.applyAsDouble(time[to]) < edge) {
                lowest = values[to] < values[lowest] ? to : lowest;
                highest = values[to] > values[highest] ? to : highest;
                to++;
            }
            int last = -1;
            int[] kept = {from, Math.min(lowest, highest), Math.max(lowest, highest), to - 1};
            for (int i : kept) {
                if (i != last) {
                    reduced.add(toX.applyAsDouble(time[i]), toY.applyAsDouble(values[i]));
                    last = i;
                }
            }
            from = to;
        }
        return reduced;
    }

    private void add(double atX, double atY) {
        x[size] = atX;
        y[size] = atY;
        size++;
    }
}
