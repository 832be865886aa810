package plumbline.ui.backtest;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import plumbline.engine.backtest.Assumptions;
import plumbline.engine.backtest.BacktestRun;
import plumbline.engine.backtest.RunData;
import plumbline.engine.market.LoadedSeries;
import plumbline.engine.market.Timeframe;
import plumbline.engine.portfolio.Trade;
import plumbline.engine.strategy.ParameterValues;
import plumbline.engine.strategy.StrategyDefinition;
import plumbline.engine.text.ErrorText;
import plumbline.ui.chart.Studies;
import plumbline.ui.fx.FxTasks;
import plumbline.ui.text.Texts;

/// A strategy on the candles of the chart: what it is given and what came out.
///
/// Threads: FX thread.
public final class BacktestViewModel {
    private final FxTasks tasks;
    private final BacktestServices services;
    private final StrategySettings settings = new StrategySettings();
    private final ReadOnlyObjectWrapper<@Nullable StrategyDefinition> strategy =
            new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Assumptions> assumptions;
    private final ReadOnlyObjectWrapper<RunPeriod> period =
            new ReadOnlyObjectWrapper<>(new RunPeriod.All());
    private final ReadOnlyObjectWrapper<@Nullable BacktestRun> run = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable PreparedRun> view = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable PreparedRun> previous =
            new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper stale = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper changed = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper();
    private final ReadOnlyBooleanWrapper reporting = new ReadOnlyBooleanWrapper();
    private final ObjectProperty<@Nullable Trade> selected = new SimpleObjectProperty<>();
    private final RunHistory history;
    private @Nullable LoadedSeries data;
    private @Nullable RunJob job;
    private Consumer<Trade> revealer = trade -> {};
    private Consumer<Timeframe> timeframes = timeframe -> {};

    public BacktestViewModel(FxTasks tasks, BacktestServices services) {
        this.tasks = tasks;
        this.services = services;
        assumptions = new ReadOnlyObjectWrapper<>(services.usual().get());
        history = new RunHistory(tasks, services, problem::set);
    }

    public List<StrategyDefinition> strategies() {
        return services.strategies().all();
    }

