package plumbline.engine.contract;

import java.util.Random;
import plumbline.engine.market.CandleSeries;
import plumbline.engine.market.MarketId;
import plumbline.engine.market.SeriesKey;
import plumbline.engine.market.Timeframe;

/// Candles that are nobody's, for tests of where candles are kept.
public final class TestCandles {
    public static final SeriesKey MINUTES =
            new SeriesKey(MarketId.parse("test:BTC/USDT"), Timeframe.M1);

    /// 2025-01-01.
    public static final long START = 1_735_689_600_000L;

    private TestCandles() {}

    /// A random walk without gaps; the same for the same numbers.
    public static CandleSeries walk(Timeframe timeframe, long startMs, int candles, long seed) {
        Random random = new Random(seed);
        CandleSeries.Builder out = CandleSeries.builder(candles);
        double price = 60_000;
        long time = timeframe.openOf(startMs);
        for (int i = 0; i < candles; i++) {
            double open = price;
            price = Math.max(1, price + 20 * random.nextGaussian());
            double high = Math.max(open, price) + random.nextDouble();
            double low = Math.min(open, price) - random.nextDouble();
            out.add(time, open, high, low, price, 10 * random.nextDouble());
            time = timeframe.next(time);
        }
        return out.build();
    }

    public static CandleSeries minutes(int candles, long seed) {
        return walk(Timeframe.M1, START, candles, seed);
    }

    public static SeriesKey minutesOf(String base) {
        return new SeriesKey(MarketId.parse("test:" + base + "/USDT"), Timeframe.M1);
    }
}
