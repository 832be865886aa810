package plumbline.engine.feed;

import java.util.Arrays;
import java.util.Random;
import plumbline.engine.market.CandleSeries;

/// Candles that obey the laws, of numbers as odd as they come.
final class OddCandles {
    private static final double[] ODD = {
        Double.MIN_VALUE,
        Double.MIN_NORMAL,
        Math.nextDown(Double.MIN_NORMAL),
        1e-300,
        0.1,
        0.1 + 0.2,
        Math.nextUp(1.0),
        1.0 / 3,
        65_535.99999999999,
        9_007_199_254_740_993.0,
        1e22,
        1e23,
        Math.nextDown(Double.MAX_VALUE),
        Double.MAX_VALUE
    };

    private OddCandles() {}

    /// The same for the same seed.
    static CandleSeries of(long seed, int count) {
        Random random = new Random(seed);
        CandleSeries.Builder out = CandleSeries.builder(count);
        long time = random.nextLong(-1_000_000_000_000L, 2_000_000_000_000L);
        for (int i = 0; i < count; i++) {
            double[] prices = new double[4];
            Arrays.setAll(prices, _ -> price(random));
            Arrays.sort(prices);
            boolean rises = random.nextBoolean();
            out.add(
                    time,
                    prices[rises ? 1 : 2],
                    prices[3],
                    prices[0],
                    prices[rises ? 2 : 1],
                    volume(random));
            time += 60_000 * (1 + (random.nextInt(50) == 0 ? random.nextInt(10_000) : 0));
        }
        return out.build();
    }

    private static double volume(Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> 0;
            case 1 -> -0.0;
            default -> price(random);
        };
    }

    private static double price(Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> ODD[random.nextInt(ODD.length)];
            case 1 -> random.nextInt(1, 10_000_000) / 100.0;
            default ->
                    // any positive finite number, each exponent as likely as the others
                    Double.longBitsToDouble(
                            random.nextLong(1, Double.doubleToRawLongBits(Double.MAX_VALUE)));
        };
    }
}
