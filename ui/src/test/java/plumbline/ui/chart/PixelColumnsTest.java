package plumbline.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import plumbline.engine.market.CandleSeries;

class PixelColumnsTest {
    private static final CandleSeries CANDLES = Walk.hours(20_000);
    private static final SeriesData DATA =
            new SeriesData(Walk.KEY, ChartCandles.finished(CANDLES), "test");

    @Property(tries = 50)
    void everyCandleOfTheSeriesIsInExactlyOneColumn(
            @ForAll @DoubleRange(min = 1, max = 2) double deviceScale) {
        Viewport view = view();
        view.fit();
        PixelColumns columns = new PixelColumns();

        columns.cut(DATA, view, deviceScale);

        assertThat(columns.from(0)).isZero();
        assertThat(columns.to(columns.count() - 1)).isEqualTo(CANDLES.size());
        double volume = 0;
        for (int c = 0; c < columns.count(); c++) {
            volume += columns.volume(c);
        }
        assertThat(volume).isEqualTo(Arrays.stream(CANDLES.volume()).sum());
    }

    @Property(tries = 50)
    void panningMovesColumnsAndCutsNoneAnew(
            @ForAll @DoubleRange(min = 0.05, max = 1.9) double step,
            @ForAll @IntRange(min = 1, max = 300) int pixels) {
        Viewport view = view();
        view.zoom(step / view.step(), 0);
        view.toOldest();
        view.pan(500);
        PixelColumns columns = new PixelColumns();
        columns.cut(DATA, view, 1);
        Set<Integer> cuts = cuts(columns, pixels + 1, columns.count() - 1);

        view.pan(pixels / view.step());
        columns.cut(DATA, view, 1);

        assertThat(cuts(columns, 0, columns.count())).containsAll(cuts);
    }

    private static Set<Integer> cuts(PixelColumns columns, int from, int to) {
        Set<Integer> cuts = new HashSet<>();
        for (int c = from; c < to; c++) {
            cuts.add(columns.from(c));
        }
        return cuts;
    }

    private static Viewport view() {
        Viewport view = new Viewport();
        view.resize(800);
        view.showNewest(CANDLES.size());
        return view;
    }
}
