package plumbline.storage.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class FeatureCodecTest {

    private static int[] bits(float[] values, int from, int to) {
        int[] bits = new int[to - from];
        Arrays.setAll(bits, i -> Float.floatToRawIntBits(values[from + i]));
        return bits;
    }

    @Property(tries = 600)
    void anyFloatsComeBack(
            @ForAll @IntRange(min = 1, max = 2_000) int n,
            @ForAll @IntRange(max = 2) int kind,
            @ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
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
