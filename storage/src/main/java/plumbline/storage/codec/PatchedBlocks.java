package plumbline.storage.codec;

import java.util.Arrays;

/// Up to 256 unsigned integers in blocks of 128 ([#BLOCK]), each block packed at a width of its
/// own. The few numbers that need more bits are exceptions, whose high bits are kept behind the
/// blocks: all in one place, because a loop of unknown length costs a wrong guess of the processor.
///
/// **Source**: PFOR, Zukowski and others, "Super-Scalar RAM-CPU Cache Compression" (2006), with
/// exceptions by page as in Lemire and Boytsov, "Decoding billions of integers per second through
/// vectorization" (2015).
final class PatchedBlocks {
    static final int BLOCK = 128;

    private static final int INDEX_BITS = 8;
    private static final int INDEX_MASK = (1 << INDEX_BITS) - 1;

    /// The widest high part that still fits in one word with the index.
    private static final int MOST_HIGH_BITS = BitPacking.MAX_WIDTH - INDEX_BITS;

    /// An exception costs time too, about as much as these bits.
    private static final int PENALTY = 3;

    /// So many widths of the high parts in a row that do not help end the search.
    private static final int TRIALS = 5;

    private static final int BLOCKS = Pages.ROWS / BLOCK;

    /// Of each block, how many values are of each length in bits; then, how many are longer.
    private final int[][] longer = new int[BLOCKS][Long.SIZE + 1];

    private final int[] longest = new int[BLOCKS];
    private final int[] widths = new int[BLOCKS];
    private final int[] trial = new int[BLOCKS];
    private final long[] exceptions = new long[Pages.ROWS];

    /// Appends `n` values. Not thread-safe: it keeps its working arrays.
    void encode(long[] values, int n, Bytes out) {
        int blocks = (n + BLOCK - 1) / BLOCK;
        for (int b = 0; b < blocks; b++) {
            measure(values, b, rows(n, b));
        }
        int highBits = chooseWidths(n, blocks);
        int count = 0;
        for (int b = 0; b < blocks; b++) {
            out.putByte(widths[b]);
            if (widths[b] < longest[b]) {
                count = collect(values, b, rows(n, b), count);
            }
        }
        out.putByte(count);
        if (count > 0) {
            out.putByte(highBits);
        }
        for (int b = 0; b < blocks; b++) {
            pack(values, b * BLOCK, rows(n, b), widths[b], out);
        }
        if (count > 0) {
            pack(exceptions, 0, count, INDEX_BITS + highBits, out);
        }
    }

    private static int rows(int n, int block) {
        return Math.min(BLOCK, n - block * BLOCK);
    }

    private int collect(long[] values, int block, int rows, int before) {
        int count = before;
        int width = widths[block];
        for (int i = block * BLOCK; i < block * BLOCK + rows; i++) {
            long high = values[i] >>> width;
            if (high != 0) {
                exceptions[count++] = high << INDEX_BITS | i;
            }
        }
        return count;
    }

    private static void pack(long[] values, int at, int n, int width, Bytes out) {
        int bytes = BitPacking.bytes(n, width);
        out.reserve(bytes + Long.BYTES);
        BitPacking.pack(values, at, n, width, out.data(), out.size());
        out.advance(bytes);
    }

    private void measure(long[] values, int block, int rows) {
        int[] counts = longer[block];
        Arrays.fill(counts, 0);
        long all = 0;
        for (int i = block * BLOCK; i < block * BLOCK + rows; i++) {
            counts[length(values[i])]++;
            all |= values[i];
        }
        int sum = 0;
        longest[block] = length(all);
        for (int width = longest[block]; width >= 0; width--) {
            int exactly = counts[width];
            counts[width] = sum;
            sum += exactly;
        }
    }

    private static int length(long value) {
        return Long.SIZE - Long.numberOfLeadingZeros(value);
    }

    /// Chooses the widths that make the page smallest.
    ///
    /// @return the width of the high parts of exceptions
    private int chooseWidths(int n, int blocks) {
        int best = Integer.MAX_VALUE;
        int bestHighBits = 0;
        int most = 0;
        for (int b = 0; b < blocks; b++) {
            most = Math.max(most, Math.min(longest[b], MOST_HIGH_BITS));
        }
        for (int highBits = 0; highBits <= most && highBits <= bestHighBits + TRIALS; highBits++) {
            int cost = 0;
            for (int b = 0; b < blocks; b++) {
                cost += chooseWidth(b, rows(n, b), highBits);
            }
            if (cost < best) {
                best = cost;
                bestHighBits = highBits;
                System.arraycopy(trial, 0, widths, 0, blocks);
            }
        }
        return bestHighBits;
    }

    /// @return the bits that the block takes
    private int chooseWidth(int block, int rows, int highBits) {
        int best = Integer.MAX_VALUE;
        for (int length = longest[block];
                length >= Math.max(0, longest[block] - highBits);
                length--) {
            int width = length <= BitPacking.MAX_WIDTH ? length : Long.SIZE;
            int cost = rows * width + longer[block][length] * (INDEX_BITS + highBits + PENALTY);
            if (cost < best) {
                best = cost;
                trial[block] = width;
            }
        }
        return best;
    }

    /// Decodes `n` values of at most 32 bits.
    ///
    /// @return the place behind them
    static int decode(byte[] data, int from, int n, int[] out) {
        int blocks = (n + BLOCK - 1) / BLOCK;
        int exceptions = Words.getByte(data, from + blocks);
        int pos = from + blocks + (exceptions > 0 ? 2 : 1);
        for (int b = 0; b < blocks; b++) {
            int width = Words.getByte(data, from + b);
            BitPacking.unpack(data, pos, rows(n, b), width, out, b * BLOCK);
            pos += BitPacking.bytes(rows(n, b), width);
        }
        if (exceptions == 0) {
            return pos;
        }
        int highBits = Words.getByte(data, from + blocks + 1);
        int width = INDEX_BITS + highBits;
        long mask = (1L << highBits) - 1;
        int bit = 0;
        for (int i = 0; i < exceptions; i++) {
            long word = Words.getLong(data, pos + (bit >>> 3)) >>> (bit & 7);
            int index = (int) word & INDEX_MASK;
            int shift = data[from + (index >>> 7)];
            out[index] |= (int) ((word >>> INDEX_BITS & mask) << shift);
            bit += width;
        }
        return pos + BitPacking.bytes(exceptions, width);
    }

    /// Decodes `n` values of any length.
    ///
    /// @return the place behind them
    static int decode(byte[] data, int from, int n, long[] out) {
        int blocks = (n + BLOCK - 1) / BLOCK;
        int exceptions = Words.getByte(data, from + blocks);
        int pos = from + blocks + (exceptions > 0 ? 2 : 1);
        for (int b = 0; b < blocks; b++) {
            int width = Words.getByte(data, from + b);
            BitPacking.unpack(data, pos, rows(n, b), width, out, b * BLOCK);
            pos += BitPacking.bytes(rows(n, b), width);
        }
        if (exceptions == 0) {
            return pos;
        }
        int highBits = Words.getByte(data, from + blocks + 1);
        int width = INDEX_BITS + highBits;
        long mask = (1L << highBits) - 1;
        int bit = 0;
        for (int i = 0; i < exceptions; i++) {
            long word = Words.getLong(data, pos + (bit >>> 3)) >>> (bit & 7);
            int index = (int) word & INDEX_MASK;
            out[index] |= (word >>> INDEX_BITS & mask) << data[from + (index >>> 7)];
            bit += width;
        }
        return pos + BitPacking.bytes(exceptions, width);
    }
}
