package plumbline.simulator.market;

/// The order book of a market, made around the last price: near levels are thin, far ones thick,
/// and what stands at a level changes with its number.
///
/// The same number of a state gives the same book.
///
/// Threads: any thread.
public final class Book {
    private static final long STATE_MS = 100;
    private static final double LEVEL_GAP = 2e-5;

    private final long key;
    private final SimulatedMarket market;
    private final long lastPrice;
    private final long step;
    private final long updateId;

    private Book(long key, SimulatedMarket market, long lastPrice, long updateId) {
        this.key = Noise.key(key, updateId);
        this.market = market;
        this.lastPrice = lastPrice;
        this.updateId = updateId;
        this.step = Math.max(1, Math.round(lastPrice * LEVEL_GAP));
    }

    /// The book as it is at a time.
    ///
    /// @return a book without levels before the first trade and after the last
    public static Book at(MarketHistory history, long nowMs) {
        SimulatedMarket market = history.market();
        long number = Math.max(0, (nowMs - market.listedMs()) / STATE_MS);
        long price = market.isTraded(nowMs) ? history.lastPrice(nowMs) : 0;
        return new Book(Noise.key(0, market.symbol()), market, price, number + 1);
    }

    /// Grows by one each tenth of a second.
    public long updateId() {
        return updateId;
    }

    /// Price of a level in ticks, 0 being the best; 0 or less if there is none.
    public long bidPrice(int level) {
        return lastPrice == 0 ? 0 : lastPrice - step * level;
    }

    /// Price of a level in ticks, 0 being the best; 0 if there is none.
    public long askPrice(int level) {
        return lastPrice == 0 ? 0 : lastPrice + step * (level + 1L);
    }

    /// What is wished at a price, in lots, at least one.
    public long lots(long price) {
        double away = 1 + Math.abs(price - lastPrice) / (double) (step * 20);
        double u = 0.5 + 0.14 * Noise.normal(Noise.key(key, price));
        return 1 + (long) (market.meanLots() * away * u);
    }
}
