package plumbline.ui.shell;

import java.time.Duration;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;
import plumbline.engine.upkeep.Progress;
import plumbline.ui.control.Controls;
import plumbline.ui.fx.FxTasks;

/// What is shown while the home folder is opened: what is done, and how far that is.
///
/// Threads: FX thread, but for the progress that is told.
final class OpeningView extends VBox {
    private static final Duration PERIOD = Duration.ofMillis(100);
    private static final double WIDTH = 320;

    private final ProgressBar bar = new ProgressBar();
    private final Label step = Controls.label("", "muted");
    private final Progress progress;

    private record Step(String doing, double share) {}

    /// @param doing what is done, for people
    OpeningView(String doing, FxTasks tasks) {
        super(10);
        getStyleClass().add("message");
        bar.setPrefWidth(WIDTH);
        Controls.show(bar, false);
        Controls.show(step, false);
        getChildren().setAll(Controls.label(doing, "muted"), bar, step);
        Consumer<Step> shown = tasks.throttled(PERIOD, this::show);
        progress =
                (what, done, all) ->
                        shown.accept(
                                new Step(
                                        what,
                                        all > 0
                                                ? (double) done / all
                                                : ProgressBar.INDETERMINATE_PROGRESS));
    }

    /// Any thread. Where the work tells how far it is.
    Progress progress() {
        return progress;
    }

    private void show(Step now) {
        Controls.show(bar, true);
        Controls.show(step, true);
        bar.setProgress(now.share());
        step.setText(now.doing());
    }
}
