package plumbline.ui.data;

import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import plumbline.engine.text.Numbers;
import plumbline.ui.control.Controls;
import plumbline.ui.text.Texts;

/// The present long work: what it is, how far, how fast, how long still, and a way to stop it.
/// Takes no room when there is none.
///
/// Threads: FX thread.
final class JobCard extends HBox {
    private final SideCard card = new SideCard(Texts.of("data.job.title"));
    private final Label title = Controls.label("", "strong");
    private final Label share = Controls.label("", "strong");
    private final ProgressBar bar = new ProgressBar();
    private final Label doing = Controls.label("", "muted");
    private final Label rate = Controls.label("");
    private final Label left = Controls.label("");
    private final Button cancel = new Button(Texts.of("data.job.cancel"));

    JobCard(Jobs jobs) {
        setId("job-card");
        card.setMaxWidth(Double.MAX_VALUE);
        setHgrow(card, javafx.scene.layout.Priority.ALWAYS);
        getChildren().setAll(card);
        bar.getStyleClass().add("thin-bar");
        bar.setMaxWidth(Double.MAX_VALUE);
        cancel.setId("job-cancel");
        cancel.setOnAction(e -> jobs.cancel());
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
        jobs.presentProperty().subscribe(this::show);
    }

    private void show(@Nullable Job job) {
        Controls.show(this, job != null);
        if (job == null) {
            return;
        }
        card.chip(
                job.cancelling() ? "warn" : "info",
                Texts.of(job.cancelling() ? "data.job.cancelling" : "data.job.running"));
        cancel.setDisable(job.cancelling());
        title.setText(job.title());
        doing.setText(job.doing());
        double done = job.share();
        bar.setProgress(done < 0 ? ProgressBar.INDETERMINATE_PROGRESS : done);
        share.setText(done < 0 ? "" : Numbers.percent(done, 0));
        boolean known = job.all() > 0 && job.perSecond() > 0;
        rate.setText(known ? Texts.of("data.job.rate", Numbers.compact(job.perSecond())) : "");
        left.setText(job.leftMs() < 0 ? "" : Texts.of("data.job.left", minutes(job.leftMs())));
    }

    /// `2:19`.
    private static String minutes(long millis) {
        long seconds = (millis + 999) / 1000;
        return String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60);
    }
}
