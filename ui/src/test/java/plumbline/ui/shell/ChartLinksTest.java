package plumbline.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import plumbline.engine.backtest.BacktestRunner;
import plumbline.engine.contract.InMemoryCandles;
import plumbline.engine.contract.TestCandles;
import plumbline.engine.feed.CandleQuery;
import plumbline.engine.market.MarketId;
import plumbline.engine.market.TimeRange;
import plumbline.engine.market.Timeframe;
import plumbline.engine.portfolio.Trade;
import plumbline.engine.strategy.library.BuiltInStrategies;
import plumbline.ui.backtest.BacktestServices;
import plumbline.ui.backtest.BacktestViewModel;
import plumbline.ui.chart.ChartViewModel;
import plumbline.ui.fx.FxTasks;

/// Charts of one colour show the same market and time; others go their own way.
class ChartLinksTest {
    private static final MarketId BTC = TestCandles.MINUTES.market();
    private static final MarketId ETH = TestCandles.minutesOf("ETH").market();

    private final InMemoryCandles candles = new InMemoryCandles(java.time.Instant::now);
    private final FxTasks tasks = new FxTasks(Runnable::run, Runnable::run);
    private final List<ChartSession> sessions = new ArrayList<>();
    private final ChartLinks links = new ChartLinks(() -> sessions);
    private ChartSession first;
    private ChartSession second;
    private ChartSession free;

    @BeforeEach
    void open() {
        candles.upsert(TestCandles.MINUTES, TestCandles.minutes(3000, 1), "test");
        candles.upsert(TestCandles.minutesOf("ETH"), TestCandles.minutes(3000, 2), "test");
        first = session("chart", Timeframe.M1);
        second = session("chart-2", Timeframe.M5);
        free = session("chart-3", Timeframe.M1);
        sessions.forEach(session -> session.show(BTC));
        first.linkProperty().set(Link.BLUE);
        second.linkProperty().set(Link.BLUE);
    }

    private ChartSession session(String id, Timeframe timeframe) {
        ChartSession session =
                new ChartSession(
                        id,
                        tasks,
                        new ShownSeries(new CandleQuery(candles)),
                        new BacktestServices(
                                BuiltInStrategies.library(),
                                new BacktestRunner("test", java.time.Instant::now),
                                run -> {},
                                run -> List.of()),
                        timeframe);
        sessions.add(session);
        links.add(session);
        return session;
    }

    @Test
    void aMarketThatIsChosenForOneIsShownByAllOfItsColour() {
        first.show(ETH);
        links.market(first, ETH);

        assertThat(second.market()).isEqualTo(ETH);
        assertThat(second.timeframe()).isEqualTo(Timeframe.M5);
        assertThat(free.market()).isEqualTo(BTC);
    }

    @Test
    void aTimeframeThatIsChosenForOneIsShownByThoseOfItsColourThatWantIt() {
        ChartSession own = session("chart-4", Timeframe.H1);
        own.show(BTC);
        own.linkProperty().set(Link.BLUE);
        own.tiesTimeframeProperty().set(false);

        first.show(Timeframe.M15);
        links.timeframe(first, Timeframe.M15);

        assertThat(second.timeframe()).isEqualTo(Timeframe.M15);
        assertThat(own.timeframe()).isEqualTo(Timeframe.H1);
        assertThat(free.timeframe()).isEqualTo(Timeframe.M1);
    }

    @Test
    void whoFollowsDrawsTheRunOfTheFirstOfItsColour() {
        BacktestViewModel run = first.backtest();
        second.followsProperty().set(true);
        assertThat(second.drawn().sourceProperty().get()).isSameAs(first);

        run.choose(run.strategies().getFirst());

        assertThat(first.chart().trades()).isNotEmpty();
        assertThat(second.chart().trades()).isEqualTo(first.chart().trades());
        assertThat(free.chart().trades()).isEmpty();

        second.show(ETH);
        assertThat(second.drawn().sourceProperty().get()).as("another market").isSameAs(second);
        assertThat(second.chart().trades()).isEmpty();
        second.show(BTC);
        assertThat(second.chart().trades()).isEqualTo(first.chart().trades());

        second.linkProperty().set(Link.NONE);
        assertThat(second.chart().trades()).isEmpty();
    }

    @Test
    void aTradeThatIsChosenInAChartThatFollowsIsChosenInBoth() {
        BacktestViewModel run = first.backtest();
        second.followsProperty().set(true);
        run.choose(run.strategies().getFirst());
        Trade trade = first.chart().trades().getLast();

        second.chart().select(trade);

        assertThat(run.selectedProperty().get()).isEqualTo(trade);
        assertThat(second.backtest().selectedProperty().get()).isNull();
    }

    @Test
    void whoFollowsAChartThatIsClosedDrawsItsOwnRun() {
        second.followsProperty().set(true);
        first.backtest().choose(first.backtest().strategies().getFirst());

        sessions.remove(first);
        links.remove(first);

        assertThat(second.drawn().sourceProperty().get()).isSameAs(second);
        assertThat(second.chart().trades()).isEmpty();
    }

    @Test
    void whoJoinsAColourTakesItsMarket() {
        free.show(ETH);

        free.linkProperty().set(Link.BLUE);

        assertThat(free.market()).isEqualTo(BTC);
    }

    @Test
    void theCrosshairOfOnePointsInAllOfItsColour() {
        long time = TestCandles.minutes(3000, 1).openTime()[2900];
        first.chart().pointAt(time);

        assertThat(second.chart().hoverTimeMs()).isEqualTo(time);
        assertThat(free.chart().hoverTimeMs()).isEqualTo(ChartViewModel.NOWHERE);

        first.chart().pointAt(ChartViewModel.NOWHERE);
        assertThat(second.chart().hoverTimeMs()).isEqualTo(ChartViewModel.NOWHERE);
    }

    @Test
    void theTimeInViewIsTheSame() {
        first.chart().zoom(0.5, 400);
        first.chart().pan(-800);

        TimeRange seen = first.chart().visibleRangeProperty().get();
        TimeRange other = second.chart().visibleRangeProperty().get();
        assertThat(other.fromMs()).isBetween(seen.fromMs() - 600_000, seen.fromMs() + 600_000);
        assertThat(other.toMs()).isBetween(seen.toMs() - 600_000, seen.toMs() + 600_000);
        assertThat(free.chart().visibleRangeProperty().get()).isNotEqualTo(seen);
    }

    @Test
    void whatWasClosedIsNotHeard() {
        sessions.remove(second);
        links.remove(second);
        long time = TestCandles.minutes(3000, 1).openTime()[2900];

        second.chart().pointAt(time);

        assertThat(first.chart().hoverTimeMs()).isEqualTo(ChartViewModel.NOWHERE);
    }
}
