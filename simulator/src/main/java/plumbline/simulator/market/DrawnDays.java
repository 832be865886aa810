package plumbline.simulator.market;

import java.util.function.LongFunction;

/// Days that are drawn from seeds: each has the same number of trades.
///
/// Threads: any thread.
final class DrawnDays implements Days {
    private static final long MINUTE_MS = 60_000;
    private static final long DAY_MS = 86_400_000;

    private final long seed;
    private final long venueSeed;
    private final SimulatedMarket market;
    private final PricePath path;

    DrawnDays(long seed, long venueSeed, SimulatedMarket market) {
        this.seed = seed;
        this.venueSeed = venueSeed;
        this.market = market;
        this.path = new PricePath(seed, venueSeed, market);
    }

    @Override
    public DayBlock day(long number) {
        return new DrawnDay(seed, venueSeed, market, number);
    }

    @Override
    public long endMs() {
        return market.endedMs();
    }

    @Override
    public boolean hasAny(long fromMs, long toMs, LongFunction<DayBlock> known) {
        if (toMs - fromMs >= DAY_MS) {
            return true; // no outage is as long as a day
        }
        for (long at = fromMs;
                at < toMs;
                at = Math.floorDiv(at, MINUTE_MS) * MINUTE_MS + MINUTE_MS) {
            long day = Math.floorDiv(at, DAY_MS);
            if (known.apply(day).isPresent((int) ((at - day * DAY_MS) / MINUTE_MS))) {
                return true;
            }
        }
        return false;
    }

    @Override
    public long tradesBefore(long day) {
        return (day - market.listedMs() / DAY_MS) * market.tradesPerDay();
    }

    @Override
    public long dayOf(long trade) {
        return market.listedMs() / DAY_MS + trade / market.tradesPerDay();
    }

    @Override
    public long singlesBefore(long trade) {
        long perDay = market.tradesPerDay();
        return trade / perDay * DrawnDay.singlesBefore(perDay)
                + DrawnDay.singlesBefore(trade % perDay);
    }

    /// Of five single trades the first two are one trade.
    @Override
    public long tradeOf(long single) {
        return single / 5 * 4 + Math.max(0, single % 5 - 1);
    }

    @Override
    public double indexAt(long timeMs) {
        return path.indexAt(timeMs);
    }

    @Override
    public double markAt(long timeMs) {
        return path.markAt(timeMs);
    }
}
