package plumbline.simulator.kraken;

import plumbline.simulator.market.SimulatedMarket;

/// A pair with its four names: `XXBTZUSD`, `XBTUSD`, `XBT/USD`, and the ids of its assets.
///
/// @param market its symbol is the id of the pair
/// @param altname the short name
/// @param wsname the name with a stroke
/// @param orderMin least quantity of an order
record KrakenPair(SimulatedMarket market, String altname, String wsname, String orderMin) {

    /// Whether a request may mean it.
    boolean isCalled(String name) {
        return name.equals(market.symbol()) || name.equals(altname) || name.equals(wsname);
    }
}
