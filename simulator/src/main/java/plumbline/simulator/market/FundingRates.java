package plumbline.simulator.market;

/// What the holders of a perpetual pay each other: the mean of how far its price was above the
/// spot's within an interval, drawn towards the interest as the venue does it.
///
/// A rate is a function of the seed, the market and the interval. Rates are parts of a position's
/// worth, in units of `10^-8`; above 0 the long pay the short.
///
/// Threads: any thread.
///
/// Source: Binance, "Introduction to Binance Futures Funding Rates": rate = premium +
/// clamp(interest − premium, ±0.05 %), for eight hours.
public final class FundingRates {
    /// Interest of eight hours, in units of `10^-8`.
    public static final long INTEREST = 10_000;

    private static final long HOUR_MS = 3_600_000;
    private static final long SAMPLE_MS = 300_000;
    private static final double CLAMP = 5e-4;
    private static final int LATEST_MS = 12;

    private final Basis basis;
    private final long key;
    private final int hours;

    /// @param hours length of an interval, a part of a day
    public FundingRates(long venueSeed, SimulatedMarket market, int hours) {
        this.basis = new Basis(venueSeed, market);
        this.key = Noise.key(Noise.key(venueSeed, "funding"), market.symbol());
        this.hours = hours;
    }

    /// Length of an interval in milliseconds.
    public long intervalMs() {
        return hours * HOUR_MS;
    }

    /// The rate as far as it is known at a time, which is paid at the end of its interval: what
    /// comes later is not looked at.
    public long rateAt(long timeMs) {
        return rate(Math.floorDiv(timeMs, intervalMs()) * intervalMs(), timeMs);
    }

    /// The rate that was paid at a time.
    ///
    /// @param slotMs end of an interval
    public long paidAt(long slotMs) {
        return rate(slotMs - intervalMs(), slotMs);
    }

    private long rate(long fromMs, long toMs) {
        double sum = 0;
        int count = 0;
        for (long at = fromMs; at <= toMs; at += SAMPLE_MS) {
            sum += basis.at(at);
            count++;
        }
        double premium = sum / count;
        double drawn = Math.clamp(INTEREST * 1e-8 - premium, -CLAMP, CLAMP);
        return Math.round((premium + drawn) * hours / 8 * 1e8);
    }

    /// When it was noted that a rate was paid: often some milliseconds after it.
    public long notedMs(long slotMs) {
        return slotMs
                + Math.max(0, Math.floorMod(Noise.key(key, slotMs), 2 * LATEST_MS) - LATEST_MS);
    }
}
