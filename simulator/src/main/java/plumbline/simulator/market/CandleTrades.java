package plumbline.simulator.market;

/// Trades that sum up to a candle: the first has its open, the last its close, and all together its
/// volume.
///
/// Not thread-safe.
final class CandleTrades extends MinuteTrades {
    private final long startMs;
    private final long[] prices;
    private final long[] shares;
    private final boolean rising;
    private final Noise noise;

    CandleTrades(CandleDay block, int minute, long key) {
        noise = new Noise(key);
        firstOfDay = block.tradesBefore[minute];
        int count = block.tradesBefore[minute + 1] - firstOfDay;
        startMs = (block.day * PricePath.MINUTES + minute) * MINUTE_MS;
        rising = block.close[minute] >= block.open[minute];
        prices = count == 0 ? new long[0] : CandleShares.prices(count, block, minute, noise);
        shares = CandleShares.parts(count, 1, block.lots[minute], noise);
    }

    /// The first is at the very beginning, so that candles of seconds open where the minute does;
    /// no two are in the same millisecond.
    @Override
    public boolean next() {
        if (index >= prices.length) {
            return false;
        }
        double slot = (double) MINUTE_MS / prices.length;
        double within = index == 0 ? 0 : noise.uniform() / 2;
        timeMs = startMs + (long) (slot * (index + within));
        price = prices[index];
        lots = shares[index];
        buyerMaker = (noise.next() & 0xFF) < (rising ? 118 : 138);
        index++;
        return true;
    }

    @Override
    int singles() {
        return 1; // a trade of a single lot has no halves
    }
}
