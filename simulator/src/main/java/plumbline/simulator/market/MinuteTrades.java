package plumbline.simulator.market;

/// The aggregate trades of one minute, one after the other.
///
/// Not thread-safe.
public abstract sealed class MinuteTrades permits DrawnTrades, CandleTrades {
    static final int MINUTE_MS = 60_000;

    long timeMs;
    long price;
    long lots;
    boolean buyerMaker;
    int firstOfDay;
    int index;

    MinuteTrades() {}

    /// Goes to the next trade.
    ///
    /// @return `false` if there is none
    public abstract boolean next();

    /// Of how many single trades the trade was aggregated, one or two.
    abstract int singles();

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

    /// In lots, at least as many as there are single trades.
    public long lots() {
        return lots;
    }

    /// Whether the buyer's order stood in the book: a seller took.
    public boolean isBuyerMaker() {
        return buyerMaker;
    }
}
