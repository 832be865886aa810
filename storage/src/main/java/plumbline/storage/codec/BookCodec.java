package plumbline.storage.codec;

import java.util.Arrays;

/// Snapshots of an order book as bytes and back, every bit the same. Made to be small and read
/// rarely: it is slower than the other codecs. What the bytes are is in the description of the
/// package.
///
/// **Threads**: any; nothing is shared.
///
/// **Errors**: what is no chunk of `n` snapshots of the given depth is refused with
/// [MalformedChunkException]; then the rows of the columns that were to be written hold anything.
public final class BookCodec {
    /// The number of this format, which is kept with a chunk.
    public static final short NUMBER = 1;

    /// The most levels of one side in one chunk, over all its snapshots.
    public static final int MAX_LEVELS = 1 << 18;

    private static final int HEAD = 6;
    private static final int MAX_DEPTH = 0xffff;
    private static final int TIMES = 0;
    private static final int LEVELS = 0;
    private static final int RAW = 1;

    private BookCodec() {}

    /// Snapshots `from` to `from + n` (exclusive) as a chunk.
    ///
    /// @param n at least 1; `n * depth` is at most [#MAX_LEVELS]
    public static byte[] encode(BookColumns books, int from, int n) {
        int depth = books.depth();
        if (!isSize(n, depth)) {
            throw new IllegalArgumentException(
                    "a chunk has 1 to " + MAX_LEVELS + " levels a side, not " + n + " x " + depth);
        }
        books.checkRoom(from, n);
        Bytes out = new Bytes(64 + 4 * n * depth);
        PageWriter writer = new PageWriter(out);
        out.putInt(n);
        out.putShort(depth);
        int times = out.beginSection(TIMES);
        long[] time = Arrays.copyOfRange(books.time(), from, from + n);
        IntegerPages.encode(time, n, true, writer);
        out.endSection(times);
        side(books.bidPrice(), books.bidSize(), from, n, new BookSide(n, depth, -1), out);
        side(books.askPrice(), books.askSize(), from, n, new BookSide(n, depth, 1), out);
        return out.finish();
    }

    private static boolean isSize(int n, int depth) {
        return n >= 1 && depth >= 1 && depth <= MAX_DEPTH && (long) n * depth <= MAX_LEVELS;
    }

    private static void side(
            double[] price, double[] size, int from, int n, BookSide side, Bytes out) {
        int at = from * side.depth;
        int levels = n * side.depth;
        if (side.take(price, size, at)) {
            int section = out.beginSection(LEVELS);
            side.write(out);
            out.endSection(section);
        } else {
            int section = out.beginSection(RAW);
            for (double[] column : new double[][] {price, size}) {
                int inner = out.beginSection(ValueColumn.RAW64_DEFLATE);
                RawColumn.encode(column, at, levels, out);
                out.endSection(inner);
            }
            out.endSection(section);
        }
    }

    /// Decodes all `n` snapshots of a chunk; the first goes to place `at`.
    public static void decode(byte[] data, int n, BookColumns out, int at) {
        out.checkRoom(at, n);
        try {
            check(data, n, out.depth());
            Section section = Section.at(data, HEAD);
            if (section.mode() != TIMES) {
                throw new MalformedChunkException("times of unknown mode " + section.mode());
            }
            IntegerPages.decode(data, section.pos(), n, 0, n, out.time(), at, new Scratch());
            section = section.next();
            side(section, out.bidPrice(), out.bidSize(), at, new BookSide(n, out.depth(), -1));
            section = section.next();
            side(section, out.askPrice(), out.askSize(), at, new BookSide(n, out.depth(), 1));
        } catch (IndexOutOfBoundsException e) {
            throw new MalformedChunkException("a chunk points outside of itself", e);
        }
    }

    private static void check(byte[] data, int n, int depth) {
        int held = Words.getInt(data, 0);
        int heldDepth = Words.getShort(data, Integer.BYTES);
        if (held != n || heldDepth != depth || !isSize(n, depth)) {
            throw new MalformedChunkException(
                    "a chunk of " + held + " x " + heldDepth + ", not of " + n + " x " + depth);
        }
    }

    private static void side(
            Section section, double[] price, double[] size, int at, BookSide side) {
        int levelAt = at * side.depth;
        if (section.mode() == LEVELS) {
            side.read(section, price, size, levelAt);
        } else if (section.mode() == RAW) {
            int n = side.levels();
            Section first = Section.at(section.data(), section.pos());
            Section second = first.next();
            RawColumn.decode(first.data(), first.pos(), first.length(), n, 0, n, price, levelAt);
            RawColumn.decode(second.data(), second.pos(), second.length(), n, 0, n, size, levelAt);
        } else {
            throw new MalformedChunkException("levels of unknown mode " + section.mode());
        }
    }
}
