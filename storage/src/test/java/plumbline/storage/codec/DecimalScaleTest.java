package plumbline.storage.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalScaleTest {
    private static final long LARGEST = (1L << 53) - 1;

    static LongStream seeds() {
        return LongStream.range(0, 1250);
    }

    /// Against the JDK's reading of the decimal, which knows nothing of divisions.
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void bothWaysToTheDoubleGiveTheOneNextToTheDecimal(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int exponent = 0; exponent <= 15; exponent++) {
            int digits = random.nextInt(54); // small ones as often as large ones
            assertBothWays(random.nextLong(-LARGEST, LARGEST + 1) >> digits, exponent);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {-LARGEST, 1 - LARGEST, -1, 0, 1, 10, LARGEST - 1, LARGEST})
    void bothWaysGiveItAtTheEnds(long integer) {
        for (int exponent = 0; exponent <= 15; exponent++) {
            assertBothWays(integer, exponent);
        }
    }

    private static void assertBothWays(long integer, int exponent) {
        // the base is at most 2^53 too, and so are all sums
        int offset = (int) (integer % 1_000_003);
        long base = integer - offset;
        double expected = new BigDecimal(integer).movePointLeft(exponent).doubleValue();
        DecimalScale scale = DecimalScale.of(exponent);
        double[] out = new double[3];

        scale.fused(new int[] {offset}, base, 0, 1, out, 0);
        scale.divided(new int[] {offset}, base, 0, 1, out, 1);
        scale.values(new long[] {integer}, 0, 1, out, 2);

        assertThat(Bits.of(out, 0, 3))
                .as("%s / 10^%s", integer, exponent)
                .containsOnly(Double.doubleToRawLongBits(integer == 0 ? 0.0 : expected));
    }

    @ParameterizedTest
    @CsvSource({
        "100, 0",
        "0.5, 1",
        "97123.45, 2",
        "0.00076392, 8",
        "1e-15, 15",
        "123456789.123456, 6"
    })
    void theExponentIsTheNumberOfPlaces(double value, int exponent) {
        assertThat(exponentOf(value)).isEqualTo(exponent);
    }

    @Test
    void oneExponentServesAllValues() {
        long[] integers = new long[3];

        int exponent = DecimalScale.integers(new double[] {9, 1, 2.5, 3.125, 9}, 1, 3, 0, integers);

        assertThat(exponent).isEqualTo(3);
        assertThat(integers).containsExactly(1_000, 2_500, 3_125);
    }

    @ParameterizedTest
    @ValueSource(
            doubles = {
                -0.0,
                Double.NaN,
                Double.POSITIVE_INFINITY,
                Double.NEGATIVE_INFINITY,
                Double.MIN_VALUE,
                Double.MAX_VALUE,
                0x1p53,
                1e22,
                1e-16,
                128388.72380000002,
                1 / 3.0
            })
    void whatIsNoDecimalHasNoExponent(double value) {
        assertThat(exponentOf(value)).isEqualTo(DecimalScale.NONE);
    }

    private static int exponentOf(double value) {
        return DecimalScale.integers(new double[] {value}, 0, 1, 0, new long[1]);
    }
}
