package plumbline.ui.backtest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import plumbline.engine.backtest.BacktestRun;
import plumbline.engine.market.MarketId;
import plumbline.engine.text.ErrorText;
import plumbline.ui.fx.FxTasks;
import plumbline.ui.text.Texts;

/// The runs that are worth keeping, of this start and of those before.
///
/// A run is kept when a strategy was chosen for it, when it is reported, when another strategy
/// takes its place, or when it was shown for three seconds. What typing leaves behind on its way to
/// a value is not kept.
///
/// A run that is kept already stays where it is in the list, so that nothing moves under the
/// pointer.
///
/// Threads: FX thread.
final class RunHistory {
    static final Duration PATIENCE = Duration.ofSeconds(3);

    private final FxTasks tasks;
    private final BacktestServices services;
    private final Consumer<String> problem;
    private final List<FormerRun> all = new ArrayList<>();
    private final ObservableList<FormerRun> shown = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper current = new ReadOnlyStringWrapper("");
    private final Set<MarketId> read = new HashSet<>();
    private @Nullable MarketId market;
    private @Nullable BacktestRun pending;
    private boolean isChosen;
    private String wanted = "";
    private Consumer<FormerRun> resumed = run -> {};

    /// @param problem told why a run could not be kept
    RunHistory(FxTasks tasks, BacktestServices services, Consumer<String> problem) {
        this.tasks = tasks;
        this.services = services;
        this.problem = problem;
    }

    /// The runs on the market of the chart, newest first, each once.
    ObservableList<FormerRun> shown() {
        return shown;
    }

    /// Id of the run that is shown, empty if there is none.
    ReadOnlyStringProperty currentProperty() {
        return current.getReadOnlyProperty();
    }

    /// Reads what was kept of a market before, once.
    private void read(MarketId of) {
        if (!read.add(of)) {
            return;
        }
        tasks.run(
                () ->
                        services.history().apply(of).stream()
                                .map(stored -> FormerRun.of(stored, services.strategies()))
                                .flatMap(Optional::stream)
                                .toList(),
                runs -> {
                    runs.stream().filter(run -> !isKnown(run.id())).forEach(all::add);
                    fill();
                },
                failure -> {
                    read.remove(of);
                    problem.accept(Texts.of("runs.notRead", ErrorText.of(failure)));
                });
    }

    /// The chart shows another market, or none.
    void show(@Nullable MarketId other) {
        pending = null;
        current.set("");
        if (other == null ? market != null : !other.equals(market)) {
            market = other;
            fill();
            if (other != null) {
                read(other);
            }
        }
    }

    /// Hands out a run of the market as soon as it is known, unless another one was made before.
    void resume(String id, Consumer<FormerRun> found) {
        wanted = id;
        resumed = found;
    }

    /// The next run is of a strategy that was chosen just now.
    void choose() {
        isChosen = true;
    }

    /// A run ended and is shown from now on.
    void finished(BacktestRun run) {
        BacktestRun before = pending;
        pending = null;
        wanted = "";
        current.set(run.identity().id());
        if (before != null && !before.strategy().name().equals(run.strategy().name())) {
            keep(before);
        }
        if (isChosen) {
            isChosen = false;
            keep(run);
            return;
        }
        pending = run;
        tasks.later(
                PATIENCE,
                () -> {
                    if (pending == run) {
                        keep(run);
                    }
                });
    }

    /// Nothing is shown any more.
    void nothing() {
        pending = null;
        current.set("");
    }

    /// The run is reported.
    void reported(BacktestRun run) {
        keep(run);
    }

    private void keep(BacktestRun run) {
        if (pending == run) {
            pending = null;
        }
        if (isKnown(run.identity().id())) {
            return;
        }
        FormerRun former = FormerRun.of(run, services.strategies().find(run.strategy().name()));
        all.addFirst(former);
        if (former.market().equals(market)) {
            shown.addFirst(former);
        }
        tasks.run(
                () -> {
                    services.keep().accept(run);
                    return run;
                },
                kept -> {},
                failure -> problem.accept(Texts.of("backtest.notKept", ErrorText.of(failure))));
    }

    private boolean isKnown(String id) {
        return all.stream().anyMatch(run -> run.id().equals(id));
    }

    private void fill() {
        shown.setAll(all.stream().filter(run -> run.market().equals(market)).toList());
        shown.stream()
                .filter(run -> run.id().equals(wanted))
                .findFirst()
                .ifPresent(run -> {
                    wanted = "";
                    resumed.accept(run);
                });
    }
}
