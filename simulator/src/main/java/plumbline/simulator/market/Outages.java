package plumbline.simulator.market;

/// When the venue stood still: on about one day of forty, for ten minutes to five hours, all its
/// markets at once. There is no trade then and no candle.
///
/// Threads: any thread.
final class Outages {
    private static final double DAYS_WITH_ONE = 1 / 40.0;
    private static final int SHORTEST = 10;
    private static final int LONGEST = 300;

    private final long key;

    Outages(long seed) {
        key = Noise.key(seed, "outages");
    }

    /// The minutes of a day that are missing, from the first to the one behind the last; equal if
    /// none is. An outage does not cross midnight.
    int[] minutes(long day) {
        Noise noise = new Noise(Noise.key(key, day));
        if (noise.uniform() >= DAYS_WITH_ONE) {
            return new int[] {0, 0};
        }
        int length = SHORTEST + (int) (noise.uniform() * (LONGEST - SHORTEST));
        int from = (int) (noise.uniform() * (PricePath.MINUTES - length));
        return new int[] {from, from + length};
    }
}
