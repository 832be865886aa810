package plumbline.ui.backtest;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import plumbline.engine.backtest.BacktestRun;
import plumbline.engine.text.Numbers;
import plumbline.ui.control.Controls;
import plumbline.ui.control.FittingLabel;
import plumbline.ui.fx.Subscriptions;
import plumbline.ui.text.Texts;

/// How the run goes: how far it is, how long it took, or why there is none. While all is well it
/// takes the same room, so that nothing beside it moves.
///
/// Threads: FX thread.
final class RunStateView extends HBox {
    static final double LEAST = 104;

    private static final double MOST = 420;

    private final BacktestViewModel model;
    private final FittingLabel text = new FittingLabel(List.of(""), "run-state");
    private final ProgressBar bar = new ProgressBar(0);
    private final Button cancel =
            Controls.iconButton(MaterialDesignS.STOP_CIRCLE_OUTLINE, Texts.of("strip.cancel"));
    private final Tooltip whole = new Tooltip();
    private final Subscriptions heard = new Subscriptions();
    private String problem = "";

    RunStateView(BacktestViewModel model) {
        this.model = model;
        setAlignment(Pos.CENTER_RIGHT);
        setSpacing(4);
        text.setId("run-state");
        text.setAlignment(Pos.CENTER_RIGHT);
        HBox.setHgrow(text, Priority.ALWAYS);
        text.setMinWidth(0);
        bar.setPrefWidth(64);
        bar.setMinWidth(64);
        cancel.setId("strip-cancel");
        cancel.setOnAction(e -> model.cancel());
        getChildren().setAll(text, bar, cancel);
        heard.values(model.progressProperty(), done -> bar.setProgress(done.doubleValue()));
        heard.changes(model.runProperty(), now -> show());
        heard.changes(model.problemProperty(), now -> show());
        heard.changes(model.runningProperty(), now -> show());
        heard.changes(model.reportingProperty(), now -> show());
        show();
    }

    /// Lets go of the model.
    void close() {
        heard.end();
    }

    /// What it would take to say all of it.
    double wantedWidth() {
        return problem.isEmpty()
                ? LEAST
                : Math.clamp(FittingLabel.width(text.getFont(), problem) + 4, LEAST, MOST);
    }

    private void show() {
        boolean isRunning = model.runningProperty().get();
        problem = isRunning ? "" : model.problemProperty().get();
        Controls.show(bar, isRunning);
        Controls.show(cancel, isRunning);
        Controls.show(text, !isRunning);
        text.getStyleClass().removeAll("problem", "done");
        BacktestRun run = model.runProperty().get();
        if (!problem.isEmpty()) {
            text.getStyleClass().add("problem");
            text.show(forms(problem));
        } else if (model.reportingProperty().get()) {
            text.show(List.of(Texts.of("strip.reporting"), Texts.of("strip.reporting.short")));
        } else if (run != null) {
            text.getStyleClass().add("done");
            text.show(List.of(Texts.of("strip.done", millis(run))));
        } else {
            text.show(List.of(""));
        }
        tip(problem.isEmpty() && run != null ? Texts.of("strip.done.tooltip", millis(run)) : null);
        if (getParent() != null) {
            getParent().requestLayout();
        }
    }

    private void tip(@Nullable String words) {
        String said = words == null ? problem : words;
        whole.setText(said);
        text.setTooltip(said.isEmpty() ? null : whole);
    }

    /// The reason, the reason without what was typed, and that there is one.
    private static List<String> forms(String why) {
        int typed = why.indexOf(", was '");
        String shorter = typed < 0 ? why : why.substring(0, typed);
        return List.of(why, shorter, Texts.of("strip.refused"));
    }

    private static String millis(BacktestRun run) {
        double elapsed = run.identity().elapsedMs();
        return Numbers.fixed(elapsed, elapsed < 10 ? 1 : 0);
    }
}
