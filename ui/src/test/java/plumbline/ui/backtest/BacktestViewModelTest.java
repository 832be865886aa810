package plumbline.ui.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;
import plumbline.engine.backtest.BacktestRun;
import plumbline.engine.backtest.BacktestRunner;
import plumbline.engine.market.CandleSeries;
import plumbline.engine.market.LoadedSeries;
import plumbline.engine.market.MarketId;
import plumbline.engine.market.SeriesKey;
import plumbline.engine.market.TimeRange;
import plumbline.engine.market.Timeframe;
import plumbline.engine.strategy.StrategyDefinition;
import plumbline.engine.strategy.library.BuiltInStrategies;
import plumbline.ui.fx.FxTasks;

class BacktestViewModelTest {
    private static final long HOUR = 3_600_000L;
    private static final StrategyDefinition SMA = BuiltInStrategies.library().find("sma-cross");

    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private final List<BacktestRun> kept = new ArrayList<>();
    private boolean diskIsFull;

    private BacktestViewModel model(Executor background) {
        BacktestRunner runner =
                new BacktestRunner(
                        "test", InstantSource.fixed(Instant.parse("2026-01-01T00:00:00Z")));
        return new BacktestViewModel(
                new FxTasks(background, Runnable::run),
                new BacktestServices(BuiltInStrategies.library(), runner, kept::add, this::save));
    }

    private List<Path> save(BacktestRun run) throws IOException {
        if (diskIsFull) {
            throw new IOException("no space left on device");
        }
        return List.of(Path.of("reports", run.identity().id(), "report.pdf"));
    }

    /// A wave of 400 hours, so that averages cross.
    private static LoadedSeries wave(String market) {
        CandleSeries.Builder candles = CandleSeries.builder(400);
        for (int i = 0; i < 400; i++) {
            double price = 100 + 20 * Math.sin(i / 20.0);
            candles.add(i * HOUR, price, price + 1, price - 1, price, 10);
        }
        SeriesKey key = new SeriesKey(MarketId.parse(market), Timeframe.H1);
        return new LoadedSeries(key, candles.build(), "test", Timeframe.H1);
    }

    private void work() {
        while (!waiting.isEmpty()) {
            waiting.remove().run();
        }
    }

    @Test
    void choosingAStrategyRunsItAndKeepsTheRun() {
        BacktestViewModel model = model(Runnable::run);
        model.show(wave("file:A/USD"));

        model.choose(SMA);

        BacktestRun run = model.runProperty().get();
        assertThat(run).isNotNull();
        assertThat(run.result().trades()).isNotEmpty();
        assertThat(kept).containsExactly(run);
        assertThat(model.runningProperty().get()).isFalse();
    }

    @Test
    void anEditedParameterRunsAgainAndTheFormerRunIsThereToCompare() {
        BacktestViewModel model = model(Runnable::run);
        model.show(wave("file:A/USD"));
        model.choose(SMA);
        BacktestRun first = model.runProperty().get();

        model.set("fast", "5");

        assertThat(model.runProperty().get().strategy().parameters()).containsEntry("fast", 5);
        assertThat(model.previousProperty().get().run()).isSameAs(first);
    }

    @Test
    void aRefusedValueIsNamedAndTheLastResultStays() {
        BacktestViewModel model = model(Runnable::run);
        model.show(wave("file:A/USD"));
        model.choose(SMA);
        BacktestRun first = model.runProperty().get();

        model.set("fast", "0");

        assertThat(model.problemProperty().get()).contains("fast must be", "'0'");
        assertThat(model.runProperty().get()).isSameAs(first);

        model.set("fast", "7");

        assertThat(model.problemProperty().get()).isEmpty();
        assertThat(model.runProperty().get()).isNotSameAs(first);
    }

    @Test
    void theNewestRunWinsHoweverLateTheOlderOneEnds() {
        BacktestViewModel model = model(waiting::add);
        model.show(wave("file:A/USD"));
        model.choose(SMA);
        model.set("fast", "5");
        model.set("fast", "6");

        work();

        assertThat(model.runProperty().get().strategy().parameters()).containsEntry("fast", 6);
        assertThat(model.previousProperty().get()).isNull();
        assertThat(kept).hasSize(1);
    }

    @Test
    void aCancelledRunLeavesTheLastResult() {
        BacktestViewModel model = model(waiting::add);
        model.show(wave("file:A/USD"));
        model.choose(SMA);
        work();
        BacktestRun first = model.runProperty().get();
        model.set("fast", "5");
        assertThat(model.runningProperty().get()).isTrue();

        model.cancel();
        work();

        assertThat(model.runningProperty().get()).isFalse();
        assertThat(model.runProperty().get()).isSameAs(first);
        assertThat(model.problemProperty().get()).isEqualTo("Cancelled");
    }

