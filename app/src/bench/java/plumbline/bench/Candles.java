package plumbline.bench;

import java.util.Random;
import plumbline.engine.market.CandleSeries;

/// Candles to measure with: a random walk of minutes with two decimals, the same for everyone.
final class Candles {
    private Candles() {}

    static CandleSeries walk(int n) {
        Random random = new Random(42);
        CandleSeries.Builder builder = CandleSeries.builder(n);
        double price = 30_000;
        for (int i = 0; i < n; i++) {
            double open = price;
            price = cents(Math.max(1_000, price + random.nextGaussian() * 15));
            builder.add(
                    1_600_000_020_000L + i * 60_000L,
                    open,
                    cents(Math.max(open, price) + random.nextInt(500) / 100.0),
                    cents(Math.min(open, price) - random.nextInt(500) / 100.0),
                    price,
                    random.nextInt(100_000) / 1000.0);
        }
        return builder.build();
    }

    private static double cents(double value) {
        return Math.rint(value * 100) / 100;
    }
}
