/// The venues' own names of markets.
///
/// Start with [plumbline.engine.exchange.symbol.SymbolMap], which knows them in both directions and
/// at any time; [plumbline.engine.exchange.symbol.SymbolMapText] carries them elsewhere.
package plumbline.engine.exchange.symbol;
