/// Binance as it speaks over REST: market data of its spot market and of its futures that are
/// settled in money, limits, errors.
///
/// Start with [plumbline.simulator.binance.BinanceVenue]. The endpoints of a segment are listed in
/// `SpotApi` and `FuturesApi`; what both answer alike is written once.
///
/// Source: binance-spot-api-docs of 2026-07-21, and Binance's documentation of USDⓈ-M futures.
package plumbline.simulator.binance;
