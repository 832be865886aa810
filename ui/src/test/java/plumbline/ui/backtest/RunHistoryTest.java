package plumbline.ui.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.junit.jupiter.api.Test;
import plumbline.engine.backtest.Assumptions;
import plumbline.engine.backtest.BacktestRun;
import plumbline.engine.backtest.BacktestRunner;
import plumbline.engine.backtest.RunRepository.StoredRun;
import plumbline.engine.market.MarketId;
import plumbline.engine.market.Timeframe;
import plumbline.engine.report.ResultWriter;
import plumbline.engine.strategy.StrategyDefinition;
import plumbline.engine.strategy.library.BuiltInStrategies;
import plumbline.ui.fx.FxTasks;

class RunHistoryTest {
    private static final StrategyDefinition SMA = BuiltInStrategies.library().find("sma-cross");
    private static final StrategyDefinition EMA = BuiltInStrategies.library().find("ema-cross");

    private final List<StoredRun> stored = new ArrayList<>();
    private final List<Runnable> later = new ArrayList<>();

    private BacktestViewModel model() {
        BacktestViewModel model =
                new BacktestViewModel(
                        new FxTasks(Runnable::run, Runnable::run, (time, work) -> later.add(work)),
                        new BacktestServices(
                                BuiltInStrategies.library(),
                                new BacktestRunner("test", InstantSource.fixed(Instant.EPOCH)),
                                new ReadOnlyObjectWrapper<>(Assumptions.TYPICAL),
                                market ->
                                        stored.reversed().stream()
                                                .filter(run -> isOf(run, market))
                                                .toList(),
                                this::keep,
                                run -> List.of()));
        model.show(Waves.wave("file:A/USD"));
        return model;
    }

    private void keep(BacktestRun run) {
        stored.add(
                new StoredRun(
                        run.identity().id(), run.identity().createdAt(), ResultWriter.text(run)));
    }

    private static boolean isOf(StoredRun run, MarketId market) {
        return run.market().equals(Optional.of(market.toString()));
    }

    private void timePasses() {
        List<Runnable> due = List.copyOf(later);
        later.clear();
        due.forEach(Runnable::run);
    }

    private static List<String> names(BacktestViewModel model) {
        return model.history().shown().stream().map(r -> r.title() + " " + r.parameters()).toList();
    }

    @Test
    void whatTypingLeavesBehindIsNotKept() {
        BacktestViewModel model = model();
        model.choose(SMA);

        model.set("fast", "2");
        model.set("fast", "24");
        timePasses();

        assertThat(names(model))
                .containsExactly(
                        "SMA cross · 1h fast 24 · slow 30", "SMA cross · 1h fast 10 · slow 30");
        assertThat(stored).hasSize(2);
    }

    @Test
    void aRunIsKeptWhenItIsReportedOrAnotherStrategyTakesItsPlace() {
        BacktestViewModel model = model();
        model.choose(SMA);
        model.set("fast", "5");
        model.report(files -> {}, failure -> {});
        model.set("fast", "6");
        model.choose(EMA);

        assertThat(names(model))
                .containsExactly(
                        "EMA cross · 1h fast 20 · slow 50",
                        "SMA cross · 1h fast 6 · slow 30",
                        "SMA cross · 1h fast 5 · slow 30",
                        "SMA cross · 1h fast 10 · slow 30");
    }

    @Test
    void runsOutliveAChangeOfMarketAndARestart() {
        BacktestViewModel model = model();
        model.choose(SMA);
        model.set("stop", "0.5%");
        timePasses();
        model.close();
        model.show(Waves.wave("file:B/USD"));
        assertThat(model.history().shown()).isEmpty();
        model.show(Waves.wave("file:A/USD"));
        List<FormerRun> before = List.copyOf(model.history().shown());
        assertThat(before).hasSize(2);

        BacktestViewModel restarted = model();

        assertThat(restarted.history().shown()).isEqualTo(before);
        assertThat(before.getFirst().conditions()).startsWith("1970-01-01 – 1970-01-17 · costs ");
    }

    @Test
    void aRunThatIsMadeAgainIsTheSameAndStaysInItsPlace() {
        BacktestViewModel model = model();
        model.choose(SMA);
        model.choose(EMA);
        List<FormerRun> before = List.copyOf(model.history().shown());

        model.again(before.getLast());

        assertThat(model.history().shown()).isEqualTo(before);
        assertThat(model.history().currentProperty().get()).isEqualTo(before.getLast().id());
        assertThat(model.runProperty().get().identity().id()).isEqualTo(before.getLast().id());
    }

    @Test
    void aRunOnAnotherTimeframeAsksForItAndOneOnLessTimeIsMadeOnThat() {
        BacktestViewModel model = model();
        model.choose(SMA);
        FormerRun former = model.history().shown().getFirst();
        List<Timeframe> asked = new ArrayList<>();
        model.onTimeframe(asked::add);

        model.show(Waves.wave("file:A/USD", 100, 900));
        model.again(former);
        assertThat(model.runProperty().get().identity().id()).isEqualTo(former.id());
        assertThat(asked).isEmpty();

        model.again(
                new FormerRun(
                        former.id(),
                        former.strategy(),
                        new plumbline.engine.market.SeriesKey(former.market(), Timeframe.M15),
                        former.range(),
                        former.warmup(),
                        former.values(),
                        former.assumptions(),
                        former.totalReturn()));
        assertThat(asked).containsExactly(Timeframe.M15);
    }

    @Test
    void whatIsNotUnderstoodIsLeftOut() {
        stored.add(new StoredRun("bad", Instant.EPOCH, "{\"market\": \"file:A/USD\"}"));

        assertThat(model().history().shown()).isEmpty();
    }
}
