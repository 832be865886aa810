package plumbline.simulator.market;

/// Where a market's price goes: its logarithm at every midnight, and from minute to minute between
/// two of them.
///
/// Midnights are a sum of noises of 1, 2, 4 … 2048 days' length, so that any day is known without
/// the days before it and the whole still wanders like a random walk. Between midnights it is a
/// random walk with jumps, bent so that it ends at the next midnight (a bridge).
///
/// Threads: any thread.
final class PricePath {
    static final int MINUTES = 1440;

    private static final long MINUTE_MS = 60_000;
    private static final int LONGEST = 11;
    private static final double JUMPS_PER_MINUTE = 1 / 2500.0;
    private static final double JUMP_IN_DAYS = 0.5;

    private final long key;
    private final double logStart;
    private final double dailyVolatility;
    private final double ticksPerUnit;
    private final Basis basis;

    /// @param seed of paths, which markets of several venues may follow
    /// @param venueSeed of how far the market is from its path
    PricePath(long seed, long venueSeed, SimulatedMarket market) {
        PriceModel model = market.price();
        key = Noise.key(seed, model.path());
        logStart = StrictMath.log(model.start());
        dailyVolatility = model.dailyVolatility();
        basis = new Basis(venueSeed, market);
        ticksPerUnit = StrictMath.pow(10, market.priceDecimals());
    }

    /// Prices at the ends of the minutes of a day, in ticks, at least one.
    ///
    /// Shapes: `out[1441]`; `out[m]` is where minute `m` begins.
    void fill(long day, long[] out) {
        double[] logs = logs(day);
        for (int m = 0; m <= MINUTES; m++) {
            double log = logs[m] + basis.at((day * MINUTES + m) * MINUTE_MS);
            out[m] = Math.max(1, Math.round(StrictMath.exp(log) * ticksPerUnit));
        }
    }

    /// What the path itself costs at a time, in quote.
    double indexAt(long timeMs) {
        return StrictMath.exp(logAt(timeMs));
    }

    /// What the market costs at a time, in quote: the path with the market's distance from it.
    double markAt(long timeMs) {
        return StrictMath.exp(logAt(timeMs) + basis.at(timeMs));
    }

    private double logAt(long timeMs) {
        double[] logs = logs(Math.floorDiv(timeMs, MINUTES * MINUTE_MS));
        long ofDay = Math.floorMod(timeMs, MINUTES * MINUTE_MS);
        int minute = (int) (ofDay / MINUTE_MS);
        double part = (double) (ofDay % MINUTE_MS) / MINUTE_MS;
        return (1 - part) * logs[minute] + part * logs[minute + 1];
    }

    private double[] logs(long day) {
        double from = atMidnight(day);
        double to = atMidnight(day + 1);
        Noise noise = new Noise(Noise.key(key, day));
        double step = dailyVolatility / StrictMath.sqrt(MINUTES);
        double[] walk = new double[MINUTES + 1];
        for (int m = 0; m < MINUTES; m++) {
            double move = step * noise.normal();
            if (noise.uniform() < JUMPS_PER_MINUTE) {
                move += JUMP_IN_DAYS * dailyVolatility * noise.normal();
            }
            walk[m + 1] = walk[m] + move;
        }
        double bend = to - from - walk[MINUTES];
        for (int m = 0; m <= MINUTES; m++) {
            // the last is the next day's first to the last bit
            walk[m] = m == MINUTES ? to : from + walk[m] + bend * m / MINUTES;
        }
        return walk;
    }

    private double atMidnight(long day) {
        double log = logStart;
        for (int octave = 0; octave <= LONGEST; octave++) {
            long length = 1L << octave;
            long left = Math.floorDiv(day, length);
            double part = (double) Math.floorMod(day, length) / length;
            long of = Noise.key(key, ~octave);
            double value =
                    (1 - part) * Noise.normal(Noise.key(of, left))
                            + part * Noise.normal(Noise.key(of, left + 1));
            log += 0.5 * dailyVolatility * StrictMath.sqrt(length) * value;
        }
        return log;
    }
}
