/// Kraken: its spot market. Start with [plumbline.engine.exchange.kraken.Kraken].
package plumbline.engine.exchange.kraken;
