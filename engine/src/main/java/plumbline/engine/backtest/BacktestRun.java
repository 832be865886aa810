package plumbline.engine.backtest;

import java.time.Instant;
import java.util.Map;
import plumbline.engine.analytics.Metrics;
import plumbline.engine.market.CandleSeries;
import plumbline.engine.market.MarketId;
import plumbline.engine.market.Timeframe;

/// One finished run with everything that a result shows: window, report, CSV and JSON are all made
/// from this.
///
/// @param result trades and equity
/// @param candles those it ran on
public record BacktestRun(
        Identity identity,
        StrategyUse strategy,
        DataUse data,
        Assumptions assumptions,
        Metrics metrics,
        BacktestResult result,
        CandleSeries candles) {

    /// What the run is called and when and how fast it ran.
    ///
    /// @param id first eight hex digits of the hash
    /// @param hash of strategy, parameters, data, assumptions and engine version: the same for the
    ///   same run wherever and whenever it is made
    /// @param engineVersion version of Plumbline
    /// @param createdAt when it ran
    /// @param elapsedMs how long the run took, without loading the candles
    public record Identity(
            String id, String hash, String engineVersion, Instant createdAt, double elapsedMs) {}

    /// Which strategy with which values.
    ///
    /// @param parameters `Integer`, `Double` or `String` by name, in the strategy's order
    /// @param parameterText the same as people read them
    public record StrategyUse(
            String name,
            String title,
            int version,
            String hash,
            Map<String, Object> parameters,
            String parameterText) {}

    /// Which candles.
    ///
    /// @param fromMs open time of the first
    /// @param toMs open time of the last
    /// @param gaps how many runs of candles are missing
    /// @param missing how many candles those are
    /// @param hash [CandleSeries#fingerprint]
    /// @param source where they came from
    public record DataUse(
            MarketId market,
            Timeframe timeframe,
            long fromMs,
            long toMs,
            int candles,
            int gaps,
            long missing,
            String hash,
            String source) {

        /// When the last candle closed.
        public long endMs() {
            return timeframe.next(toMs);
        }
    }

    /// Candles a second, from the time the run took.
    public double candlesPerSecond() {
        return data.candles() / (identity.elapsedMs() / 1000);
    }
}
