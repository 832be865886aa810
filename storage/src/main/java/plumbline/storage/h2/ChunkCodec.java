package plumbline.storage.h2;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;
import plumbline.engine.market.CandleSeries;

/// Candles as bytes and back, every bit the same.
///
/// Codec 0: the six columns one after the other, open time, open, high, low, close, volume, each
/// value a little-endian 64-bit word.
final class ChunkCodec {
    /// The one codec there is; a chunk carries its number, so that more can come.
    static final short PLAIN = 0;

    private static final int WORD = 8;
    private static final int COLUMNS = 6;

    private ChunkCodec() {}

    static byte[] encode(CandleSlice slice) {
        int from = slice.from();
        int n = slice.size();
        CandleSeries candles = slice.series();
        ByteBuffer words = ByteBuffer.allocate(n * COLUMNS * WORD).order(ByteOrder.LITTLE_ENDIAN);
        words.asLongBuffer().put(candles.openTime(), from, n);
        words.position(n * WORD);
        words.asDoubleBuffer()
                .put(candles.open(), from, n)
                .put(candles.high(), from, n)
                .put(candles.low(), from, n)
                .put(candles.close(), from, n)
                .put(candles.volume(), from, n);
        return words.array();
    }

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

    /// Appends candles `from` to `to` (exclusive) of the `candles` in `data` to `target`.
    static void decode(byte[] data, int candles, int from, int to, CandleColumns target) {
        ByteBuffer words = ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN);
        int n = to - from;
        int at = target.extend(n);
        words.asLongBuffer().get(from, target.time(), at, n);
        var doubles = words.asDoubleBuffer();
        for (int c = 0; c < CandleColumns.VALUES; c++) {
            doubles.get((c + 1) * candles + from, target.values(c), at, n);
        }
    }

    /// All candles of a sound chunk.
    static CandleSeries decode(ChunkTable.Chunk chunk) {
        CandleColumns columns = new CandleColumns(chunk.candles());
        decode(chunk.data(), chunk.candles(), 0, chunk.candles(), columns);
        return columns.toSeries();
    }

    /// Checksum of a chunk.
    static int crc(byte[] data) {
        CRC32C crc = new CRC32C();
        crc.update(data, 0, data.length);
        return (int) crc.getValue();
    }
}
