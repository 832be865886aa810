package plumbline.engine.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// An indicator that was fed for as long as it says gives what it gives after a longer history, and
/// after a third of that it does not.
class SettledAfterTest {
    private static final int HISTORY = 500;

    private static double[] prices(int n) {
        Random random = new Random(11);
        double[] prices = new double[n];
        double price = 100;
        for (int i = 0; i < n; i++) {
            price *= Math.exp(0.01 * random.nextGaussian());
            prices[i] = price;
        }
        return prices;
    }

    private static void settles(int after, Supplier<ToDoubleFunction<Double>> made) {
        double[] prices = prices(HISTORY + after);

        double whole = last(made.get(), prices, 0);

        assertThat(last(made.get(), prices, HISTORY)).isCloseTo(whole, within(1e-11));
        assertThat(last(made.get(), prices, HISTORY + 2 * after / 3))
                .isNotCloseTo(whole, within(1e-9));
    }

    private static double last(ToDoubleFunction<Double> indicator, double[] prices, int from) {
        double value = Double.NaN;
        for (int i = from; i < prices.length; i++) {
            value = indicator.applyAsDouble(prices[i]);
        }
        return value;
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 10, 50})
    void anExponentialAverage(int period) {
        settles(
                Ema.settledAfter(period),
                () -> {
                    Ema ema = new Ema(period);
                    return ema::next;
                });
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 14, 40})
    void theAveragesOfAnRsi(int period) {
        settles(
                Rsi.settledAfter(period),
                () -> {
                    Rsi rsi = new Rsi(period);
                    return rsi::next;
                });
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 14, 40})
    void anAverageTrueRange(int period) {
        settles(
                Atr.settledAfter(period),
                () -> {
                    Atr atr = new Atr(period);
                    return price -> atr.next(price + 1, price - 1, price);
                });
    }
}
