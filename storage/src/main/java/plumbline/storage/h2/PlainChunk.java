package plumbline.storage.h2;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Chunks of the first version, which are only read: the six columns one after the other, open
/// time, open, high, low, close, volume, each value a little-endian 64-bit word.
final class PlainChunk {
    private static final int WORD = 8;
    private static final int COLUMNS = 6;

    private PlainChunk() {}

    /// Whether `data` is as long as `candles` candles are.
    static boolean fits(byte[] data, int candles) {
        return data.length == candles * COLUMNS * WORD;
    }

    /// How many of the `candles` in `data` opened before `timeMs`.
    static int before(byte[] data, int candles, long timeMs) {
        ByteBuffer words = ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN);
        int low = 0;
        int high = candles;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (words.getLong(middle * WORD) < timeMs) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// Puts candles `from` to `to` (exclusive) of the `candles` in `data` into `target` at `at`.
    static void decode(byte[] data, int candles, int from, int to, CandleColumns target, int at) {
        ByteBuffer words = ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN);
        int n = to - from;
        words.asLongBuffer().get(from, target.time(), at, n);
        var doubles = words.asDoubleBuffer();
        for (int c = 0; c < CandleColumns.VALUES; c++) {
            doubles.get((c + 1) * candles + from, target.values()[c], at, n);
        }
    }
}
