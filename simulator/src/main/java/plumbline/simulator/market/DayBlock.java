package plumbline.simulator.market;

/// One day of one market: how many trades each minute has, and its sums.
///
/// Units: prices in ticks, quantities in lots, worth as [SimulatedMarket#worth] counts it. Trades
/// are aggregate trades, numbered within the day.
///
/// Threads: any thread; immutable by contract.
abstract sealed class DayBlock permits DrawnDay, CandleDay {
    static final int MINUTES = PricePath.MINUTES;

    final SimulatedMarket market;
    final long day;

    /// Trades before the minute; the last is those of the day.
    final int[] tradesBefore = new int[MINUTES + 1];

    /// The price before the minute's first trade.
    final long[] before = new long[MINUTES];

    final long[] open = new long[MINUTES];
    final long[] high = new long[MINUTES];
    final long[] low = new long[MINUTES];
    final long[] close = new long[MINUTES];
    final long[] lots = new long[MINUTES];
    final long[] worth = new long[MINUTES];
    final long[] takerBuyLots = new long[MINUTES];
    final long[] takerBuyWorth = new long[MINUTES];

    DayBlock(SimulatedMarket market, long day) {
        this.market = market;
        this.day = day;
    }

    /// Whether the venue ran in this minute.
    abstract boolean isPresent(int minute);

    /// The trades of a minute, before the first.
    abstract MinuteTrades trades(int minute);

    /// Single trades of a minute.
    abstract long singles(int minute);
}
