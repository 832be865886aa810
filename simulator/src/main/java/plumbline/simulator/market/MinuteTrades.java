package plumbline.simulator.market;

/// The aggregate trades of one minute, one after the other: from where the price was to where it
/// goes, with noise between, spread over the minute.
///
/// Not thread-safe; reused for minute after minute, so that years are summed without garbage.
public final class MinuteTrades {
    private static final int MINUTE_MS = 60_000;

    private final Noise noise = new Noise(0);
    private int count;
    private int index;
    private int firstOfDay;
    private long from;
    private long to;
    private double amplitude;
    private double meanLots;
    private long startMs;

    private long timeMs;
    private long price;
    private long lots;
    private boolean buyerMaker;

    /// Before anything is started.
    public MinuteTrades() {}

    void start(DayBlock block, int minute, long key) {
        noise.restart(key);
        SimulatedMarket market = block.market();
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

    /// Goes to the next trade.
    ///
    /// @return `false` if there is none
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

    /// Its number within the day, from 0.
    public int numberOfDay() {
        return firstOfDay + index - 1;
    }

    /// Epoch milliseconds.
    public long timeMs() {
        return timeMs;
    }

    /// In ticks.
    public long price() {
        return price;
    }

    /// In lots, at least two.
    public long lots() {
        return lots;
    }

    /// Whether the buyer's order stood in the book: a seller took.
    public boolean isBuyerMaker() {
        return buyerMaker;
    }
}
