package plumbline.simulator.binance;

import plumbline.simulator.market.SimulatedMarket;

/// A future that is settled in money.
///
/// @param pair what it is a future of
/// @param pricePrecision decimals of prices on the wire, which say nothing about the tick
/// @param fundingHours from one payment of funding to the next; 0 for a future that ends
/// @param deliveryMs when it ends, epoch milliseconds UTC; of a perpetual in the year 2100
record FuturesContract(
        SimulatedMarket market,
        String pair,
        int pricePrecision,
        int fundingHours,
        long deliveryMs) {

    /// What the venue writes for the end of what has none.
    static final long NEVER_MS = 4_133_404_800_000L;

    boolean isPerpetual() {
        return fundingHours > 0;
    }

    /// Whether the venue lists it: until it is delivered.
    boolean isListed(long nowMs) {
        return market.listedMs() <= nowMs && nowMs < deliveryMs;
    }
}
