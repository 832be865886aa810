package plumbline.engine.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.tictactec.ta.lib.Core;
import com.tictactec.ta.lib.MInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Values against TA-Lib and against arithmetic by hand.
class IndicatorOracleTest {
    private static final int N = 2000;
    private final Core talib = new Core();
    private final double[] high = new double[N];
    private final double[] low = new double[N];
    private final double[] close = new double[N];

    IndicatorOracleTest() {
        Random random = new Random(11);
        double price = 30_000;
        for (int i = 0; i < N; i++) {
            double open = price;
            price = Math.rint((price + random.nextGaussian() * 40) * 100) / 100;
            close[i] = price;
            high[i] = Math.max(open, price) + random.nextInt(2000) / 100.0;
            low[i] = Math.min(open, price) - random.nextInt(2000) / 100.0;
        }
    }

    private interface TaLib {
        void compute(MInteger begin, MInteger count, double[] out);
    }

    /// Fewer values come out than go in; the first belongs to input `begin`.
    private static void assertEqualsTaLib(TaLib theirs, double[] ours) {
        MInteger begin = new MInteger();
        MInteger count = new MInteger();
        double[] expected = new double[N];
        theirs.compute(begin, count, expected);
        assertThat(count.value).isGreaterThan(N / 2);
        for (int i = 0; i < count.value; i++) {
            assertThat(ours[begin.value + i])
                    .as("at %d", begin.value + i)
                    .isCloseTo(expected[i], within(1e-8));
        }
        assertThat(ours[begin.value - 1]).isNaN();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 10, 50, 200})
    void smaEqualsTaLib(int period) {
        double[] out = new double[N];

        Sma.compute(close, period, out);

        assertEqualsTaLib((b, n, o) -> talib.sma(0, N - 1, close, period, b, n, o), out);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 10, 50, 200})
    void emaEqualsTaLib(int period) {
        double[] out = new double[N];

        Ema.compute(close, period, out);

        assertEqualsTaLib((b, n, o) -> talib.ema(0, N - 1, close, period, b, n, o), out);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 14, 50})
    void rsiEqualsTaLib(int period) {
        double[] out = new double[N];

        Rsi.compute(close, period, out);

        assertEqualsTaLib((b, n, o) -> talib.rsi(0, N - 1, close, period, b, n, o), out);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 14, 50})
    void atrEqualsTaLib(int period) {
        double[] out = new double[N];

        Atr.compute(high, low, close, period, out);

        assertEqualsTaLib((b, n, o) -> talib.atr(0, N - 1, high, low, close, period, b, n, o), out);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 20, 55})
    void extremesEqualTaLib(int period) {
        double[] highest = new double[N];
        double[] lowest = new double[N];

        RollingExtreme.highest(high, period, highest);
        RollingExtreme.lowest(low, period, lowest);

        assertEqualsTaLib((b, n, o) -> talib.max(0, N - 1, high, period, b, n, o), highest);
        assertEqualsTaLib((b, n, o) -> talib.min(0, N - 1, low, period, b, n, o), lowest);
    }

    /// mean(1, 2, 6) = 3; then 3 + 1/2 (5 - 3) = 4; then 4 + 1/2 (2 - 4) = 3.
    @Test
    void emaMatchesHandComputation() {
        double[] out = new double[5];

        Ema.compute(new double[] {1, 2, 6, 5, 2}, 3, out);

        assertThat(out)
                .containsExactly(new double[] {Double.NaN, Double.NaN, 3, 4, 3}, within(0.0));
    }

    /// Changes +2, -1, +3, -2 over 2: gains (2+0)/2 = 1, losses (0+1)/2 = 0.5: 100·1/1.5; then gain
    /// (1+3)/2 = 2, loss 0.25: 100·2/2.25; then gain 1, loss (0.25+2)/2 = 1.125: 100·1/2.125.
    @Test
    void rsiMatchesHandComputation() {
        double[] out = new double[5];

        Rsi.compute(new double[] {10, 12, 11, 14, 12}, 2, out);

        assertThat(out[1]).isNaN();
        assertThat(out[2]).isCloseTo(100 / 1.5, within(1e-12));
        assertThat(out[3]).isCloseTo(200 / 2.25, within(1e-12));
        assertThat(out[4]).isCloseTo(100 / 2.125, within(1e-12));
    }

    @Test
    void rsiOfAStandingPriceIsInTheMiddle() {
        double[] out = new double[4];

        Rsi.compute(new double[] {5, 5, 5, 5}, 2, out);

        assertThat(out[3]).isEqualTo(50);
    }

    /// 0.1 + 0.2 + 0.3 in doubles is not 0.6; two windows with the same decimal sum must be equal.
    @Test
    void smaIsEqualWhereItIsEqualOnPaper() {
        double[] in = {0.1, 0.2, 0.3, 0.3, 0.2, 0.1, 0.15, 0.25};
        double[] three = new double[8];
        double[] two = new double[8];

        Sma.compute(in, 3, three);
        Sma.compute(in, 2, two);

        assertThat(three[2]).isEqualTo(0.2).isEqualTo(three[5]);
        assertThat(two[7]).isEqualTo(0.2);
    }
}
