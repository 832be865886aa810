package plumbline.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.stream.IntStream;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PriceTicksTest {

    /// 23,000 over 460 pixels are 50 a pixel; 44 pixels are 2,200, and the next round step is
    /// 2,500.
    @Test
    void standsAtRoundPrices() {
        PriceTicks ticks = PriceTicks.of(45_000, 68_000, 460, 44, 2);

        assertThat(prices(ticks))
                .containsExactly(
                        45_000, 47_500, 50_000, 52_500, 55_000, 57_500, 60_000, 62_500, 65_000,
                        67_500);
        assertThat(ticks.decimals()).isZero();
    }

    /// 0.0022 in 44 pixels; 0.0025 takes four decimals, so with three it is 0.005.
    @Test
    void needsNoMoreDecimalsThanPricesHave() {
        PriceTicks ticks = PriceTicks.of(0.091, 0.114, 460, 44, 3);

        assertThat(prices(ticks)).containsExactly(0.095, 0.1, 0.105, 0.11);
        assertThat(ticks.decimals()).isEqualTo(3);
    }

    @Test
    void hasNoneWhereThereIsNoRange() {
        assertThat(PriceTicks.of(5, 5, 460, 44, 2).count()).isZero();
        assertThat(PriceTicks.of(Double.NaN, 5, 460, 44, 2).count()).isZero();
    }

    @Property
    void areInRangeFarEnoughApartAndWrittenAsTheyAre(
            @ForAll @IntRange(min = -5, max = 6) int magnitude,
            @ForAll @DoubleRange(min = 1, max = 10) double digits,
            @ForAll @DoubleRange(min = 0.01, max = 10) double share) {
        double low = digits * Math.pow(10, magnitude);
        double high = low * (1 + share);
        double height = 500;
        PriceTicks ticks = PriceTicks.of(low, high, height, 44, 8);
        Assume.that(ticks.count() > 0);

        assertThat(ticks.step() / (high - low) * height).isGreaterThanOrEqualTo(44 - 1e-9);
        double rounding = 1e-9 * high;
        for (double price : prices(ticks)) {
            assertThat(price).isBetween(low - rounding, high + rounding);
            double written =
                    BigDecimal.valueOf(price)
                            .setScale(ticks.decimals(), RoundingMode.HALF_UP)
                            .doubleValue();
            assertThat(written).isCloseTo(price, within(price * 1e-12));
        }
    }

    private static double[] prices(PriceTicks ticks) {
        return IntStream.range(0, ticks.count()).mapToDouble(ticks::price).toArray();
    }
}
