/// From a strategy to its result: the picker, the strip with parameters and assumptions, the dock
/// with figures, curves and trades.
///
/// - [BacktestViewModel] holds the strategy, what it is given and what came out, and knows no node.
/// - A run is made in the background; a newer one cancels it. What is shown is the last run that
///   ended, until a newer one has ended too.
///
/// Start with [BacktestViewModel].
package plumbline.ui.backtest;
