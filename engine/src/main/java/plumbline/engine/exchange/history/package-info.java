/// Candles of the past from venues into the store.
///
/// Start with [plumbline.engine.exchange.history.CandleDownload].
package plumbline.engine.exchange.history;
