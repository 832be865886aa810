package plumbline.simulator.market;

/// A day that is drawn from seeds: where each minute begins and ends, its trades, and their sums.
/// Each fourth trade consists of two single trades.
///
/// Threads: any thread; immutable by contract.
final class DrawnDay extends DayBlock {
    final long[] path = new long[MINUTES + 1];

    private final int[] outage;
    private final long tradeKey;

    DrawnDay(long seed, long venueSeed, SimulatedMarket market, long day) {
        super(market, day);
        this.outage = new Outages(venueSeed).minutes(day);
        this.tradeKey = Noise.key(Noise.key(venueSeed, "trades " + market.symbol()), day);
        new PricePath(seed, venueSeed, market).fill(day, path);
        spreadTrades();
        sumTrades();
    }

    @Override
    boolean isPresent(int minute) {
        return minute < outage[0] || minute >= outage[1];
    }

    /// Single trades before an aggregate trade of the day: each fourth counts for two.
    static long singlesBefore(long trade) {
        return trade + (trade + 3) / 4;
    }

    @Override
    long singles(int minute) {
        return singlesBefore(tradesBefore[minute + 1]) - singlesBefore(tradesBefore[minute]);
    }

    /// More trades while the price moves; each day has the same number, so that the number of a
    /// trade tells its day.
    private void spreadTrades() {
        Noise noise = new Noise(Noise.key(tradeKey, -1));
        double[] until = new double[MINUTES + 1];
        double usual = market.price().dailyVolatility() / Math.sqrt(MINUTES);
        for (int m = 0; m < MINUTES; m++) {
            double moved = Math.abs(path[m + 1] - path[m]) / (usual * path[m]);
            double weight = (0.2 + noise.uniform()) * (1 + moved);
            until[m + 1] = until[m] + (isPresent(m) ? weight : 0);
        }
        double all = until[MINUTES];
        for (int m = 0; m < MINUTES; m++) {
            // rounded up, so that the first minute that is there has a trade
            double share = until[m + 1] == all ? 1 : until[m + 1] / all;
            tradesBefore[m + 1] = (int) Math.ceil(market.tradesPerDay() * share);
        }
    }

    private void sumTrades() {
        DrawnTrades trades = new DrawnTrades();
        long last = path[0];
        boolean any = false;
        for (int m = 0; m < MINUTES; m++) {
            if (!isPresent(m)) {
                continue;
            }
            // what went on during an outage is not known: the day's first price is the path's
            last = any ? last : path[m];
            any = true;
            before[m] = last;
            open[m] = last;
            high[m] = last;
            low[m] = last;
            close[m] = last;
            trades.start(this, m, Noise.key(tradeKey, m));
            boolean first = true;
            while (trades.next()) {
                add(m, trades, first);
                first = false;
            }
            last = close[m];
        }
    }

    private void add(int m, MinuteTrades trade, boolean first) {
        long price = trade.price();
        if (first) {
            open[m] = price;
            high[m] = price;
            low[m] = price;
        }
        high[m] = Math.max(high[m], price);
        low[m] = Math.min(low[m], price);
        close[m] = price;
        lots[m] += trade.lots();
        worth[m] += trade.lots() * price;
        if (!trade.isBuyerMaker()) {
            takerBuyLots[m] += trade.lots();
            takerBuyWorth[m] += trade.lots() * price;
        }
    }

    @Override
    MinuteTrades trades(int minute) {
        DrawnTrades trades = new DrawnTrades();
        trades.start(this, minute, Noise.key(tradeKey, minute));
        return trades;
    }
}
