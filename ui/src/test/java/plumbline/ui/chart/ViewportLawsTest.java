package plumbline.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What holds for every way of moving through a series.
class ViewportLawsTest {
    static LongStream seeds() {
        return LongStream.range(0, 1000);
    }

    /// A view of a series, after some moves.
    private static Viewport moved(Random random) {
        double width = random.nextDouble(100, 2_000);
        Viewport view = new Viewport();
        view.resize(width);
        view.showNewest(random.nextInt(1, 3_001));
        view.zoom(Math.exp(random.nextDouble(Math.log(0.02), Math.log(50))), width);
        view.pan(random.nextDouble(-2_000, 2_000));
        return view;
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void zoomingKeepsTheCandleUnderTheCursor(long seed) {
        Random random = new Random(seed);
        Viewport view;
        double x;
        double before;
        do {
            view = moved(random);
            x = random.nextDouble(view.width());
            before = view.positionAt(x);
        } while (before < 0 || before > view.count());

        view.zoom(random.nextDouble(0.2, 5), x);

        assertThat(view.x(before)).isCloseTo(x, within(1e-6));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void somethingOfTheSeriesStaysInView(long seed) {
        Random random = new Random(seed);
        Viewport view = moved(random);

        view.pan(random.nextDouble(-1e4, 1e4));

        assertThat(view.last()).isGreaterThanOrEqualTo(view.first());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void firstAndLastAreTheCandlesOfWhichAPartIsInView(long seed) {
        Random random = new Random(seed);
        Viewport view;
        int[] seen;
        do {
            view = moved(random);
            seen = seen(view);
        } while (seen.length == 0);

        assertThat(view.first()).isBetween(seen[0] - 1, seen[0]);
        assertThat(view.last()).isBetween(seen[seen.length - 1], seen[seen.length - 1] + 1);
    }

    private static int[] seen(Viewport view) {
        double rounding = 1e-3;
        return IntStream.range(0, view.count())
                .filter(i -> view.x(i + 1) > rounding)
                .filter(i -> view.x(i) < view.width() - rounding)
                .toArray();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void panningThereAndBackChangesNothing(long seed) {
        Random random = new Random(seed);
        Viewport view;
        double candles;
        do {
            view = moved(random);
            candles = random.nextDouble() * (view.count() - 1 - view.start());
        } while (candles <= 0);
        double before = view.start();

        view.pan(candles);
        view.pan(-candles);

        assertThat(view.start()).isCloseTo(before, within(1e-6));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aRevealedTradeIsInView(long seed) {
        Random random = new Random(seed);
        Viewport view = moved(random);
        int from = random.nextInt(view.count());
        int to = random.nextInt(from, view.count());

        view.reveal(from, to);

        assertThat(view.x(from)).isGreaterThan(-1e-6);
        assertThat(view.x(to + 1)).isLessThan(view.width() + 1e-6);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void resizingKeepsTheRightBorderOfAViewThatWasMoved(long seed) {
        Random random = new Random(seed);
        Viewport view;
        double step;
        double end;
        do { // a view of all candles keeps showing all
            view = moved(random);
            step = view.step();
            end = view.start() + view.span();
            view.resize(random.nextDouble(100, 2_000));
        } while (view.step() != step);

        assertThat(view.start() + view.span()).isCloseTo(end, within(1e-6));
    }
}
