/// Coinbase as its exchange speaks over REST: market data, its limit of requests, errors.
///
/// Start with [plumbline.simulator.coinbase.CoinbaseVenue], the list of its paths.
package plumbline.simulator.coinbase;
