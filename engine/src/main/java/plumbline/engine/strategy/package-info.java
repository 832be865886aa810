/// What a strategy is: a pure function from candles to wishes, with typed parameters.
///
/// A strategy says what it wants at a candle's close ([Signal]); whether and at what price it gets
/// it is the business of `plumbline.engine.backtest` (later also of paper and live sessions). It
/// may look at candles up to the one that just closed and at its own exposure, and at nothing else:
/// no clock, no I/O, no memory of its own between two calls.
///
/// Start with [Strategy], then `library.SmaCross`, the smallest complete example. A new built-in
/// strategy is one class in `library` and one line in
/// [plumbline.engine.strategy.library.BuiltInStrategies]. Callers: `plumbline.engine.backtest`
/// asks; command line and window list and set parameters.
package plumbline.engine.strategy;
