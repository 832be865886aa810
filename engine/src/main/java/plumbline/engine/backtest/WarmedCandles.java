package plumbline.engine.backtest;

import plumbline.engine.market.CandleSeries;

/// The candles of a run behind those that only feed its indicators.
///
/// @param all warm-up first, then what is traded on
/// @param warmup how many of them are warm-up: nothing is decided, filled or measured there
public record WarmedCandles(CandleSeries all, int warmup) {

    /// @throws IllegalArgumentException if there are fewer candles than warm-up
    public WarmedCandles {
        if (warmup < 0 || warmup > all.size()) {
            throw new IllegalArgumentException(
                    "warm-up must be 0 to " + all.size() + ", was " + warmup);
        }
    }

    /// Candles without any before them.
    public static WarmedCandles cold(CandleSeries candles) {
        return new WarmedCandles(candles, 0);
    }

    /// Those that are traded on.
    public CandleSeries traded() {
        return all.slice(warmup, all.size());
    }
}
