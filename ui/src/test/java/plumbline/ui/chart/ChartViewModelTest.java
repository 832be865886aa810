package plumbline.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import plumbline.engine.indicator.Ema;
import plumbline.engine.market.CandleSeries;
import plumbline.engine.market.MarketId;
import plumbline.engine.market.SeriesKey;
import plumbline.engine.market.Timeframe;
import plumbline.engine.portfolio.Trade;
import plumbline.engine.strategy.Study.Level;

/// No toolkit needed.
class ChartViewModelTest {
    private static final CandleSeries CANDLES = Walk.hours(2_000);
    private static final Trade EARLY = Walk.longTrade(100, 130, 0.0855);
    private static final Trade LATE = Walk.longTrade(1_900, 1_930, -0.0107);

    private final ChartViewModel model = new ChartViewModel();

    @BeforeEach
    void showCandles() {
        model.layout(968, 500, 1);
        model.show(Walk.KEY, ChartCandles.finished(CANDLES), "sample: Bitstamp 2013");
        frame();
    }

    @Test
    void showsTheNewest180CandlesAtFirst() {
        assertThat(model.visibleRangeProperty().get().fromMs()).isEqualTo(Walk.time(1_820));
        assertThat(model.visibleRangeProperty().get().toMs()).isEqualTo(Walk.time(2_000));
    }

    @Test
    void fitsPricesToTheCandlesInView() {
        double low = Double.MAX_VALUE;
        double high = 0;
        for (int i = 1_820; i < 2_000; i++) {
            low = Math.min(low, CANDLES.low()[i]);
            high = Math.max(high, CANDLES.high()[i]);
        }

        assertThat(model.scale().y(high)).isBetween(40.0, 100.0);
        assertThat(model.scale().y(low)).isBetween(300.0, 476 * 0.87);
    }

    @Test
    void legendSaysWhereTheCandlesAreFromAndWhatTheNewestIs() {
        model.prepare(Long.MAX_VALUE);

        assertThat(model.summary())
                .startsWith("A/USD 1h · sample: Bitstamp 2013 O ")
                .contains("C " + text(CANDLES.close()[1_999]) + " ")
                .contains("EMA 20 ")
                .contains("EMA 50 ");
    }

    @Test
    void legendFollowsTheCrosshair() {
        model.point(model.viewport().centre(1_900), 200);

        assertThat(model.summary())
                .contains("O " + text(CANDLES.open()[1_900]) + " ")
                .contains("H " + text(CANDLES.high()[1_900]) + " ");
        assertThat(model.hoverTimeMs()).isEqualTo(Walk.time(1_900));

        model.unpoint();
        assertThat(model.hoverTimeMs()).isEqualTo(ChartViewModel.NOWHERE);
    }

    @Test
    void anotherPanelPointsAtATime() {
        model.pointAt(Walk.time(1_850));

        assertThat(model.hoverTimeMs()).isEqualTo(Walk.time(1_850));
        assertThat(model.summary()).contains("O " + text(CANDLES.open()[1_850]) + " ");
        assertThat(model.crosshair().hasPrice()).isFalse();
    }

    @Test
    void averagesEqualThoseOfTheEngine() {
        model.prepare(Long.MAX_VALUE);
        double[] expected = new double[CANDLES.size()];
        Ema.compute(CANDLES.close(), 50, expected);

        SeriesData data = Objects.requireNonNull(model.data());

        assertThat(data.averages()).hasSize(2);
        assertThat(data.averages().get(1).overlay().values()).isEqualTo(expected);
    }

    @Test
    void markingATradeMovesNothing() {
        model.trades(List.of(EARLY, LATE));
        long before = model.visibleRangeProperty().get().fromMs();

        model.mark(EARLY);

        assertThat(model.selected()).isEqualTo(EARLY);
        assertThat(model.visibleRangeProperty().get().fromMs()).isEqualTo(before);
    }

    private static ChartStudy oscillator() {
        double[] values = new double[2_000];
        Arrays.fill(values, 40);
        values[1_990] = 90;
        return ChartStudy.inPane(
                new LineStudy("RSI 14", 1, values), List.of(new Level("exit", 50)));
    }

    @Test
    void whatIsNoPriceHasAPaneOfItsOwnBelowTheCandles() {
        model.studies(Studies.of(CANDLES, List.of(oscillator())));

        ChartArea area = model.layout(968, 500, 1);

        // 24 % of 500 - 24
        assertThat(area.pane()).isEqualTo(114);
        assertThat(area.plotHeight()).isEqualTo(500 - 24 - 114);
        assertThat(area.part(10, 400)).isEqualTo(ChartArea.Part.PANE);
        assertThat(model.lines()).isEmpty();
        StudyPane pane = model.pane();
        assertThat(pane.y(90)).isGreaterThan(area.plotHeight() + 15);
        assertThat(pane.y(50)).isBetween(pane.y(90), pane.y(40));
        assertThat(pane.y(40)).isLessThan(476);
        assertThat(pane.valueAt(pane.y(50))).isCloseTo(50, within(1e-9));
        assertThat(model.summary()).contains("RSI 14 40.0");

        model.studies(null);
        assertThat(model.layout(968, 500, 1).hasPane()).isFalse();
    }

    @Test
    void aSmallChartKeepsItsRoomForPrices() {
        model.studies(Studies.of(CANDLES, List.of(oscillator())));

        assertThat(model.layout(968, 160, 1).hasPane()).isFalse();
    }

