/// The built-in strategies. Each is a record of its parameters that turns candles into masks
/// ([plumbline.engine.strategy.CandleRules]).
///
/// Start with [SmaCross].
package plumbline.engine.strategy.library;
