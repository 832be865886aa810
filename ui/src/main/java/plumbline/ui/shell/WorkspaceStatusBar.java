package plumbline.ui.shell;

import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.shape.Circle;
import plumbline.engine.market.LoadedSeries;
import plumbline.engine.text.Numbers;
import plumbline.ui.control.Controls;
import plumbline.ui.control.WhileShown;
import plumbline.ui.error.ProblemsChip;
import plumbline.ui.fx.FxTasks;
import plumbline.ui.health.HealthChip;
import plumbline.ui.job.JobsChip;
import plumbline.ui.text.Texts;
import plumbline.ui.text.UtcTimes;

/// The line at the bottom: what is shown, whether it is whole, what is being done, the time.
///
/// Threads: FX thread.
final class WorkspaceStatusBar extends org.controlsfx.control.StatusBar {
    private final InstantSource clock;
    private final Circle dot = new Circle(4);
    private final Label data = Controls.label("");
    private final Label gaps = Controls.label("");
    private final Label work = Controls.label("");
    private final Label time = Controls.label("", "number");
    private final WorkspaceModel model;

    /// @param open shows a panel of the health page
    WorkspaceStatusBar(
            WorkspaceModel model,
            FxTasks tasks,
            String home,
            InstantSource clock,
            Consumer<String> open) {
        this.model = model;
        this.clock = clock;
        setText("");
        dot.getStyleClass().add("dot");
        Label folder = Controls.label(Texts.of("status.home", home), "muted");
        Controls.tooltip(folder, Texts.of("status.home.tooltip"));
        getLeftItems().setAll(dot, data, Controls.divider(), gaps, Controls.divider(), folder);
        Centres centres = model.centres();
        getRightItems()
                .setAll(
                        work,
                        new JobsChip(centres.jobs(), () -> open.accept("jobs")),
                        Controls.divider(),
                        new ProblemsChip(centres.errors(), () -> open.accept("problems")),
                        new HealthChip(centres.watchdog(), () -> open.accept("health")),
                        Controls.divider(),
                        time);
        WhileShown.listen(this, () -> tasks.every(Duration.ofSeconds(1), this::tick));
        tick();
        model.stateProperty().addListener((property, before, state) -> show(state));
        model.sourceProperty()
                .flatMap(session -> session.backtest().runningProperty())
                .addListener((property, before, on) -> showWork());
        show(model.stateProperty().getValue());
        showWork();
    }

    private void tick() {
        time.setText(UtcTimes.second(clock.millis()) + " UTC");
    }

    private void showWork() {
        boolean running = model.backtest().runningProperty().get();
        boolean loading = model.stateProperty().getValue() instanceof ChartState.Loading;
        work.setText(
                Texts.of(running ? "status.running" : loading ? "status.loading" : "status.idle"));
    }

    private void show(ChartState state) {
        dot.getStyleClass().removeAll("ok", "warn", "bad");
        gaps.setText("");
        switch (state) {
            case ChartState.Empty e -> data.setText(Texts.of("status.empty"));
            case ChartState.Loading l ->
                    data.setText(Texts.of("status.reading", l.market().toString()));
            case ChartState.Failed f -> {
                dot.getStyleClass().add("bad");
                data.setText(Texts.of("status.failed", f.market().toString()));
            }
            case ChartState.Shown s -> shown(s);
        }
        showWork();
    }

    private void shown(ChartState.Shown s) {
        LoadedSeries loaded = s.loaded();
        dot.getStyleClass().add(s.missing() == 0 ? "ok" : "warn");
        data.setText(
                Texts.of(
                        "status.shown",
                        loaded.source(),
                        Numbers.fixed(loaded.candles().size(), 0),
                        UtcTimes.minute(loaded.candles().firstOpenMs()),
                        UtcTimes.minute(
                                loaded.key().timeframe().next(loaded.candles().lastOpenMs()))));
        gaps.setText(
                s.missing() == 0
                        ? Texts.of("status.complete")
                        : Texts.of(
                                s.gaps() == 1 ? "status.gap" : "status.gaps",
                                Numbers.fixed(s.gaps(), 0),
                                Numbers.fixed(s.missing(), 0)));
    }
}
