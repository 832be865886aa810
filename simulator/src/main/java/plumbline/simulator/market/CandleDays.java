package plumbline.simulator.market;

import java.util.Arrays;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import plumbline.engine.market.CandleSeries;

/// Days of given candles. No trade consists of several.
///
/// Threads: any thread.
final class CandleDays implements Days {
    private static final long DAY_MS = 86_400_000;

    private final RecordedMarket recorded;
    private final CandleSeries candles;
    private final long key;
    private final long firstDay;

    /// Trades before each day, counted when it is first asked for.
    private long @Nullable [] tradesBefore;

    CandleDays(long seed, RecordedMarket recorded) {
        this.recorded = recorded;
        this.candles = recorded.candles();
        this.key = Noise.key(seed, "trades " + recorded.market().symbol());
        this.firstDay = Math.floorDiv(candles.firstOpenMs(), DAY_MS);
    }

    @Override
    public DayBlock day(long number) {
        return new CandleDay(recorded, key, number).summed();
    }

    @Override
    public long endMs() {
        return recorded.endMs();
    }

    @Override
    public boolean hasAny(long fromMs, long toMs, LongFunction<DayBlock> known) {
        int i = candles.firstAtOrAfter(fromMs - recorded.timeframe().millis() + 1);
        return i < candles.size() && candles.openTime()[i] < toMs;
    }

    private synchronized long[] counted() {
        long[] counted = tradesBefore;
        if (counted == null) {
            int days = (int) (Math.ceilDiv(recorded.endMs(), DAY_MS) - firstDay);
            counted = new long[days + 1];
            for (int i = 0; i < days; i++) {
                counted[i + 1] = counted[i] + new CandleDay(recorded, key, firstDay + i).trades();
            }
            tradesBefore = counted;
        }
        return counted;
    }

    @Override
    public long tradesBefore(long day) {
        long[] counted = counted();
        return counted[(int) Math.clamp(day - firstDay, 0, counted.length - 1)];
    }

    @Override
    public long dayOf(long trade) {
        long[] counted = counted();
        int found = Arrays.binarySearch(counted, trade);
        int at = found >= 0 ? found : -found - 2;
        while (at + 1 < counted.length && counted[at + 1] == counted[at]) {
            at++; // days without a trade
        }
        return firstDay + at;
    }

    @Override
    public long singlesBefore(long trade) {
        return trade;
    }

    @Override
    public long tradeOf(long single) {
        return single;
    }

    /// The last price that is known for sure: the open of a candle that is not finished, the close
    /// of the one that is.
    @Override
    public double indexAt(long timeMs) {
        int next = candles.firstAtOrAfter(timeMs + 1);
        int i = Math.max(0, next - 1);
        boolean finished = timeMs >= recorded.timeframe().next(candles.openTime()[i]);
        return finished ? candles.close()[i] : candles.open()[i];
    }

    @Override
    public double markAt(long timeMs) {
        return indexAt(timeMs);
    }
}
