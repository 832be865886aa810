package plumbline.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import plumbline.engine.market.CandleSeries;

class PixelColumnsTest {
    private static final CandleSeries CANDLES = Walk.hours(20_000);
    private static final SeriesData DATA =
            new SeriesData(Walk.KEY, ChartCandles.finished(CANDLES), "test");

    static LongStream seeds() {
        return LongStream.range(0, 100);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyCandleOfTheSeriesIsInExactlyOneColumn(long seed) {
        double deviceScale = new Random(seed).nextDouble(1, 2);
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

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void panningMovesColumnsAndCutsNoneAnew(long seed) {
        Random random = new Random(seed);
        double step = random.nextDouble(0.05, 1.9);
        int pixels = random.nextInt(1, 301);
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
