package plumbline.simulator.market;

/// One trade as venues list them that do not aggregate.
///
/// @param id gapless from 0
/// @param nanos when, epoch nanoseconds UTC; of each trade later than of the one before it
/// @param price in ticks
/// @param lots quantity
/// @param isBuyerMaker whether the buyer's order stood in the book: a seller took
public record SingleTrade(long id, long nanos, long price, long lots, boolean isBuyerMaker) {
    private static final int NANOS_OF_MS = 1_000_000;

    /// When, epoch milliseconds UTC.
    public long timeMs() {
        return nanos / NANOS_OF_MS;
    }

    /// One single trade of an aggregate trade.
    static SingleTrade of(long id, SimulatedMarket market, MinuteTrades trade, long lots) {
        // the venue's clock is finer than the simulator's: the order within a day tells them apart
        long ofDay = Math.floorMod(id, market.singlesPerDay());
        long within = ofDay * NANOS_OF_MS / market.singlesPerDay();
        return new SingleTrade(
                id,
                trade.timeMs() * NANOS_OF_MS + within,
                trade.price(),
                lots,
                trade.isBuyerMaker());
    }
}
