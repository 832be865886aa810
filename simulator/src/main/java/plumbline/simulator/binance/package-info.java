/// Binance spot as it speaks over REST: market data, limits, errors.
///
/// Start with [plumbline.simulator.binance.BinanceSpot], the list of its endpoints.
///
/// Source: binance-spot-api-docs of 2026-07-21.
package plumbline.simulator.binance;
