/// The built-in strategies. Each is a record of its parameters that turns candles into masks
/// ([plumbline.engine.strategy.CandleRules]).
///
/// Start with [SmaCross]. Caller: whoever puts the application together takes all of them from
/// [BuiltInStrategies].
package plumbline.engine.strategy.library;
