/// Binance: its spot market and its futures that are settled in money.
package plumbline.engine.exchange.binance;
