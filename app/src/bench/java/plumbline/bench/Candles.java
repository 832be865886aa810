package plumbline.bench;

import java.util.Random;
import plumbline.engine.market.CandleSeries;

/// Candles to measure with: a random walk of minutes, the same for everyone.
final class Candles {
    private Candles() {}

    /// Prices with two decimals, as files have them.
    static CandleSeries walk(int n) {
        return walk(n, 100);
    }

    /// Prices in 64ths: running sums of them are exact, so engines that sum doubles and those that
    /// sum integers see the same crosses. With decimals ta4j decides ties by rounding.
    static CandleSeries exactWalk(int n) {
        return walk(n, 64);
    }

    private static CandleSeries walk(int n, double steps) {
        Random random = new Random(42);
        CandleSeries.Builder builder = CandleSeries.builder(n);
        double price = 30_000;
        for (int i = 0; i < n; i++) {
            double open = price;
            price = rounded(Math.max(1_000, price + random.nextGaussian() * 15), steps);
            builder.add(
                    1_600_000_020_000L + i * 60_000L,
                    open,
                    rounded(Math.max(open, price) + random.nextInt(500) / 100.0, steps),
                    rounded(Math.min(open, price) - random.nextInt(500) / 100.0, steps),
                    price,
                    random.nextInt(100_000) / 1000.0);
        }
        return builder.build();
    }

    private static double rounded(double value, double steps) {
        return Math.rint(value * steps) / steps;
    }
}
