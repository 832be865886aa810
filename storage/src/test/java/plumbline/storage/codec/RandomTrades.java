package plumbline.storage.codec;

import java.util.SplittableRandom;

/// Trades to test and measure with: bursts within a millisecond, prices in ticks of 0.01 that
/// wander, sizes in lots of 1e-5 that are often round, ids one after the other.
public final class RandomTrades {
    private RandomTrades() {}

    public static TradeColumns of(int n, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        TradeColumns trades = TradeColumns.of(n);
        long time = 1_723_000_000_000L;
        long id = 3_700_000_000L;
        long ticks = 6_100_000;
        byte side = 1;
        for (int i = 0; i < n; i++) {
            if (random.nextInt(3) == 0) {
                time += (long) (120 * -Math.log(1 - random.nextDouble()));
                side = (byte) (random.nextBoolean() ? 1 : -1);
                ticks += random.nextInt(4) == 0 ? random.nextInt(-300, 301) : 0;
            } else if (random.nextInt(4) == 0) {
                ticks += side;
            }
            boolean round = random.nextInt(3) == 0;
            double lots = Math.exp(6 + 2 * random.nextGaussian());
            trades.time()[i] = time;
            trades.price()[i] = ticks / 100.0;
            trades.size()[i] = (round ? 100 * random.nextInt(1, 20) : 1 + Math.rint(lots)) / 1e5;
            trades.side()[i] = side;
            trades.id()[i] = id++;
        }
        return trades;
    }
}
