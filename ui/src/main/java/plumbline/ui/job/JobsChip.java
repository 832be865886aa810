package plumbline.ui.job;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Button;
import plumbline.engine.text.Numbers;
import plumbline.ui.control.Controls;
import plumbline.ui.control.WhileShown;
import plumbline.ui.text.Texts;

/// The jobs in a few words for the status bar: `2 jobs · 41 % · 12 s left`. What is not known of
/// all of them is not told. Takes no room when there is none.
///
/// Threads: FX thread.
public final class JobsChip extends Button {
    private final Jobs jobs;

    /// @param open shows the panel of the jobs
    public JobsChip(Jobs jobs, Runnable open) {
        this.jobs = jobs;
        setId("jobs-chip");
        getStyleClass().add("status-chip");
        Controls.tooltip(this, Texts.of("job.chip.tooltip"));
        setOnAction(e -> open.run());
        WhileShown.listen(this, () -> JobsWatch.of(jobs, this::tell));
        tell();
    }

    private void tell() {
        List<Job> present = jobs.present();
        Controls.show(this, !present.isEmpty());
        setText(present.isEmpty() ? "" : text(present));
    }

    private static String text(List<Job> present) {
        List<String> parts = new ArrayList<>();
        parts.add(Numbers.counted(present.size(), Texts.of("job.one")));
        double share = 0;
        long left = 0;
        for (Job job : present) {
            JobStatus now = job.status();
            boolean waits = now.state() == JobState.WAITING;
            share = share < 0 || now.share() < 0 && !waits ? -1 : share + Math.max(0, now.share());
            left = left < 0 || now.leftMs() < 0 ? -1 : Math.max(left, now.leftMs());
        }
        if (share >= 0) {
            parts.add(Numbers.percent(Math.floor(share / present.size() * 100) / 100, 0));
        }
        if (left >= 0) {
            parts.add(Texts.of("job.left", JobText.rounded(left)));
        }
        return String.join(" · ", parts);
    }
}
