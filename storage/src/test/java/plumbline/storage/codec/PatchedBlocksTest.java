package plumbline.storage.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PatchedBlocksTest {
    private static final HexFormat HEX = HexFormat.of();

    static LongStream seeds() {
        return LongStream.range(0, 1000);
    }

    /// Width 1 for the block: the row of 1s and 0s, one 20 = 10100 in binary is the exception. Its
    /// low bit 0 is in its place, its high part is 20 >> 1 = 10, of 4 bits; with its row, 3, below
    /// that makes 10 << 8 | 3 = 0xa03 of 12 bits.
    @Test
    void oneLongNumberIsAnException() {
        long[] values = new long[128];
        for (int i = 0; i < 128; i++) {
            values[i] = i % 2;
        }
        values[3] = 20;

        byte[] data = encoded(values, 128);

        // width 1, one exception, high parts of 4 bits, then 1010... without the bit of row 3
        assertThat(HEX.formatHex(data, 0, 4)).isEqualTo("010104a2");
        assertThat(HEX.formatHex(data, 4, 19)).isEqualTo("aa".repeat(15));
        assertThat(HEX.formatHex(data, 19, 21)).isEqualTo("030a");
        int[] decoded = new int[Pages.ROWS];
        assertThat(PatchedBlocks.decode(data, 0, 128, decoded)).isEqualTo(21);
        assertThat(decoded[3]).isEqualTo(20);
        assertThat(decoded[127]).isEqualTo(1);
    }

    @Test
    void zerosTakeNoBits() {
        assertThat(encoded(new long[256], 256)).hasSize(2 + 1 + 8);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void allNumbersComeBack(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int n = Draw.between(random, 1, 256);
        int bits = Draw.between(random, 0, 64);
        int moreBits = Draw.between(random, 0, 64);
        int percent = Draw.between(random, 0, 100);
        long[] values = new long[n];
        for (int i = 0; i < n; i++) {
            int length = random.nextInt(100) < percent ? moreBits : bits;
            values[i] = length == 0 ? 0 : random.nextLong() >>> (64 - length);
        }

        byte[] data = encoded(values, n);

        long[] longs = new long[Pages.ROWS];
        assertThat(PatchedBlocks.decode(data, 0, n, longs)).isEqualTo(data.length - 8);
        assertThat(Arrays.copyOf(longs, n)).containsExactly(values);
        if (bits <= 32 && moreBits <= 32) {
            int[] ints = new int[Pages.ROWS];
            assertThat(PatchedBlocks.decode(data, 0, n, ints)).isEqualTo(data.length - 8);
            assertThat(Arrays.stream(ints, 0, n).mapToLong(i -> i & 0xffffffffL).toArray())
                    .containsExactly(values);
        }
    }

    private static byte[] encoded(long[] values, int n) {
        Bytes out = new Bytes(64);
        new PatchedBlocks().encode(values, n, out);
        return out.finish();
    }
}
