package plumbline.ui.job;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;
import org.jspecify.annotations.Nullable;
import plumbline.ui.control.Controls;
import plumbline.ui.text.Texts;
import plumbline.ui.text.UtcTimes;

/// A job in the list: its name and state, how far it is or what came of it, and a button to stop it
/// or to see its result.
///
/// Threads: FX thread.
final class JobCell extends ListCell<Job> {
    private final Jobs jobs;
    private final Circle dot = new Circle(4);
    private final Label title = Controls.label("", "strong");
    private final Label state = Controls.label("", "muted");
    private final Button cancel = new Button(Texts.of("job.cancel"));
    private final Button show = new Button(Texts.of("job.show"));
    private final ProgressBar bar = new ProgressBar(0);
    private final Label left = Controls.label("", "muted");
    private final Label right = Controls.label("", "muted");
    private final VBox box;

    /// The job outlives the cell, so it holds this weakly; the cell holds it.
    private final InvalidationListener changed = status -> tell();

    private final WeakInvalidationListener weak = new WeakInvalidationListener(changed);
    private @Nullable Job job;

    JobCell(Jobs jobs) {
        this.jobs = jobs;
        getStyleClass().add("job-cell");
        title.setMinWidth(0);
        state.setMinWidth(USE_PREF_SIZE);
        left.setMinWidth(0);
        right.setMinWidth(0);
        right.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS); // how long still comes last
        cancel.getStyleClass().add("small-button");
        show.getStyleClass().add("small-button");
        cancel.setMinWidth(USE_PREF_SIZE);
        show.setMinWidth(USE_PREF_SIZE);
        bar.getStyleClass().add("thin-bar");
        bar.setMaxWidth(Double.MAX_VALUE);
        HBox head = new HBox(8, dot, title, Controls.spring(), state, cancel, show);
        head.setAlignment(Pos.CENTER_LEFT);
        HBox foot = new HBox(8, left, Controls.spring(), right);
        foot.visibleProperty()
                .bind(left.textProperty().isNotEmpty().or(right.textProperty().isNotEmpty()));
        foot.managedProperty().bind(foot.visibleProperty());
        foot.getStyleClass().add("job-foot");
        box = new VBox(5, head, bar, foot);
        box.setMinWidth(0);
        setPrefWidth(0);
        cancel.setOnAction(e -> stop());
        show.setOnAction(e -> open());
    }

    private void stop() {
        if (job != null) {
            jobs.cancel(job);
        }
    }

    private void open() {
        if (job != null) {
            job.show().ifPresent(Runnable::run);
        }
    }

    @Override
    protected void updateItem(@Nullable Job item, boolean empty) {
        super.updateItem(item, empty);
        if (job != null) {
            job.statusProperty().removeListener(weak);
        }
        job = empty ? null : item;
        setGraphic(job == null ? null : box);
        if (job != null) {
            job.statusProperty().addListener(weak);
            tell();
        }
    }

    private void tell() {
        if (job == null) {
            return;
        }
        JobStatus now = job.status();
        dot.getStyleClass().setAll("dot", now.state().kind());
        title.setText(job.title());
        Controls.show(cancel, !now.state().isEnd());
        cancel.setDisable(now.state() == JobState.CANCELLING);
        Controls.show(show, now.state() == JobState.DONE && job.show().isPresent());
        boolean going = !now.state().isEnd() && now.state() != JobState.WAITING;
        Controls.show(bar, going && now.share() >= 0);
        bar.setProgress(Math.max(0, now.share()));
        String share = going ? JobText.share(now) : "";
        state.setText(
                now.state() == JobState.RUNNING && !share.isEmpty()
                        ? share
                        : JobText.state(now.state()));
        left.setText(going ? now.doing() : now.result());
        right.setText(going ? joined(progress(job)) : joined(ending(job)));
    }

    private static Stream<String> progress(Job job) {
        JobStatus now = job.status();
        String left = JobText.left(now);
        String since =
                Texts.of("job.since", JobText.span(Math.max(1, now.elapsedMs() / 1000) * 1000));
        return Stream.of(JobText.amount(job), JobText.rate(job), left.isEmpty() ? since : left);
    }

    private static Stream<String> ending(Job job) {
        if (job.status().state() == JobState.WAITING) {
            return Stream.empty();
        }
        String took = job.endedMs() == 0 ? "" : JobText.span(job.status().elapsedMs());
        return Stream.of(took, UtcTimes.minute(job.beganMs()));
    }

    private static String joined(Stream<String> parts) {
        return parts.filter(part -> !part.isEmpty()).collect(Collectors.joining(" · "));
    }
}
