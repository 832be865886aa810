package plumbline.simulator.market;

/// Trades that are drawn: from where the price was to where it goes, with noise between, spread
/// over the minute.
///
/// Not thread-safe; reused for minute after minute, so that years are summed without garbage.
final class DrawnTrades extends MinuteTrades {
    private final Noise noise = new Noise(0);
    private int count;
    private long from;
    private long to;
    private double amplitude;
    private double meanLots;
    private long startMs;

    void start(DrawnDay block, int minute, long key) {
        noise.restart(key);
        SimulatedMarket market = block.market;
        firstOfDay = block.tradesBefore[minute];
        count = block.tradesBefore[minute + 1] - firstOfDay;
        index = 0;
        from = block.path[minute];
        to = block.path[minute + 1];
        amplitude = 0.5 * market.price().dailyVolatility() / Math.sqrt(PricePath.MINUTES) * from;
        double active = 1 + Math.abs(to - from) / Math.max(1, 2 * amplitude);
        meanLots = market.meanLots() * active / 2;
        startMs = (block.day * PricePath.MINUTES + minute) * MINUTE_MS;
    }

    @Override
    public boolean next() {
        if (index >= count) {
            return false;
        }
        double part = (double) (index + 1) / count;
        double slot = (double) MINUTE_MS / count;
        timeMs = startMs + (long) (slot * (index + noise.uniform()));
        long bits = noise.next();
        double swing = ((bits >>> 40) * 0x1p-24 - 0.5) * 2 * amplitude;
        double line = from + (to - from) * part;
        price = index == count - 1 ? to : Math.max(1, Math.round(line + swing));
        double u = (bits >>> 8 & 0xFFFFFF) * 0x1p-24;
        // the mean of u³ is a quarter: many small trades, few large ones
        lots = 2 + (long) (meanLots * 4 * u * u * u);
        buyerMaker = (bits & 0xFF) < (to >= from ? 118 : 138);
        index++;
        return true;
    }

    @Override
    int singles() {
        return numberOfDay() % 4 == 0 ? 2 : 1;
    }
}
