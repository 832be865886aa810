package plumbline.engine.backtest;

import java.util.concurrent.CancellationException;
import plumbline.engine.market.CandleSeries;
import plumbline.engine.market.MarketId;
import plumbline.engine.strategy.Strategy;

/// Runs a strategy over candles.
///
/// Threads: any thread; the call returns when the run is done.
public final class Backtester {
    private Backtester() {}

    /// Same input, same result in every bit.
    ///
    /// @throws IllegalArgumentException if there are no candles
    /// @throws CancellationException if `control` was cancelled; nothing is left behind
    public static BacktestResult run(
            Strategy strategy,
            MarketId market,
            CandleSeries candles,
            Assumptions assumptions,
            JobControl control) {
        return run(strategy, market, WarmedCandles.cold(candles), assumptions, control);
    }

    /// The same with candles before the first that is traded on. The result begins after them:
    /// indexes of its trades count from the first candle that is traded on.
    ///
    /// @throws IllegalArgumentException if there are no candles to trade on
    /// @throws CancellationException if `control` was cancelled; nothing is left behind
    public static BacktestResult run(
            Strategy strategy,
            MarketId market,
            WarmedCandles candles,
            Assumptions assumptions,
            JobControl control) {
        if (candles.warmup() == candles.all().size()) {
            throw new IllegalArgumentException("there are no candles of " + market + " to run on");
        }
        return new Simulation(market, candles, strategy.over(candles.all()), assumptions, control)
                .run();
    }
}
