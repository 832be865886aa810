package plumbline.storage.codec;

import java.util.Arrays;
import java.util.SplittableRandom;

/// One-minute candles to measure the codec with, the same for everyone: a walk in ticks of 0.01
/// with stochastic volatility, a mean range of about 4,050 ticks a candle, 6 gaps, and volumes in
/// lots of 1e-5 that are lognormal with a mean of about 3.
///
/// - The volatility's logarithm reverts to its mean within about half a day.
/// - High and low are those of a Brownian bridge between open and close.
/// - The open is the close before, or a few ticks off.
public final class RandomWalk {
    public static final long STEP_MS = 60_000;

    /// Candles in ten years.
    public static final int TEN_YEARS = 5_200_000;

    private static final int GAPS = 6;

    /// Gives the mean range: a minute's range is 1.6 standard deviations of its walk.
    private static final double DEVIATION_TICKS = 2_262;

    private static final double HOME_TICKS = 6_000_000;
    private static final double LOWEST_TICKS = 100_000;

    public final long[] time;

    /// Open, high, low, close, volume.
    public final double[][] values;

    public RandomWalk(int n, long seed) {
        time = new long[n];
        values = new double[5][n];
        SplittableRandom random = new SplittableRandom(seed);
        times(random);
        double close = HOME_TICKS;
        double heat = 0;
        for (int i = 0; i < n; i++) {
            heat = 0.9986 * heat + 0.022 * random.nextGaussian();
            double deviation = DEVIATION_TICKS * Math.exp(heat);
            double open = close + (random.nextInt(4) == 0 ? random.nextInt(-3, 4) : 0);
            close = open + deviation * random.nextGaussian() + (HOME_TICKS - open) * 1e-7;
            close = Math.max(LOWEST_TICKS, Math.rint(close));
            double high = extreme(open, close, deviation, random);
            double low = Math.max(1, open + close - extreme(open, close, deviation, random));
            double lots = 230_000 * Math.exp(0.5 * heat + 0.7 * random.nextGaussian());
            put(i, open, high, low, close, Math.rint(lots));
        }
    }

    /// The maximum of a Brownian bridge; the minimum mirrors it.
    private static double extreme(
            double open, double close, double deviation, SplittableRandom random) {
        double move = close - open;
        double spread = -2 * deviation * deviation * Math.log(1 - random.nextDouble());
        return Math.rint(open + (move + Math.sqrt(move * move + spread)) / 2);
    }

    private void put(int i, double open, double high, double low, double close, double lots) {
        values[0][i] = open / 100;
        values[1][i] = Math.max(high, Math.max(open, close)) / 100;
        values[2][i] = Math.min(low, Math.min(open, close)) / 100;
        values[3][i] = close / 100;
        values[4][i] = lots / 100_000;
    }

    private void times(SplittableRandom random) {
        int[] gaps = new int[GAPS];
        for (int g = 0; g < GAPS; g++) {
            gaps[g] = 1 + random.nextInt(time.length);
        }
        Arrays.sort(gaps);
        long next = 1_451_606_400_000L; // 2016-01-01
        int gap = 0;
        for (int i = 0; i < time.length; i++) {
            while (gap < GAPS && gaps[gap] == i) {
                next += random.nextInt(1, 2_000) * STEP_MS;
                gap++;
            }
            time[i] = next;
            next += STEP_MS;
        }
    }
}
