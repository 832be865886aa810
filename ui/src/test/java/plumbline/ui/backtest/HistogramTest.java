package plumbline.ui.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HistogramTest {
    static LongStream seeds() {
        return LongStream.range(0, 1000);
    }

    @Test
    void classesAreRoundAndZeroIsABorder() {
        // from −3 to 9 in about 24 classes: 0.5 wide
        Histogram histogram = Histogram.of(new double[] {-3, -0.1, 0, 0.4, 9});

        assertThat(histogram.width()).isEqualTo(0.5);
        assertThat(histogram.from()).isEqualTo(-3.0);
        assertThat(histogram.counts()).hasSize(25);
        assertThat(histogram.counts()[0]).isEqualTo(1);
        assertThat(histogram.counts()[5]).isEqualTo(1); // −0.5 to 0
        assertThat(histogram.counts()[6]).isEqualTo(2); // 0 to 0.5
        assertThat(histogram.counts()[24]).isEqualTo(1); // 9 to 9.5
    }

    @Test
    void equalValuesMakeOneClassOfAllOfThem() {
        Histogram histogram = Histogram.of(new double[] {2, 2, 2});

        assertThat(Arrays.stream(histogram.counts()).max()).hasValue(3);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyValueCountsOnce(long seed) {
        Random random = new Random(seed);
        double[] values = random.doubles(1 + random.nextInt(50), -500, 500).toArray();

        Histogram histogram = Histogram.of(values);

        assertThat(Arrays.stream(histogram.counts()).sum()).isEqualTo(values.length);
        double negative = Arrays.stream(values).filter(v -> v < 0).count();
        long below = 0;
        for (int i = 0; i < histogram.counts().length; i++) {
            double middle = histogram.from() + (i + 0.5) * histogram.width();
            below += middle < 0 ? histogram.counts()[i] : 0;
        }
        assertThat((double) below).isCloseTo(negative, within(0.0));
    }
}
