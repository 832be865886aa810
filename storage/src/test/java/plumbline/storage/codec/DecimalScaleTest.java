package plumbline.storage.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalScaleTest {
    private static final long LARGEST = (1L << 53) - 1;

    /// Against the JDK's reading of the decimal, which knows nothing of divisions.
    @Property(tries = 20_000)
    void bothWaysToTheDoubleGiveTheOneNextToTheDecimal(
            @ForAll @LongRange(min = -LARGEST, max = LARGEST) long integer,
            @ForAll @IntRange(max = 15) int exponent) {
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
