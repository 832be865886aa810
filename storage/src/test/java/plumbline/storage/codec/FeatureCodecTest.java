package plumbline.storage.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FeatureCodecTest {
    static LongStream seeds() {
        return LongStream.range(0, 600);
    }

    private static int[] bits(float[] values, int from, int to) {
        int[] bits = new int[to - from];
        Arrays.setAll(bits, i -> Float.floatToRawIntBits(values[from + i]));
        return bits;
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void anyFloatsComeBack(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int n = Draw.between(random, 1, 2_000);
        int kind = Draw.between(random, 0, 2);
        float[] values = new float[n + 3];
        for (int i = 0; i < values.length; i++) {
            values[i] =
                    switch (kind) {
                        case 0 -> Float.intBitsToFloat(random.nextInt()); // NaNs of all kinds too
                        case 1 -> i < 14 ? Float.NaN : (float) random.nextGaussian();
                        default -> -0.0f;
                    };
        }

        byte[] chunk = FeatureCodec.encode(values, 3, n);

        float[] out = new float[n + 2];
        FeatureCodec.decode(chunk, n, out, 1);
        assertThat(bits(out, 1, n + 1)).containsExactly(bits(values, 3, n + 3));
    }

    /// An average of the last 20 closes, as an indicator has it.
    @Test
    void anIndicatorTakesLessThanItsFourBytes() {
        RandomWalk walk = new RandomWalk(8_192, 1);
        float[] average = new float[8_192];
        double mean = walk.values[3][0];
        for (int i = 0; i < average.length; i++) {
            mean += (walk.values[3][i] - mean) / 10;
            average[i] = (float) mean;
        }

        byte[] chunk = FeatureCodec.encode(average, 0, 8_192);

        assertThat(chunk.length / 8_192.0).isLessThan(2.6);
    }

    @Test
    void sizesThatNoChunkHasAreRefused() {
        assertThatThrownBy(() -> FeatureCodec.encode(new float[1], 0, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a chunk has 1 to 65536 values, not 0");
    }
}
