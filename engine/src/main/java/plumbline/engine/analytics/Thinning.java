package plumbline.engine.analytics;

import java.util.Arrays;

/// Which values of a long curve it takes to draw it: of each stretch of time the first, the lowest,
/// the highest and the last, in the order in which they came. Drawn with stretches no wider than
/// the pen, the curve looks the same.
public final class Thinning {
    private static final int KEPT = 4;

    private Thinning() {}

    /// Shapes: `time[n], values[n] -> indexes`, increasing; none of none.
    ///
    /// @param stretchMs how long a stretch is, at least 1
    public static int[] indexes(long[] time, double[] values, long stretchMs) {
        int n = values.length;
        long stretches = n == 0 ? 0 : (time[n - 1] - time[0]) / stretchMs + 1;
        int[] kept = new int[(int) Math.min(n, KEPT * stretches)];
        int count = 0;
        for (int from = 0; from < n; ) {
            int to = from + 1;
            int low = from;
            int high = from;
            long end = time[from] + stretchMs;
            while (to < n && time[to] < end) {
                low = values[to] < values[low] ? to : low;
                high = values[to] > values[high] ? to : high;
                to++;
            }
            int last = -1;
            for (int i : new int[] {from, Math.min(low, high), Math.max(low, high), to - 1}) {
                if (i != last) {
                    kept[count++] = i;
                    last = i;
                }
            }
            from = to;
        }
        return Arrays.copyOf(kept, count);
    }
}
