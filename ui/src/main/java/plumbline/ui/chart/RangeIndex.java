package plumbline.ui.chart;

import org.jspecify.annotations.Nullable;

/// Answers "lowest, highest and sum of candles `from..to`" in a few dozen steps however many
/// candles that are: each level holds the answers for groups of four of the level below.
///
/// Built in slices ([#build]), so that a million candles never hold up a frame; what is not built
/// yet is answered from the columns themselves, slower and equally right.
///
/// Shapes: columns of length n; level k has n / 4^(k+1) whole groups. `NaN` counts as absent.
///
/// Threads: not thread-safe.
final class RangeIndex {
    /// The answer to a query; callers keep one and reuse it.
    static final class Range {
        /// Positive infinity if there is nothing in the range.
        double low;

        double high;
        double sum;

        private void clear() {
            low = Double.POSITIVE_INFINITY;
            high = Double.NEGATIVE_INFINITY;
            sum = 0;
        }

        boolean isEmpty() {
            return low > high;
        }
    }

    /// A slice that starts at a multiple of this leaves no group half built.
    static final int SLICE = 1 << 16;

    private static final int DEEPEST = 14;

    private final int size;
    private final double[][] low = new double[DEEPEST + 1][];
    private final double[][] high = new double[DEEPEST + 1][];
    private final double @Nullable [][] sum;
    private final int[] built = new int[DEEPEST + 1];

    /// @param volume what is summed, or `null`
    RangeIndex(double[] lowest, double[] highest, double @Nullable [] volume) {
        size = lowest.length;
        low[0] = lowest;
        high[0] = highest;
        built[0] = size;
        sum = volume == null ? null : new double[DEEPEST + 1][];
        if (sum != null && volume != null) {
            sum[0] = volume;
        }
    }

    /// Builds whatever groups are whole within the first `to` candles; call it with growing `to`.
    void build(int to) {
        for (int level = 1; level <= DEEPEST; level++) {
            int groups = to >> (2 * level);
            int room = size >> (2 * level);
            if (room == 0) {
                return;
            }
            if (built[level] == 0) {
                low[level] = new double[room];
                high[level] = new double[room];
                if (sum != null) {
                    sum[level] = new double[room];
                }
            }
            extremes(low[level - 1], high[level - 1], level, groups);
            if (sum != null) {
                sums(sum[level - 1], sum[level], built[level], groups);
            }
            built[level] = Math.max(built[level], groups);
        }
    }

    void query(int from, int to, Range out) {
        out.clear();
        int level = 0;
        while (from < to) {
            int up = level + 1;
            if (up > DEEPEST || (to >> 2) > built[up] || to - from < 4) {
                add(level, from, to, out);
                return;
            }
            int begin = Math.min(to, (from + 3) & -4);
            add(level, from, begin, out);
            int end = Math.max(begin, to & -4);
            add(level, end, to, out);
            from = begin >> 2;
            to = end >> 2;
            level = up;
        }
    }

    private void extremes(double[] lows, double[] highs, int level, int to) {
        double[] lowest = low[level];
        double[] highest = high[level];
        for (int g = built[level], i = 4 * g; g < to; g++, i += 4) {
            double least = Double.POSITIVE_INFINITY;
            double most = Double.NEGATIVE_INFINITY;
            for (int k = i; k < i + 4; k++) {
                least = lows[k] < least ? lows[k] : least;
                most = highs[k] > most ? highs[k] : most;
            }
            lowest[g] = least;
            highest[g] = most;
        }
    }

    private static void sums(double[] in, double[] out, int from, int to) {
        for (int g = from, i = 4 * from; g < to; g++, i += 4) {
            out[g] = in[i] + in[i + 1] + in[i + 2] + in[i + 3];
        }
    }

    private void add(int level, int from, int to, Range out) {
        double[] lows = low[level];
        double[] highs = high[level];
        double least = out.low;
        double most = out.high;
        for (int i = from; i < to; i++) {
            least = lows[i] < least ? lows[i] : least;
            most = highs[i] > most ? highs[i] : most;
        }
        out.low = least;
        out.high = most;
        if (sum != null) {
            double[] values = sum[level];
            double total = out.sum;
            for (int i = from; i < to; i++) {
                total += values[i];
            }
            out.sum = total;
        }
    }
}
