package plumbline.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RangeIndexTest {
    private final RangeIndex.Range range = new RangeIndex.Range();

    static LongStream seeds() {
        return LongStream.range(0, 1000);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void answersWhatAScanAnswersHoweverMuchOfItIsBuilt(long seed) {
        Random random = new Random(seed);
        int size = random.nextInt(5_001);
        int built = random.nextInt(6_001);
        double[] low = column(random, size);
        double[] high = low.clone();
        double[] volume = column(random, size);
        for (int i = 0; i < size; i++) {
            high[i] += random.nextDouble();
            volume[i] = Double.isNaN(volume[i]) ? 0 : volume[i];
        }
        RangeIndex pyramid = new RangeIndex(low, high, volume);
        pyramid.build(Math.min(built, size) & -4096);
        pyramid.build(Math.min(built, size));

        for (int k = 0; k < 20; k++) {
            int from = random.nextInt(size + 1);
            int to = from + random.nextInt(size - from + 1);
            assertSame(pyramid, low, high, volume, from, to);
        }
    }

    @Test
    void findsNothingInAnEmptyRangeAndAmongAbsentValues() {
        double[] values = {1, Double.NaN, Double.NaN, 4};
        RangeIndex pyramid = new RangeIndex(values, values, null);

        pyramid.query(2, 2, range);
        assertThat(range.isEmpty()).isTrue();
        pyramid.query(1, 3, range);
        assertThat(range.isEmpty()).isTrue();
        pyramid.query(0, 4, range);
        assertThat(range.low).isEqualTo(1);
        assertThat(range.high).isEqualTo(4);
    }

    private void assertSame(
            RangeIndex pyramid, double[] low, double[] high, double[] volume, int from, int to) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        double sum = 0;
        for (int i = from; i < to; i++) {
            least = low[i] < least ? low[i] : least;
            most = high[i] > most ? high[i] : most;
            sum += volume[i];
        }

        pyramid.query(from, to, range);

        assertThat(range.low).isEqualTo(least);
        assertThat(range.high).isEqualTo(most);
        assertThat(range.sum).isCloseTo(sum, within(1e-6));
    }

    /// Some values are absent.
    private static double[] column(Random random, int size) {
        return random.doubles(size, 1, 100).map(v -> v < 3 ? Double.NaN : v).toArray();
    }
}