    @Test
    void linesOfARunTakeThePlaceOfTheUsualAverages() {
        model.prepare(Long.MAX_VALUE);
        double[] values = new double[1_998];
        values[0] = 42;

        model.studies(
                Studies.of(
                        CANDLES.slice(2, 2_000),
                        List.of(ChartStudy.overCandles(new LineStudy("SMA 7", 1, values)))));

        assertThat(model.lines()).hasSize(1);
        assertThat(model.lines().getFirst().value(2)).isEqualTo(42);
        assertThat(model.lines().getFirst().value(1)).isNaN();
        assertThat(model.summary()).contains("SMA 7").doesNotContain("EMA 20");

        model.studies(null);
        assertThat(model.summary()).contains("EMA 20");
    }

    @Test
    void selectingATradeBringsItIntoViewAndTellsTheListener() {
        List<@Nullable Trade> told = new ArrayList<>();
        model.trades(List.of(EARLY, LATE));
        model.onSelect(told::add);

        model.select(EARLY);
        model.select(EARLY);
        model.select(null);

        assertThat(told).containsExactly(EARLY, null);
        assertThat(model.visibleRangeProperty().get().fromMs()).isLessThanOrEqualTo(Walk.time(100));
        assertThat(model.visibleRangeProperty().get().toMs()).isGreaterThan(Walk.time(130));
    }

    @Test
    void clickingAMarkerSelectsItsTradeAndDoesNotMove() {
        model.trades(List.of(EARLY, LATE));
        frame();
        SeriesData data = Objects.requireNonNull(model.data());
        MarkerPlaces places = new MarkerPlaces(model, data);
        double start = model.viewport().start();

        model.click(places.x(1, false), places.tip(1, false) - 5);

        assertThat(model.selected()).isEqualTo(LATE);
        assertThat(model.viewport().start()).isEqualTo(start);
        assertThat(model.summary()).contains("Trade 2 of 2 long").contains("stop −1.07\u00A0%");

        model.click(5, 5);
        assertThat(model.selected()).isEqualTo(LATE);
    }

    @Test
    void aSelectedTradeThatIsGoneIsSelectedNoLonger() {
        model.trades(List.of(EARLY, LATE));
        model.select(LATE);

        model.trades(List.of(EARLY));

        assertThat(model.selected()).isNull();
        assertThat(model.selectedMark()).isEqualTo(-1);
    }

    @Test
    void legendTellsTheTradeUnderTheCrosshair() {
        model.trades(List.of(EARLY, LATE));

        model.point(model.viewport().centre(1_910), 200);
        assertThat(model.summary()).contains("Trade 2 of 2");
        model.point(model.viewport().centre(1_950), 200);
        assertThat(model.summary()).doesNotContain("Trade");
    }

    @Test
    void olderCandlesOfTheSameSeriesMoveNothingOnTheScreen() {
        model.show(Walk.KEY, ChartCandles.finished(CANDLES.slice(500, 2_000)), "test");
        model.pan(-3_000);
        long from = model.visibleRangeProperty().get().fromMs();
        double x = model.viewport().x(0);

        model.show(Walk.KEY, ChartCandles.finished(CANDLES), "test");

        assertThat(model.visibleRangeProperty().get().fromMs()).isEqualTo(from);
        assertThat(model.viewport().x(500)).isCloseTo(x, within(1e-6));
    }

    @Test
    void newerCandlesAreFollowedWhereTheNewestIsInView() {
        model.show(Walk.KEY, ChartCandles.finished(CANDLES.slice(0, 1_990)), "test");
        model.zoom(2, 860);
        double x = model.viewport().x(1_989);

        model.show(Walk.KEY, ChartCandles.finished(CANDLES), "test");

        assertThat(model.viewport().x(1_999)).isCloseTo(x, within(1e-6));
    }

    @Test
    void resetGoesToTheNewestAndThenToTheWholeSeries() {
        model.pan(-2_000);
        model.stretchPrices(2);

        model.reset();
        assertThat(model.visibleRangeProperty().get().fromMs()).isEqualTo(Walk.time(1_820));
        assertThat(model.scale().isAutomatic()).isTrue();

        model.reset();
        assertThat(model.visibleRangeProperty().get().fromMs()).isEqualTo(Walk.time(0));
        assertThat(model.visibleRangeProperty().get().toMs()).isEqualTo(Walk.time(2_000));
    }

    @Test
    void saysOnceThatThereIsSomethingToPaint() {
        List<String> calls = new ArrayList<>();
        model.onChange(() -> calls.add("change"));

        model.pan(10);
        model.zoom(1.1, 100);
        assertThat(calls).hasSize(1);

        frame();
        assertThat(model.isDirty()).isFalse();
        model.pan(10);
        assertThat(calls).hasSize(2);
    }

    @Test
    void hasAWordForAChartWithoutCandles() {
        model.show(Walk.KEY, ChartCandles.finished(CandleSeries.empty()), "test");
        assertThat(model.summary()).isEqualTo("No candles of A/USD 1h");
        frame();
        model.point(10, 10);
        model.zoom(2, 10);
        model.reset();
        model.fit();

        model.clear();
        assertThat(model.summary()).isEqualTo("No candles");
        assertThat(model.hoverTimeMs()).isEqualTo(ChartViewModel.NOWHERE);
    }

    @Test
    void anotherMarketStartsAtItsNewestCandlesWithAutomaticPrices() {
        model.stretchPrices(3);
        model.pan(-5_000);

        model.show(
                new SeriesKey(MarketId.parse("test:B/USD"), Timeframe.H1),
                ChartCandles.finished(CANDLES.slice(0, 500)),
                "test");

        assertThat(model.visibleRangeProperty().get().toMs()).isEqualTo(Walk.time(500));
        assertThat(model.scale().isAutomatic()).isTrue();
    }

    private void frame() {
        model.layout(968, 500, 1);
    }

    /// Prices of the walk are whole numbers.
    private static String text(double price) {
        return String.format(Locale.ROOT, "%,.0f", price);
    }
}
