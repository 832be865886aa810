package plumbline.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;

/// What holds for every way of moving through a series.
class ViewportLawsTest {

    @Provide
    Arbitrary<Viewport> views() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 3_000),
                        Arbitraries.doubles().between(100, 2_000),
                        Arbitraries.doubles().between(0.02, 50),
                        Arbitraries.doubles().between(-2_000, 2_000))
                .as((count, width, zoom, pan) -> {
                    Viewport view = new Viewport();
                    view.resize(width);
                    view.showNewest(count);
                    view.zoom(zoom, width);
                    view.pan(pan);
                    return view;
                });
    }

    @Property
    void zoomingKeepsTheCandleUnderTheCursor(
            @ForAll("views") Viewport view,
            @ForAll @DoubleRange(min = 0, max = 1) double at,
            @ForAll @DoubleRange(min = 0.2, max = 5) double factor) {
        double x = at * view.width();
        double before = view.positionAt(x);
        Assume.that(before >= 0 && before <= view.count());

        view.zoom(factor, x);

        assertThat(view.x(before)).isCloseTo(x, within(1e-6));
    }

    @Property
    void somethingOfTheSeriesStaysInView(
            @ForAll("views") Viewport view,
            @ForAll @DoubleRange(min = -1e4, max = 1e4) double candles) {
        view.pan(candles);

        assertThat(view.last()).isGreaterThanOrEqualTo(view.first());
    }

    @Property
    void firstAndLastAreTheCandlesOfWhichAPartIsInView(@ForAll("views") Viewport view) {
        double rounding = 1e-3;

        int[] seen =
                IntStream.range(0, view.count())
                        .filter(i -> view.x(i + 1) > rounding)
                        .filter(i -> view.x(i) < view.width() - rounding)
                        .toArray();

        Assume.that(seen.length > 0);
        assertThat(view.first()).isBetween(seen[0] - 1, seen[0]);
        assertThat(view.last()).isBetween(seen[seen.length - 1], seen[seen.length - 1] + 1);
    }

    @Property
    void panningThereAndBackChangesNothing(
            @ForAll("views") Viewport view, @ForAll @DoubleRange(min = 0, max = 1) double share) {
        double candles = share * (view.count() - 1 - view.start());
        Assume.that(candles > 0);
        double before = view.start();

        view.pan(candles);
        view.pan(-candles);

        assertThat(view.start()).isCloseTo(before, within(1e-6));
    }

    @Property
    void aRevealedTradeIsInView(@ForAll("views") Viewport view, @ForAll int a, @ForAll int b) {
        int from = Math.floorMod(a, view.count());
        int to = from + Math.floorMod(b, view.count() - from);

        view.reveal(from, to);

        assertThat(view.x(from)).isGreaterThan(-1e-6);
        assertThat(view.x(to + 1)).isLessThan(view.width() + 1e-6);
    }

    @Property
    void resizingKeepsTheRightBorderOfAViewThatWasMoved(
            @ForAll("views") Viewport view,
            @ForAll @DoubleRange(min = 100, max = 2_000) double width) {
        double step = view.step();
        double end = view.start() + view.span();

        view.resize(width);

        Assume.that(view.step() == step);
        assertThat(view.start() + view.span()).isCloseTo(end, within(1e-6));
    }
}
