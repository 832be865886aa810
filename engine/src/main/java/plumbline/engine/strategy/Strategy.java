package plumbline.engine.strategy;

import java.util.List;
import plumbline.engine.market.CandleSeries;

/// Turns candles into wishes. The same object serves backtest, paper and live: a session hands it
/// the history so far and asks for the newest candle.
///
/// Errors: none are expected; an exception ends the run.
public interface Strategy {

    /// Candles needed before the first that is traded on, for decisions there as if all of history
    /// had been seen; 0 if none matter.
    int warmupCandles();

    /// Computes what it needs of `candles`, column by column, and answers for each of them.
    ///
    /// The answer for candle `i` depends on candles `0..i` only; cutting later candles off changes
    /// nothing (tested for every strategy of the library).
    Decisions over(CandleSeries candles);

    /// What it goes by, in the order in which it is shown; empty if that is nothing with a value at
    /// each candle. Those with a scale of their own share one.
    default List<Study> studies(CandleSeries candles) {
        return List.of();
    }
}
