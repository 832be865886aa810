package plumbline.simulator.market;

/// A candle that is being summed. Prices in ticks, quantities in lots, worth as
/// [SimulatedMarket#worth] counts it.
///
/// Not thread-safe; cleared and used again.
public final class CandleSum {
    private boolean any;
    private long open;
    private long high;
    private long low;
    private long close;
    private long lots;
    private long worth;
    private long trades;
    private long takerBuyLots;
    private long takerBuyWorth;

    /// Empty.
    public CandleSum() {}

    /// Empties it.
    public void clear() {
        any = false;
        lots = 0;
        worth = 0;
        trades = 0;
        takerBuyLots = 0;
        takerBuyWorth = 0;
    }

    /// Adds a later candle, if it is there.
    void add(CandleSum later) {
        if (!later.any) {
            return;
        }
        prices(later.open, later.high, later.low, later.close);
        lots += later.lots;
        worth = Math.addExact(worth, later.worth);
        trades += later.trades;
        takerBuyLots += later.takerBuyLots;
        takerBuyWorth = Math.addExact(takerBuyWorth, later.takerBuyWorth);
    }

    void addMinute(DayBlock day, int m) {
        prices(day.open[m], day.high[m], day.low[m], day.close[m]);
        lots += day.lots[m];
        worth = Math.addExact(worth, day.worth[m]);
        trades += day.singles(m);
        takerBuyLots += day.takerBuyLots[m];
        takerBuyWorth = Math.addExact(takerBuyWorth, day.takerBuyWorth[m]);
    }

    /// A time without a trade: flat at the price before it.
    void addQuiet(long price) {
        prices(price, price, price, price);
    }

    void addTrade(SimulatedMarket market, MinuteTrades trade) {
        prices(trade.price(), trade.price(), trade.price(), trade.price());
        long size = trade.lots();
        lots += size;
        long value = market.worth(trade.price(), size);
        worth = Math.addExact(worth, value);
        trades += trade.singles();
        if (!trade.isBuyerMaker()) {
            takerBuyLots += size;
            takerBuyWorth = Math.addExact(takerBuyWorth, value);
        }
    }

    private void prices(long o, long h, long l, long c) {
        if (!any) {
            open = o;
            high = h;
            low = l;
        }
        high = Math.max(high, h);
        low = Math.min(low, l);
        close = c;
        any = true;
    }

    /// Whether the venue ran at all within the candle.
    public boolean isPresent() {
        return any;
    }

    public long open() {
        return open;
    }

    public long high() {
        return high;
    }

    public long low() {
        return low;
    }

    public long close() {
        return close;
    }

    public long lots() {
        return lots;
    }

    public long worth() {
        return worth;
    }

    /// Single trades.
    public long trades() {
        return trades;
    }

    public long takerBuyLots() {
        return takerBuyLots;
    }

    public long takerBuyWorth() {
        return takerBuyWorth;
    }
}
