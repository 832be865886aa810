package plumbline.ui.backtest;

import plumbline.engine.market.CandleSeries;
import plumbline.engine.market.LoadedSeries;
import plumbline.engine.market.MarketId;
import plumbline.engine.market.SeriesKey;
import plumbline.engine.market.Timeframe;

/// Candles for tests.
final class Waves {
    private static final long HOUR = 3_600_000L;

    private Waves() {}

    /// A wave of 400 hours around 100, so that averages cross.
    static LoadedSeries wave(String market) {
        return wave(market, 100, 400);
    }

    /// A wave of `n` hours around `middle`.
    static LoadedSeries wave(String market, double middle, int n) {
        CandleSeries.Builder candles = CandleSeries.builder(n);
        for (int i = 0; i < n; i++) {
            double price = middle * (1 + 0.2 * Math.sin(i / 20.0));
            candles.add(i * HOUR, price, price * 1.01, price * 0.99, price, 10);
        }
        SeriesKey key = new SeriesKey(MarketId.parse(market), Timeframe.H1);
        return new LoadedSeries(key, candles.build(), "test", Timeframe.H1);
    }
}
