package plumbline.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import plumbline.engine.market.Candle;
import plumbline.engine.market.CandleSeries;
import plumbline.engine.market.LoadedSeries;
import plumbline.engine.market.SeriesKey;
import plumbline.engine.market.Timeframe;

class ChartCandlesTest {
    private static final long HOUR = 3_600_000L;
    private static final CandleSeries FINISHED =
            CandleSeries.builder(2).add(0, 1, 1, 1, 1, 1).add(HOUR, 1, 2, 1, 2, 1).build();
    private static final SeriesKey KEY = Walk.KEY;

    @Test
    void theCandleThatIsNotOverYetIsTheLastOneAndSaysSo() {
        Candle forming = new Candle(2 * HOUR, 2, 4, 2, 3, 1);
        ChartCandles drawn =
                ChartCandles.of(
                        new LoadedSeries(KEY, FINISHED, "test", Timeframe.M1, forming, false));
        ChartViewModel model = new ChartViewModel();

        model.show(KEY, drawn, "test");

        assertThat(drawn.candles().size()).isEqualTo(3);
        assertThat(drawn.isPart(2)).isTrue();
        assertThat(drawn.isPart(0)).isFalse();
        assertThat(model.summary()).contains("C 3").contains("not over yet");
    }

    @Test
    void theFirstCandleIsIncompleteIfTheStoredOnesBeginWithinIt() {
        LoadedSeries whole = new LoadedSeries(KEY, FINISHED, "test", Timeframe.M1);
        LoadedSeries part = new LoadedSeries(KEY, FINISHED, "test", Timeframe.M1, null, true);

        assertThat(ChartCandles.of(part).isPart(0)).isTrue();
        assertThat(ChartCandles.of(whole).isPart(0)).isFalse();
        assertThat(ChartCandles.of(whole).candles()).isSameAs(FINISHED);
    }
}
