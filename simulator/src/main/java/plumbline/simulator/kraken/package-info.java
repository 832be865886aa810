/// Kraken as it speaks over REST: market data of its spot market, its names, limits and errors.
///
/// Start with [plumbline.simulator.kraken.KrakenVenue], the list of its methods.
package plumbline.simulator.kraken;
