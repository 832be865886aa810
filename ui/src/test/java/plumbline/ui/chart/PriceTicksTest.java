package plumbline.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PriceTicksTest {
    static LongStream seeds() {
        return LongStream.range(0, 1000);
    }

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

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void areInRangeFarEnoughApartAndWrittenAsTheyAre(long seed) {
        Random random = new Random(seed);
        double height = 500;
        double low;
        double high;
        PriceTicks ticks;
        do {
            low = random.nextDouble(1, 10) * Math.pow(10, random.nextInt(-5, 7));
            high = low * (1 + random.nextDouble(0.01, 10));
            ticks = PriceTicks.of(low, high, height, 44, 8);
        } while (ticks.count() == 0);

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
