/// Coinbase: its spot market. Start with [plumbline.engine.exchange.coinbase.Coinbase].
package plumbline.engine.exchange.coinbase;