    @Test
    void otherCandlesClearTheResultAndTheStrategyRunsOnThem() {
        BacktestViewModel model = model(waiting::add);
        model.show(wave("file:A/USD"));
        model.choose(SMA);
        work();

        model.show(wave("file:B/USD"));
        assertThat(model.runProperty().get()).isNull();
        work();

        assertThat(model.runProperty().get().data().market()).hasToString("file:B/USD");
        assertThat(model.previousProperty().get()).isNull();
    }

    @Test
    void newerCandlesOfTheSameSeriesKeepTheResultUntilTheNextOne() {
        BacktestViewModel model = model(waiting::add);
        model.show(wave("file:A/USD"));
        model.choose(SMA);
        work();
        BacktestRun first = model.runProperty().get();

        model.show(Waves.wave("file:A/USD", 100, 500));
        assertThat(model.runProperty().get()).isSameAs(first);
        work();

        assertThat(model.runProperty().get().data().candles()).isEqualTo(500);
    }

    @Test
    void tradesAreWalkedAndStopAtTheEnds() {
        BacktestViewModel model = model(Runnable::run);
        model.show(wave("file:A/USD"));
        model.choose(SMA);
        var trades = model.runProperty().get().result().trades();

        model.walk(1);
        assertThat(model.selectedProperty().get()).isEqualTo(trades.getFirst());
        model.walk(-1);
        assertThat(model.selectedProperty().get()).isEqualTo(trades.getFirst());
        for (int i = 0; i < trades.size() + 3; i++) {
            model.walk(1);
        }
        assertThat(model.selectedProperty().get()).isEqualTo(trades.getLast());
    }

    @Test
    void aReportThatCannotBeWrittenIsToldAndCanBeTriedAgain() {
        BacktestViewModel model = model(Runnable::run);
        model.show(wave("file:A/USD"));
        model.choose(SMA);
        List<Object> told = new ArrayList<>();
        diskIsFull = true;

        model.report(told::add, failure -> told.add(failure.getMessage()));
        assertThat(told).containsExactly("no space left on device");

        diskIsFull = false;
        told.clear();
        model.report(told::add, failure -> told.add(failure.getMessage()));
        assertThat(told).hasSize(1).first().asString().contains("report.pdf");
    }

    @Test
    void puttingTheStrategyAwayClearsAll() {
        BacktestViewModel model = model(Runnable::run);
        model.show(wave("file:A/USD"));
        model.choose(SMA);

        model.close();

        assertThat(model.strategyProperty().get()).isNull();
        assertThat(model.runProperty().get()).isNull();
    }

    @Test
    void eachStrategyKeepsTheValuesItWasGiven() {
        BacktestViewModel model = model(Runnable::run);
        model.show(wave("file:A/USD"));
        model.choose(SMA);
        model.set("fast", "5");
        model.choose(BuiltInStrategies.library().find("buy-and-hold"));

        model.choose(SMA);

        assertThat(model.value("fast")).isEqualTo("5");
        assertThat(model.runProperty().get().strategy().parameters()).containsEntry("fast", 5);
    }

    @Test
    void aRunOnAPartOfTheCandlesIsFedByThoseBeforeIt() {
        BacktestViewModel model = model(Runnable::run);
        model.show(wave("file:A/USD"));
        model.choose(SMA);
        String all = model.runProperty().get().identity().id();

        model.within(new RunPeriod.Newest(5));

        BacktestRun run = model.runProperty().get();
        assertThat(run.data().candles()).isEqualTo(5 * 24);
        assertThat(run.data().endMs()).isEqualTo(400 * HOUR);
        assertThat(run.warmup().given()).isEqualTo(30);
        assertThat(model.studies()).isNotNull();

        model.within(new RunPeriod.All());
        assertThat(model.runProperty().get().identity().id()).isEqualTo(all);
    }

    @Test
    void aPeriodWithoutCandlesIsRefusedAndTheLastResultStays() {
        BacktestViewModel model = model(Runnable::run);
        model.show(wave("file:A/USD"));
        model.choose(SMA);
        BacktestRun before = model.runProperty().get();

        model.within(new RunPeriod.Between(new TimeRange(9_000 * HOUR, 9_024 * HOUR)));

        assertThat(model.problemProperty().get()).contains("A/USD has no candles in 1971-01-11");
        assertThat(model.runProperty().get()).isSameAs(before);
    }

    @Test
    void aRunOnAPartThatIsMadeAgainIsTheSame() {
        BacktestViewModel model = model(Runnable::run);
        model.show(wave("file:A/USD"));
        model.within(new RunPeriod.Newest(5));
        model.choose(SMA);
        FormerRun former = model.history().shown().getFirst();
        model.within(new RunPeriod.All());

        model.again(former);

        assertThat(model.runProperty().get().identity().id()).isEqualTo(former.id());
        assertThat(RunPeriod.shownBy(model)).isEqualTo(former.range());
    }
}
