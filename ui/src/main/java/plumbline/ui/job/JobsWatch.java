package plumbline.ui.job;

import javafx.util.Subscription;

/// Notices every change of the jobs that are present: which they are, and how far.
///
/// Threads: FX thread.
final class JobsWatch {
    private final Jobs jobs;
    private final Runnable changed;
    private Subscription statuses = Subscription.EMPTY;

    private JobsWatch(Jobs jobs, Runnable changed) {
        this.jobs = jobs;
        this.changed = changed;
    }

    /// Calls `changed` now, and after each change until the answer is ended.
    static Subscription of(Jobs jobs, Runnable changed) {
        JobsWatch watch = new JobsWatch(jobs, changed);
        Subscription list = jobs.present().subscribe(watch::again);
        watch.again();
        return list.and(() -> watch.statuses.unsubscribe());
    }

    private void again() {
        statuses.unsubscribe();
        statuses = Subscription.EMPTY;
        for (Job job : jobs.present()) {
            statuses = statuses.and(job.statusProperty().subscribe((before, now) -> changed.run()));
        }
        changed.run();
    }
}
