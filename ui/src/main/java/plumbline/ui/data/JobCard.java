package plumbline.ui.data;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import plumbline.ui.control.Controls;
import plumbline.ui.job.Job;
import plumbline.ui.job.JobLane;
import plumbline.ui.job.JobState;
import plumbline.ui.job.JobStatus;
import plumbline.ui.job.JobText;
import plumbline.ui.text.Texts;

/// The present long work: what it is, how far, how fast, how long still, and a way to stop it.
/// Takes no room when there is none.
///
/// Threads: FX thread.
final class JobCard extends HBox {
    private final SideCard card = new SideCard(Texts.of("data.job.title"));
    private final Label title = Controls.label("", "strong");
    private final Label share = Controls.label("", "strong");
    private final ProgressBar bar = new ProgressBar(0);
    private final Label doing = Controls.label("", "muted");
    private final Label rate = Controls.label("");
    private final Label left = Controls.label("");
    private final Button cancel = new Button(Texts.of("job.cancel"));

    private Subscription following = Subscription.EMPTY;

    private Subscription listening = Subscription.EMPTY;

    /// @param id of the card; its button is `ID-cancel`
    JobCard(JobLane lane, String id) {
        setId(id + "-card");
        card.setMaxWidth(Double.MAX_VALUE);
        setHgrow(card, javafx.scene.layout.Priority.ALWAYS);
        getChildren().setAll(card);
        bar.getStyleClass().add("thin-bar");
        bar.setMaxWidth(Double.MAX_VALUE);
        cancel.setId(id + "-cancel");
        cancel.setOnAction(e -> lane.cancel());
        title.setWrapText(true);
        doing.setMinWidth(0);
        HBox head = new HBox(8, title, Controls.spring(), share);
        share.setMinWidth(USE_PREF_SIZE);
        HBox pace = new HBox(8, rate, Controls.spring(), left);
        card.add(head);
        card.add(bar);
        card.add(doing);
        card.add(pace);
        card.add(cancel);
        Controls.show(this, false);
        sceneProperty()
                .subscribe(scene -> {
                    listening.unsubscribe();
                    listening =
                            scene == null
                                    ? Subscription.EMPTY
                                    : lane.presentProperty().subscribe(this::follow);
                });
    }

    private void follow(@Nullable Job job) {
        following.unsubscribe();
        following = Subscription.EMPTY;
        Controls.show(this, job != null);
        if (job != null) {
            following = job.statusProperty().subscribe(status -> show(job, status));
        }
    }

    private void show(Job job, JobStatus status) {
        boolean cancelling = status.state() == JobState.CANCELLING;
        card.chip(status.state().kind(), JobText.state(status.state()));
        cancel.setDisable(cancelling);
        title.setText(job.title());
        doing.setText(status.doing());
        Controls.show(bar, status.share() >= 0);
        bar.setProgress(Math.max(0, status.share()));
        share.setText(JobText.share(status));
        String pace = JobText.rate(job);
        rate.setText(pace.isEmpty() ? JobText.amount(job) : pace);
        left.setText(JobText.left(status));
    }
}
