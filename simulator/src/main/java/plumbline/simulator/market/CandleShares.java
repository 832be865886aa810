package plumbline.simulator.market;

/// How a candle is divided into parts that sum up to it exactly.
final class CandleShares {
    private static final double SWING = 0.5;
    private static final double LEAST_WEIGHT = 0.05;

    private CandleShares() {}

    /// How many prices are needed to show open, high, low and close.
    static int needed(long open, long high, long low, long close) {
        int needed = open == close && high == low ? 1 : 2;
        needed += high > Math.max(open, close) ? 1 : 0;
        return needed + (low < Math.min(open, close) ? 1 : 0);
    }

    static long[] prices(int count, DayBlock day, int m, Noise noise) {
        return prices(
                count, new long[] {day.open[m], day.high[m], day.low[m], day.close[m]}, noise);
    }

    /// Prices from the open to the close that touch high and low. With fewer than are needed the
    /// close comes first, then the open, the high and the low.
    ///
    /// @param candle open, high, low, close
    static long[] prices(int count, long[] candle, Noise noise) {
        long open = candle[0];
        long high = candle[1];
        long low = candle[2];
        long close = candle[3];
        long[] prices = new long[count];
        for (int i = 1; i < count - 1; i++) {
            double line = open + (close - open) * (double) i / (count - 1);
            double swing = (noise.uniform() - 0.5) * SWING * (high - low);
            prices[i] = Math.clamp(Math.round(line + swing), low, high);
        }
        prices[0] = open;
        prices[count - 1] = close;
        int inner = count - 2;
        if (inner < 1) {
            return prices;
        }
        boolean peaks = high > Math.max(open, close);
        boolean dips = low < Math.min(open, close);
        int one = 1 + (int) (noise.uniform() * inner);
        int other = inner == 1 ? one : 1 + (one + (int) (noise.uniform() * (inner - 1))) % inner;
        // what rises has mostly been low before it was high
        boolean lowFirst = close >= open;
        int early = Math.min(one, other);
        int late = Math.max(one, other);
        if (dips) {
            prices[lowFirst ? early : late] = low;
        }
        if (peaks) {
            prices[lowFirst ? late : early] = high;
        }
        return prices;
    }

    /// Parts of a number that sum up to it, many small and few large ones.
    ///
    /// @param least of each part; `count * least` must not be more than the whole
    static long[] parts(int count, long least, long whole, Noise noise) {
        long[] parts = new long[count];
        if (count == 0) {
            return parts;
        }
        double[] weights = new double[count];
        double all = 0;
        int heaviest = 0;
        for (int i = 0; i < count; i++) {
            double u = noise.uniform();
            weights[i] = LEAST_WEIGHT + u * u * u;
            all += weights[i];
            heaviest = weights[i] > weights[heaviest] ? i : heaviest;
        }
        long left = whole - count * least;
        long rest = left;
        for (int i = 0; i < count; i++) {
            long more = Math.min(rest, (long) (left * (weights[i] / all)));
            parts[i] = least + more;
            rest -= more;
        }
        parts[heaviest] += rest;
        return parts;
    }
}
