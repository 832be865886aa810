package plumbline.engine.bytes;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Eight bytes of text at a time, as one little-endian word: the first byte is the lowest.
///
/// Source of the arithmetic: Daniel Lemire, "Quickly parsing eight digits", 2018; Alan Mycroft's
/// test for a zero byte, 1987.
public final class ByteScanner {
    /// So many bytes beyond the last one that counts must be there to be read.
    public static final int SLACK = 8;

    private static final VarHandle WORDS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = 0x8080808080808080L;
    private static final long ZEROS = '0' * ONES;
    private static final long NEWLINES = '\n' * ONES;
    private static final long QUOTES = '"' * ONES;

    // "00:00:00", the first byte lowest
    private static final long CLOCK = 0x30303A30303A3030L;

    private ByteScanner() {}

    /// The word at `at`, each digit as its value 0 to 9.
    public static long word(byte[] bytes, int at) {
        return (long) WORDS.get(bytes, at) ^ ZEROS;
    }

    /// How many of the word's first bytes are digits, 0 to 8.
    public static int digits(long word) {
        // above 9 the highest bit is set; a carry only reaches bytes after the first such one
        long others = (word + 0x7676767676767676L | word) & HIGHS;
        return Long.numberOfTrailingZeros(others) >>> 3;
    }

    /// The number that the word's first `digits` digits make, 1 to 8 of them.
    public static long number(long word, int digits) {
        long d = word << (8 - digits) * 8;
        d = d * 10 + (d >>> 8);
        return ((d & 0x000000FF000000FFL) * 0x000F424000000064L
                        + (d >>> 16 & 0x000000FF000000FFL) * 0x0000271000000001L)
                >>> 32;
    }

    /// The second of the day that `08:30:59` at `at` is, or -1 if there is no such text.
    public static int clock(byte[] bytes, int at) {
        long d = (long) WORDS.get(bytes, at) ^ CLOCK;
        // colons are 0 now, digits their value
        if ((d & 0xF0F0F0F0F0F0F0F0L) != 0
                || (d & 0x0000FF0000FF0000L) != 0
                || (d + 0x0606060606060606L & 0xF0F0F0F0F0F0F0F0L) != 0) {
            return -1;
        }
        int hour = (int) (d & 15) * 10 + (int) (d >>> 8 & 15);
        int minute = (int) (d >>> 24 & 15) * 10 + (int) (d >>> 32 & 15);
        int second = (int) (d >>> 48 & 15) * 10 + (int) (d >>> 56);
        return hour > 23 || minute > 59 || second > 59 ? -1 : (hour * 60 + minute) * 60 + second;
    }

    /// Index of the first newline from `at` on; there must be one.
    public static int newline(byte[] bytes, int at) {
        int i = at;
        while (true) {
            long found = zeros((long) WORDS.get(bytes, i) ^ NEWLINES);
            if (found != 0) {
                return i + (Long.numberOfTrailingZeros(found) >>> 3);
            }
            i += 8;
        }
    }

    /// Index of the first newline from `at` on, if there are so many delimiters before it, else -1;
    /// there must be a newline.
    public static int lineEnd(byte[] bytes, int at, long delimiters, int wanted) {
        int i = at;
        int found = 0;
        while (true) {
            long word = (long) WORDS.get(bytes, i);
            long ends = zeros(word ^ NEWLINES); // the first is one, and no other counts
            long fields = allZeros(word ^ delimiters);
            if (ends != 0) {
                found += Long.bitCount(fields & Long.lowestOneBit(ends) - 1);
                return found == wanted ? i + (Long.numberOfTrailingZeros(ends) >>> 3) : -1;
            }
            found += Long.bitCount(fields);
            i += 8;
        }
    }

    /// Index of the first delimiter, newline or quotation mark from `at` on; there must be a
    /// newline.
    public static int stop(byte[] bytes, int at, long delimiters) {
        int i = at;
        while (true) {
            long word = (long) WORDS.get(bytes, i);
            long found = zeros(word ^ delimiters) | zeros(word ^ NEWLINES) | zeros(word ^ QUOTES);
            if (found != 0) {
                return i + (Long.numberOfTrailingZeros(found) >>> 3);
            }
            i += 8;
        }
    }

    /// Eight times the same byte, for [#stop].
    public static long repeated(byte one) {
        return (one & 0xFF) * ONES;
    }

    /// The highest bit of each byte that is zero.
    private static long allZeros(long word) {
        return ~((word & ~HIGHS) + ~HIGHS | word | ~HIGHS);
    }

    /// The highest bit of each byte that is zero; beyond the first such byte it may lie.
    private static long zeros(long word) {
        return word - ONES & ~word & HIGHS;
    }
}
