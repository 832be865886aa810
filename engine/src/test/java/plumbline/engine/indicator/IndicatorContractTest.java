package plumbline.engine.indicator;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The laws that every indicator of one column obeys.
class IndicatorContractTest {
    private interface Batch {
        void compute(double[] in, int period, double[] out);
    }

    /// @param warmup how many inputs come before the first value, by period
    private record Subject(
            String name,
            Batch batch,
            IntFunction<DoubleUnaryOperator> incremental,
            DoubleUnaryOperator warmup) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static final List<Subject> SUBJECTS =
            List.of(
                    new Subject("sma", Sma::compute, p -> new Sma(p)::next, p -> p - 1),
                    new Subject("ema", Ema::compute, p -> new Ema(p)::next, p -> p - 1),
                    new Subject("rsi", Rsi::compute, p -> new Rsi(p)::next, p -> p),
                    new Subject(
                            "highest",
                            RollingExtreme::highest,
                            p -> RollingExtreme.highest(p)::next,
                            p -> p - 1),
                    new Subject(
                            "lowest",
                            RollingExtreme::lowest,
                            p -> RollingExtreme.lowest(p)::next,
                            p -> p - 1));

    static Stream<Arguments> subjectsAndPeriods() {
        return SUBJECTS.stream()
                .flatMap(s -> Stream.of(1, 2, 3, 14, 200).map(p -> Arguments.of(s, p)));
    }

    /// Prices with two decimals, and some without any decimal form at all.
    private static double[] prices(int n, boolean decimal) {
        Random random = new Random(7);
        double[] prices = new double[n];
        double price = 100;
        for (int i = 0; i < n; i++) {
            price = Math.max(1, price + random.nextGaussian());
            prices[i] = decimal ? Math.rint(price * 100) / 100 : price / 3;
        }
        return prices;
    }

    @ParameterizedTest
    @MethodSource("subjectsAndPeriods")
    void hasNoValueDuringWarmupAndOneEverAfter(Subject subject, int period) {
        double[] out = new double[500];

        subject.batch.compute(prices(500, true), period, out);

        int warmup = (int) subject.warmup.applyAsDouble(period);
        for (int i = 0; i < 500; i++) {
            assertEquals(i < warmup, Double.isNaN(out[i]), "at " + i);
        }
    }

    @ParameterizedTest
    @MethodSource("subjectsAndPeriods")
    void doesNotLookAhead(Subject subject, int period) {
        for (boolean decimal : new boolean[] {true, false}) {
            double[] in = prices(500, decimal);
            double[] full = new double[500];
            subject.batch.compute(in, period, full);

            for (int n = 1; n <= 500; n += 37) {
                double[] prefix = new double[n];
                subject.batch.compute(Arrays.copyOf(in, n), period, prefix);
                assertArrayEquals(Arrays.copyOf(full, n), prefix);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("subjectsAndPeriods")
    void batchEqualsIncrementalInEveryBit(Subject subject, int period) {
        for (boolean decimal : new boolean[] {true, false}) {
            double[] in = prices(700, decimal);
            in[300] = Math.PI;
            in[400] = Double.NaN;
            double[] batch = new double[in.length];
            subject.batch.compute(in, period, batch);
            DoubleUnaryOperator next = subject.incremental.apply(period);

            assertArrayEquals(Arrays.stream(in).map(next).toArray(), batch);
        }
    }

    @ParameterizedTest
    @MethodSource("subjectsAndPeriods")
    void mayWriteOverItsInput(Subject subject, int period) {
        double[] in = prices(300, true);
        double[] out = new double[300];
        subject.batch.compute(in, period, out);

        subject.batch.compute(in, period, in);

        assertArrayEquals(out, in);
    }

    @ParameterizedTest
    @MethodSource("subjectsAndPeriods")
    void recoversFromAnInputThatIsNoNumber(Subject subject, int period) {
        double[] in = prices(900, true);
        in[450] = Double.NaN;
        double[] out = new double[900];

        subject.batch.compute(in, period, out);

        assertEquals(true, Double.isNaN(out[450]));
        assertEquals(false, Double.isNaN(out[450 + period]));
    }

    @ParameterizedTest
    @MethodSource("subjectsAndPeriods")
    void refusesAPeriodBelowOne(Subject subject, int period) {
        assertThatThrownBy(() -> subject.batch.compute(new double[3], 1 - period, new double[3]))
                .hasMessage("period must be >= 1, was " + (1 - period));
    }
}
