package plumbline.engine.backtest;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import plumbline.engine.analytics.Metrics;
import plumbline.engine.market.CandleSeries;
import plumbline.engine.market.MarketId;
import plumbline.engine.market.Timeframe;
import plumbline.engine.portfolio.Trade;

/// One finished run with everything that a result shows: window, report, CSV and JSON are all made
/// from this.
///
/// @param warmup what its indicators had before the first candle
/// @param result trades and equity
/// @param candles those it traded on
public record BacktestRun(
        Identity identity,
        StrategyUse strategy,
        DataUse data,
        Warmup warmup,
        Assumptions assumptions,
        Metrics metrics,
        BacktestResult result,
        CandleSeries candles) {

    /// What the run is called and when and how fast it ran.
    ///
    /// @param id first 32 hex digits of the hash (128 bits): no two runs have the same
    /// @param hash of strategy, parameters, data, assumptions and engine version: the same for the
    ///   same run wherever and whenever it is made
    /// @param engineVersion version of Plumbline
    /// @param createdAt when it ran
    /// @param elapsedMs how long the run took, without loading the candles
    public record Identity(
            String id, String hash, String engineVersion, Instant createdAt, double elapsedMs) {
        private static final int ID_DIGITS = 32;
        private static final int SHOWN_DIGITS = 12;

        static Identity of(String hash, String engineVersion, Instant createdAt, double elapsedMs) {
            String digits = hash.substring(hash.indexOf(':') + 1);
            return new Identity(
                    digits.substring(0, ID_DIGITS), hash, engineVersion, createdAt, elapsedMs);
        }

        /// How the id begins, for places where people read it; commands take it too.
        public String shortId() {
            return id.substring(0, Math.min(SHOWN_DIGITS, id.length()));
        }
    }

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
    /// @param firstIncomplete whether the first, of those that fed indicators too, was built of
    ///   stored candles that begin within it
    /// @param revised about how many of the stored ones their source gave otherwise later
    public record DataUse(
            MarketId market,
            Timeframe timeframe,
            long fromMs,
            long toMs,
            int candles,
            int gaps,
            long missing,
            String hash,
            String source,
            boolean firstIncomplete,
            long revised) {

        /// When the last candle closed.
        public long endMs() {
            return timeframe.next(toMs);
        }
    }

    /// What fed the indicators before the first candle that was traded on.
    ///
    /// @param needed candles that the strategy asks for
    /// @param given how many there were, at most those that are needed
    public record Warmup(int needed, int given) {
        public boolean isShort() {
            return given < needed;
        }

        /// `pass`, or how many there were: `short: 12 of 60 candles before the range`.
        public String text() {
            return isShort()
                    ? "short: " + given + " of " + needed + " candles before the range"
                    : "pass";
        }
    }

    /// What has to be known beside the figures.
    public List<RunWarning> warnings() {
        return RunWarning.of(this);
    }

    /// What part of the profit before fees went into fees; `NaN` if there was no such profit.
    public double feeShare() {
        double net = 0;
        for (Trade trade : result.trades()) {
            net += trade.profit();
        }
        double gross = net + metrics.fees();
        return gross > 0 ? metrics.fees() / gross : Double.NaN;
    }

    /// Candles a second, from the time the run took.
    public double candlesPerSecond() {
        return data.candles() / (identity.elapsedMs() / 1000);
    }
}
