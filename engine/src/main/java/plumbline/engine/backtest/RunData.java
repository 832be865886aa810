package plumbline.engine.backtest;

import plumbline.engine.market.CandleSeries;
import plumbline.engine.market.LoadedSeries;
import plumbline.engine.market.TimeRange;

/// Stored candles and which of them a run trades on. What lies before the range feeds the
/// indicators, as many candles as the strategy needs.
///
/// @param stored candles of the range and as many before it as there are or as are needed
/// @param range trading and metrics begin and end with it
/// @param mostWarmup at most so many candles are taken for warm-up
public record RunData(LoadedSeries stored, TimeRange range, int mostWarmup) {

    /// All of them are traded on.
    public static RunData of(LoadedSeries stored) {
        return within(stored, TimeRange.ALL);
    }

    /// Those within `range` are traded on.
    public static RunData within(LoadedSeries stored, TimeRange range) {
        return new RunData(stored, range, Integer.MAX_VALUE);
    }

    public RunData withMostWarmup(int candles) {
        return new RunData(stored, range, candles);
    }

    /// The candles of a run whose strategy needs `needed` before the first decision.
    WarmedCandles candles(int needed) {
        CandleSeries all = stored.candles();
        int first = all.firstAtOrAfter(range.fromMs());
        int end = all.firstAtOrAfter(range.toMs());
        int warmup = Math.min(first, Math.min(needed, mostWarmup));
        return new WarmedCandles(all.slice(first - warmup, end), warmup);
    }
}
