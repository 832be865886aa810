package plumbline.storage.table;

import plumbline.engine.market.CandleRepository;
import plumbline.engine.market.SeriesKey;
import plumbline.engine.market.StorageException;
import plumbline.engine.market.TimeRange;
import plumbline.engine.market.Timeframe;

/// Time in slots of 8,192 timeframes. The boundaries are fixed, so that a candle's chunk is known
/// without looking it up. A calendar month counts with its mean length.
public final class ChunkGrid {
    /// Timeframes in a slot.
    public static final int CANDLES = CandleRepository.SLOT;

    // the first and the last may lie off the timeframe's grid
    private static final int MOST = CANDLES + 1;

    private ChunkGrid() {}

    /// The slot of a candle that opened at `timeMs`.
    public static long of(Timeframe timeframe, long timeMs) {
        return Math.floorDiv(timeMs, timeframe.millis() * CANDLES);
    }

    /// The time that a slot takes.
    public static TimeRange range(Timeframe timeframe, long slot) {
        long length = timeframe.millis() * CANDLES;
        return new TimeRange(slot * length, (slot + 1) * length);
    }

    /// The index after the last candle that is in the same slot as candle `from`.
    public static int end(Timeframe timeframe, long[] time, int from) {
        long length = timeframe.millis() * CANDLES;
        long start = of(timeframe, time[from]) * length;
        int to = from + 1;
        while (to < time.length && Long.compareUnsigned(time[to] - start, length) < 0) {
            to++;
        }
        return to;
    }

    /// @throws StorageException if a slot cannot hold so many candles
    public static void check(SeriesKey key, int candles) {
        if (candles > MOST) {
            throw new StorageException(
                    "cannot store "
                            + key
                            + ": "
                            + candles
                            + " candles within the time of "
                            + CANDLES
                            + "; they are not of this timeframe; nothing was changed");
        }
    }
}
