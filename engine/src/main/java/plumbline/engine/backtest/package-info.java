/// Runs a strategy over history.
///
/// How a run is simulated, in the order in which it happens within one candle:
///
/// 1. A wish from the close before is filled at this candle's open (or was filled at that close, if
///    the run says so). Turning from one side to the other is one exit and one entry at the same
///    price.
/// 2. Stop and take-profit: where the candle opens beyond one, it is filled at the open; otherwise
///    a stop that the candle touches is filled at its price, else a take-profit. If both were
///    touched the stop comes first and the candle is counted as ambiguous. The price at which
///    nothing is left of the equity is an exit like a stop; there the run ends.
/// 3. Equity is taken at the close.
/// 4. The strategy is asked.
///
/// Fees are a fraction of each fill's value. Slippage worsens every fill but a take-profit's, which
/// is a limit order. What is open at the end is closed at the last close.
///
/// Start with [Backtester]; [Simulation] is the loop. Deterministic: same input, same bytes.
package plumbline.engine.backtest;