    /// The strategy in use, `null` before one is chosen and after it is put away.
    public ReadOnlyObjectProperty<@Nullable StrategyDefinition> strategyProperty() {
        return strategy.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Assumptions> assumptionsProperty() {
        return assumptions.getReadOnlyProperty();
    }

    /// Which of the candles runs trade on.
    ReadOnlyObjectProperty<RunPeriod> periodProperty() {
        return period.getReadOnlyProperty();
    }

    /// The last run that ended on the candles of the chart.
    public ReadOnlyObjectProperty<@Nullable BacktestRun> runProperty() {
        return run.getReadOnlyProperty();
    }

    /// The same run with its curves.
    ReadOnlyObjectProperty<@Nullable PreparedRun> viewProperty() {
        return view.getReadOnlyProperty();
    }

    /// The run before it on the same candles, to compare with.
    ReadOnlyObjectProperty<@Nullable PreparedRun> previousProperty() {
        return previous.getReadOnlyProperty();
    }

    /// Why there is no newer run, empty if all is well.
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// Why the result that is shown is not one of what is entered now, empty if it is.
    ReadOnlyStringProperty staleProperty() {
        return stale.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /// How far the run is, 0 to 1.
    ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /// Whether a report is being written.
    ReadOnlyBooleanProperty reportingProperty() {
        return reporting.getReadOnlyProperty();
    }

    /// The trade that is chosen in table and chart.
    public ObjectProperty<@Nullable Trade> selectedProperty() {
        return selected;
    }

    /// The runs that were kept.
    RunHistory history() {
        return history;
    }

    /// Told to show the chart's market at another timeframe, because a run was on that.
    public void onTimeframe(Consumer<Timeframe> listener) {
        timeframes = listener;
    }

    /// Takes strategy, parameters and assumptions of a former run and makes it again, on the same
    /// time.
    void again(FormerRun former) {
        LoadedSeries shown = data;
        stop();
        settings.replace(former.strategy(), former.values());
        assumptions.set(former.assumptions());
        strategy.set(null); // so that whoever shows the parameters shows them anew
        period.set(new RunPeriod.Between(former.range(), former.warmup()));
        if (shown == null || former.series().timeframe() == shown.key().timeframe()) {
            if (shown != null) {
                period.set(RunPeriod.like(former, shown));
            }
            choose(former.strategy());
            return;
        }
        strategy.set(former.strategy());
        changed.set(settings.isChanged(former.strategy()));
        history.choose();
        timeframes.accept(former.series().timeframe());
    }

    /// Makes a run again that was shown when the window was closed, once its market is read.
    public void resume(String run) {
        history.resume(run, this::again);
    }

    /// The chart shows other candles; a chosen strategy runs on them at once. The last result stays
    /// until then if they are newer ones of the same series.
    public void show(@Nullable LoadedSeries candles) {
        LoadedSeries old = data;
        boolean isSame = old != null && candles != null && old.key().equals(candles.key());
        data = candles;
        stop();
        if (!isSame) {
            history.show(candles == null ? null : candles.key().market());
            clear();
        }
        if (candles != null) {
            rerun();
        }
    }

    /// Chooses a strategy and runs it with the values it had last.
    public void choose(StrategyDefinition definition) {
        strategy.set(definition);
        changed.set(settings.isChanged(definition));
        history.choose();
        rerun();
    }

    /// Puts the strategy away, and its result with it.
    public void close() {
        stop();
        strategy.set(null);
        problem.set("");
        clear();
    }

    /// A parameter's value as text: what was given, else the default.
    String value(String parameter) {
        StrategyDefinition definition = strategy.get();
        return definition == null ? "" : settings.value(definition, parameter);
    }

    /// Its last value that was not refused.
    String validValue(String parameter) {
        StrategyDefinition definition = strategy.get();
        return definition == null ? "" : settings.validValue(definition, parameter);
    }

    /// Changes a parameter and runs again.
    public void set(String parameter, String text) {
        StrategyDefinition definition = strategy.get();
        if (definition != null && !value(parameter).equals(text)) {
            settings.set(definition, parameter, text);
            changed.set(settings.isChanged(definition));
            rerun();
        }
    }

    /// Whether a parameter of the strategy differs from its default.
    ReadOnlyBooleanProperty changedProperty() {
        return changed.getReadOnlyProperty();
    }

    /// All parameters of the strategy back to their defaults.
    void reset() {
        StrategyDefinition definition = strategy.get();
        if (definition != null) {
            settings.replace(definition, Map.of());
            strategy.set(null); // so that whoever shows the parameters shows them anew
            choose(definition);
        }
    }

    /// Follows what is usual until the user enters something else; what is returned ends that.
    Runnable followUsual() {
        return services.follow(assumptions::get, this::assume);
    }

    void assume(Assumptions changed) {
        if (!changed.equals(assumptions.get())) {
            assumptions.set(changed);
            rerun();
        }
    }

    /// Runs on other candles of the chart.
    void within(RunPeriod chosen) {
        if (!chosen.equals(period.get())) {
            period.set(chosen);
            rerun();
        }
    }

    /// Runs the strategy as it stands. What is refused is named in [#problemProperty] and the last
    /// result stays.
    public void rerun() {
        StrategyDefinition definition = strategy.get();
        LoadedSeries candles = data;
        if (definition == null || candles == null) {
            return;
        }
        stop();
        ParameterValues values;
        RunData traded;
        try {
            values = settings.read(definition);
            traded = period.get().of(candles);
        } catch (IllegalArgumentException e) {
            refuse(ErrorText.of(e));
            return;
        }
        problem.set("");
        stale.set("");
        start(definition, values, traded);
    }

    private void start(StrategyDefinition definition, ParameterValues values, RunData traded) {
        RunJob started = new RunJob(tasks.<Double>conflated(progress::set)::accept);
        job = started;
        progress.set(0);
        running.set(true);
        Assumptions assumed = assumptions.get();
        tasks.run(
                () ->
                        PreparedRun.of(
                                services.runner().run(definition, values, traded, assumed, started),
                                definition.make(values),
                                traded.stored().candles()),
                result -> finished(started, result),
                failure -> failed(started, failure));
    }

    /// Stops the run; the last result stays.
    public void cancel() {
        if (running.get()) {
            stop();
            refuse(Texts.of("backtest.cancelled"));
        }
    }

    /// There is no run of what is entered now; one that is shown is of something else.
    private void refuse(String reason) {
        problem.set(reason);
        stale.set(run.get() == null ? "" : reason);
    }

    private void stop() {
        RunJob stopped = job;
        if (stopped != null) {
            stopped.cancel();
        }
        job = null;
        running.set(false);
    }

    private void finished(RunJob ended, PreparedRun made) {
        if (ended != job) {
            return; // a newer one has begun
        }
        stop();
        Trade chosen = selected.get();
        selected.set(null);
        previous.set(made.isSame(view.get()) ? previous.get() : view.get());
        view.set(made);
        run.set(made.run());
        if (chosen != null && made.run().result().trades().contains(chosen)) {
            selected.set(chosen);
        }
        history.finished(made.run());
    }

    private void failed(RunJob ended, Throwable failure) {
        if (ended != job) {
            return;
        }
        stop();
        if (!(failure instanceof CancellationException)) {
            refuse(ErrorText.of(failure));
        }
    }

    /// Writes the report of the run that is shown.
    ///
    /// @param written called with the files
    /// @param failed called with the reason if nothing or not all could be written
    public void report(Consumer<List<Path>> written, Consumer<Throwable> failed) {
        BacktestRun reported = run.get();
        if (reported == null || reporting.get()) {
            return;
        }
        reporting.set(true);
        history.reported(reported);
        tasks.run(
                () -> services.reports().save(reported),
                files -> {
                    reporting.set(false);
                    written.accept(files);
                },
                failure -> {
                    reporting.set(false);
                    failed.accept(failure);
                });
    }

    /// What the run went by, for the chart; `null` without a run.
    public @Nullable Studies studies() {
        PreparedRun shown = view.get();
        return shown == null ? null : shown.studies();
    }

    /// Told of a trade that is to be looked at, which is more than being selected.
    public void onReveal(Consumer<Trade> listener) {
        revealer = listener;
    }

    /// Selects a trade and wants it looked at.
    void reveal(Trade trade) {
        selected.set(trade);
        revealer.accept(trade);
    }

    /// Selects the trade `steps` after the selected one; the first or last if none is.
    public void walk(int steps) {
        BacktestRun shown = run.get();
        if (shown != null && !shown.result().trades().isEmpty()) {
            reveal(TradeWalk.from(selected.get(), steps, shown.result().trades()));
        }
    }

    private void clear() {
        stale.set("");
        history.nothing();
        selected.set(null);
        previous.set(null);
        view.set(null);
        run.set(null);
    }
}
