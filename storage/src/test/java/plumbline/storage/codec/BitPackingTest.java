package plumbline.storage.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BitPackingTest {
    static LongStream seeds() {
        return LongStream.range(0, 1000);
    }

    /// Three bits each, the low ones first: 5 = 101, 1 = 001, 7 = 111, 2 = 010, 4 = 100, so the
    /// bits from the lowest on are 101 100 111 010 001, here each number from its low bit. In
    /// bytes, high bit first: 11001101 and 01000101.
    @Test
    void numbersFollowEachOtherBitByBit() {
        byte[] packed = new byte[16];

        BitPacking.pack(new long[] {5, 1, 7, 2, 4}, 0, 5, 3, packed, 0);

        assertThat(BitPacking.bytes(5, 3)).isEqualTo(2);
        // 5 | 1 << 3 | 7 << 6 | 2 << 9 | 4 << 12 = 5 + 8 + 448 + 1024 + 16384 = 17869 = 0x45cd
        assertThat(HexFormat.of().formatHex(packed, 0, 2)).isEqualTo("cd45");
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyWidthGivesItsNumbersAgain(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int width = Draw.between(random, 0, 56);
        int n = Draw.between(random, 0, 300);
        int at = Draw.between(random, 0, 9);
        long[] values = numbers(n, width, random);
        byte[] packed = new byte[at + BitPacking.bytes(n, width) + 8];

        BitPacking.pack(values, 0, n, width, packed, at);

        long[] longs = new long[n];
        BitPacking.unpack(packed, at, n, width, longs, 0);
        assertThat(longs).containsExactly(values);
        if (width <= 32) {
            int[] ints = new int[n + 2];
            BitPacking.unpack(packed, at, n, width, ints, 2);
            assertThat(Arrays.stream(ints, 2, n + 2).mapToLong(i -> i & 0xffffffffL).toArray())
                    .containsExactly(values);
        }
    }

    @Test
    void wholeWordsAreTheWidestNumbers() {
        long[] values = {-1, Long.MIN_VALUE, 0, 0x0123456789abcdefL};
        byte[] packed = new byte[40];

        BitPacking.pack(values, 0, 4, 64, packed, 0);

        long[] unpacked = new long[4];
        BitPacking.unpack(packed, 0, 4, 64, unpacked, 0);
        assertThat(unpacked).containsExactly(values);
    }

    @Test
    void widthsThatAreNotWrittenAreRefused() {
        byte[] data = new byte[600];
        assertThatThrownBy(() -> BitPacking.unpack(data, 0, 8, 57, new long[8], 0))
                .isInstanceOf(MalformedChunkException.class)
                .hasMessageContaining("57");
        assertThatThrownBy(() -> BitPacking.unpack(data, 0, 8, 33, new int[8], 0))
                .isInstanceOf(MalformedChunkException.class)
                .hasMessageContaining("33");
    }

    private static long[] numbers(int n, int width, SplittableRandom random) {
        long[] values = new long[n];
        for (int i = 0; i < n; i++) {
            values[i] = width == 0 ? 0 : random.nextLong() >>> (64 - width);
        }
        return values;
    }
}
