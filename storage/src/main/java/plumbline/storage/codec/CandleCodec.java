package plumbline.storage.codec;

import java.util.Objects;

/// Candles as bytes and back, every bit the same: negative zeros, the payload of NaNs, and times
/// off the grid included. What the bytes are is in the description of the package.
///
/// **Shapes**: `time[n]`, and `values` of five columns, open, high, low, close, volume, each as
/// long as `time` at least.
///
/// **Units**: times and steps in milliseconds.
///
/// **Threads**: any; nothing is shared.
///
/// **Errors**: what is no chunk of `n` candles is refused with [MalformedChunkException]; then the
/// rows of the arrays that were to be written hold anything. Bytes that were changed may also
/// decode to other candles: compare their [Checksum] first.
public final class CandleCodec {
    /// The number of this format, which is kept with a chunk.
    public static final short NUMBER = 1;

    /// The most candles of one chunk.
    public static final int MAX_CANDLES = 8193;

    private static final int TOGETHER = 0;
    private static final int APART = 1;
    private static final int COLUMNS = 5;
    private static final int VOLUME = 4;
    private static final int HEAD = 2;

    private CandleCodec() {}

    /// Candles `from` to `from + n` (exclusive) as a chunk.
    ///
    /// @param n 1 to [#MAX_CANDLES]
    /// @param stepMs the usual time from one candle to the next; any value is right, the true one
    ///   makes the chunk small
    public static byte[] encode(long[] time, double[][] values, int from, int n, long stepMs) {
        if (n < 1 || n > MAX_CANDLES) {
            throw new IllegalArgumentException(
                    "a chunk has 1 to " + MAX_CANDLES + " candles, not " + n);
        }
        checkRoom(time, values, from, n);
        Bytes out = new Bytes(64 + 10 * n);
        PageWriter writer = new PageWriter(out);
        out.putShort(n);
        TimeColumn.encode(time, from, n, stepMs, writer);
        prices(values, from, n, writer);
        ValueColumn.encode(values[VOLUME], from, n, false, writer);
        return out.finish();
    }

    private static void prices(double[][] values, int from, int n, PageWriter writer) {
        Bytes out = writer.out;
        int before = out.size();
        int section = out.beginSection(TOGETHER);
        if (!PricePages.encode(values, from, n, writer)) {
            out.truncate(before);
            section = out.beginSection(APART);
            for (int c = 0; c < PricePages.COLUMNS; c++) {
                ValueColumn.encode(values[c], from, n, true, writer);
            }
        }
        out.endSection(section);
    }

    /// Decodes all `n` candles of a chunk; the first goes to place `at`.
    public static void decode(byte[] data, int n, long[] time, double[][] values, int at) {
        decode(data, n, 0, n, time, values, at);
    }

    /// Decodes candles `from` to `to` (exclusive) of the `n` of a chunk; the first of them goes to
    /// place `at`.
    public static void decode(
            byte[] data, int n, int from, int to, long[] time, double[][] values, int at) {
        Objects.checkFromToIndex(from, to, n);
        checkRoom(time, values, at, to - from);
        try {
            Scratch scratch = new Scratch();
            Section section = times(data, n);
            TimeColumn.decode(section, n, from, to, time, at, scratch);
            section = section.next();
            prices(section, n, from, to, values, at, scratch);
            ValueColumn.decode(section.next(), n, from, to, values[VOLUME], at, scratch);
        } catch (IndexOutOfBoundsException e) {
            throw new MalformedChunkException("a chunk points outside of itself", e);
        }
    }

    private static void prices(
            Section section, int n, int from, int to, double[][] out, int at, Scratch scratch) {
        byte[] data = section.data();
        if (section.mode() == TOGETHER) {
            PricePages.decode(data, section.pos(), n, from, to, out, at, scratch);
        } else if (section.mode() == APART) {
            int pos = section.pos();
            for (int c = 0; c < PricePages.COLUMNS; c++) {
                Section column = Section.at(data, pos);
                ValueColumn.decode(column, n, from, to, out[c], at, scratch);
                pos = column.end();
            }
        } else {
            throw new MalformedChunkException("prices of unknown mode " + section.mode());
        }
    }

    /// How many of the `n` candles of a chunk opened before `timeMs`, if their times rise.
    public static int before(byte[] data, int n, long timeMs) {
        try {
            return TimeColumn.before(times(data, n), n, timeMs);
        } catch (IndexOutOfBoundsException e) {
            throw new MalformedChunkException("a chunk points outside of itself", e);
        }
    }

    /// The first section of a chunk, which must be of `n` candles.
    private static Section times(byte[] data, int n) {
        int held = Words.getShort(data, 0);
        if (held != n || n < 1 || n > MAX_CANDLES) {
            throw new MalformedChunkException("a chunk of " + held + " candles, not of " + n);
        }
        return Section.at(data, HEAD);
    }

    private static void checkRoom(long[] time, double[][] values, int at, int n) {
        Objects.checkFromIndexSize(at, n, time.length);
        for (int c = 0; c < COLUMNS; c++) {
            Objects.checkFromIndexSize(at, n, values[c].length);
        }
    }
}
