package plumbline.storage.codec;

import java.util.Arrays;

/// Unsigned integers of equal width, one after the other without a gap, the low bits first. Eight
/// of width `w` take `w` bytes, so that every eighth begins on a byte.
///
/// Widths are 0 to [#MAX_WIDTH] and 64. Unpacking reads whole words, up to 7 bytes behind the last
/// number: chunks end with 8 zero bytes.
final class BitPacking {
    /// A value of this width and the 7 bits before it in its first byte still fit in one word.
    static final int MAX_WIDTH = 56;

    /// What is left behind the last whole group is unpacked one by one.
    private static final int GROUP = 8;

    private BitPacking() {}

    /// Bytes that `n` values of `width` take.
    static int bytes(int n, int width) {
        return (n * width + 7) >>> 3;
    }

    /// Packs `n` values, of which only the low `width` bits are taken. Writes up to 8 bytes behind
    /// them.
    static void pack(long[] values, int at, int n, int width, byte[] out, int outAt) {
        if (width == 0) {
            return;
        }
        long mask = -1L >>> (64 - width);
        long word = 0;
        int filled = 0;
        int pos = outAt;
        for (int i = at; i < at + n; i++) {
            long value = values[i] & mask;
            word |= value << filled;
            filled += width;
            if (filled >= Long.SIZE) {
                Words.putLong(out, pos, word);
                pos += Long.BYTES;
                filled -= Long.SIZE;
                word = filled == 0 ? 0 : value >>> (width - filled);
            }
        }
        Words.putLong(out, pos, word);
    }

    /// Unpacks `n` values of at most 32 bits.
    static void unpack(byte[] data, int pos, int n, int width, int[] out, int at) {
        int whole = n & -GROUP;
        if (width == 0) {
            Arrays.fill(out, at, at + n, 0);
        } else if (width <= 14) {
            unpackByFour(data, pos, whole, width, out, at);
        } else if (width <= 28) {
            unpackByTwo(data, pos, whole, width, out, at);
        } else if (width <= Integer.SIZE) {
            unpackByOne(data, pos, 0, whole, width, out, at);
        } else {
            throw new MalformedChunkException(
                    "a width of " + width + " bits where 32 are the most");
        }
        if (whole < n && width > 0) {
            unpackByOne(data, pos, whole, n, width, out, at);
        }
    }

    /// Four values from each word: 4 x 14 bits and half a byte are less than 64.
    private static void unpackByFour(byte[] data, int pos, int n, int width, int[] out, int at) {
        int mask = -1 >>> (Integer.SIZE - width);
        int width2 = 2 * width;
        int width3 = 3 * width;
        int secondAt = width >>> 1;
        int secondShift = (width & 1) << 2;
        int p = pos;
        for (int i = at; i < at + n; i += GROUP) {
            long a = Words.getLong(data, p);
            long b = Words.getLong(data, p + secondAt) >>> secondShift;
            p += width;
            out[i] = (int) a & mask;
            out[i + 1] = (int) (a >>> width) & mask;
            out[i + 2] = (int) (a >>> width2) & mask;
            out[i + 3] = (int) (a >>> width3) & mask;
            out[i + 4] = (int) b & mask;
            out[i + 5] = (int) (b >>> width) & mask;
            out[i + 6] = (int) (b >>> width2) & mask;
            out[i + 7] = (int) (b >>> width3) & mask;
        }
    }

    /// Two values from each word: 2 x 28 bits and 6 of the byte before are less than 64.
    private static void unpackByTwo(byte[] data, int pos, int n, int width, int[] out, int at) {
        int mask = -1 >>> (Integer.SIZE - width);
        int secondAt = width >>> 2;
        int secondShift = (width & 3) << 1;
        int thirdAt = width >>> 1;
        int thirdShift = (width & 1) << 2;
        int fourthAt = (3 * width) >>> 2;
        int fourthShift = ((3 * width) & 3) << 1;
        int p = pos;
        for (int i = at; i < at + n; i += GROUP) {
            long a = Words.getLong(data, p);
            long b = Words.getLong(data, p + secondAt) >>> secondShift;
            long c = Words.getLong(data, p + thirdAt) >>> thirdShift;
            long d = Words.getLong(data, p + fourthAt) >>> fourthShift;
            p += width;
            out[i] = (int) a & mask;
            out[i + 1] = (int) (a >>> width) & mask;
            out[i + 2] = (int) b & mask;
            out[i + 3] = (int) (b >>> width) & mask;
            out[i + 4] = (int) c & mask;
            out[i + 5] = (int) (c >>> width) & mask;
            out[i + 6] = (int) d & mask;
            out[i + 7] = (int) (d >>> width) & mask;
        }
    }

    private static void unpackByOne(
            byte[] data, int pos, int from, int to, int width, int[] out, int at) {
        int mask = -1 >>> (Integer.SIZE - width);
        int bit = from * width;
        for (int i = from; i < to; i++) {
            out[at + i] = (int) (Words.getLong(data, pos + (bit >>> 3)) >>> (bit & 7)) & mask;
            bit += width;
        }
    }

    /// Unpacks `n` values of any width.
    static void unpack(byte[] data, int pos, int n, int width, long[] out, int at) {
        if (width == 0) {
            Arrays.fill(out, at, at + n, 0);
        } else if (width <= MAX_WIDTH) {
            long mask = -1L >>> (Long.SIZE - width);
            int bit = 0;
            for (int i = at; i < at + n; i++) {
                out[i] = (Words.getLong(data, pos + (bit >>> 3)) >>> (bit & 7)) & mask;
                bit += width;
            }
        } else if (width == Long.SIZE) {
            for (int i = 0; i < n; i++) {
                out[at + i] = Words.getLong(data, pos + i * Long.BYTES);
            }
        } else {
            throw new MalformedChunkException("a width of " + width + " bits");
        }
    }
}
