package plumbline.simulator.binance;

import plumbline.simulator.market.SimulatedMarket;

/// How many decimals the venue writes.
///
/// @param price behind a price, at least as many as the tick has
/// @param lot behind a quantity
/// @param worth behind price times quantity
/// @param worthOfTrade the same in a list of trades; what is more is cut off
record Digits(int price, int lot, int worth, int worthOfTrade) {

    /// Spot: the same everywhere.
    static final Digits SPOT = all(SimulatedMarket.WIRE_DECIMALS);

    private static Digits all(int decimals) {
        return new Digits(decimals, decimals, decimals, decimals);
    }

    /// Futures: each market has its own, and none are added.
    static Digits of(FuturesContract contract) {
        int price = contract.pricePrecision();
        int lot = contract.market().lotDecimals();
        return new Digits(price, lot, price + lot, Math.min(price, price + lot));
    }
}
