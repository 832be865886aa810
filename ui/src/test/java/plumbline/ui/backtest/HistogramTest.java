package plumbline.ui.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class HistogramTest {
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

    @Property
    void everyValueCountsOnce(
            @ForAll @Size(min = 1, max = 50)
                    List<@DoubleRange(min = -500, max = 500) Double> list) {
        double[] values = list.stream().mapToDouble(v -> v).toArray();

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
