package plumbline.app.window;

import java.util.Random;
import plumbline.engine.market.CandleSeries;
import plumbline.engine.market.Timeframe;

/// Candles of a random walk, to look at.
final class RandomCandles {
    private static final long START = 1_700_006_400_000L;

    private RandomCandles() {}

    /// @param first the price that they begin with
    static CandleSeries of(Timeframe timeframe, int count, double first, Random random) {
        CandleSeries.Builder candles = CandleSeries.builder(count);
        double price = first;
        for (int i = 0; i < count; i++) {
            double next = price * (1 + (random.nextDouble() - 0.49) / 40);
            candles.add(
                    START + i * timeframe.millis(),
                    price,
                    Math.max(price, next) * 1.002,
                    Math.min(price, next) * 0.998,
                    next,
                    random.nextDouble() * 1000);
            price = next;
        }
        return candles.build();
    }
}
