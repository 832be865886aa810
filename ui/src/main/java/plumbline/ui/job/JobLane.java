package plumbline.ui.job;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// A row of works of which one runs at a time, for a part of the window that offers nothing more
/// while one is going on.
///
/// Threads: FX thread.
public final class JobLane {
    private final Jobs jobs;
    private final String name;
    private final ReadOnlyObjectWrapper<@Nullable Job> present = new ReadOnlyObjectWrapper<>();

    JobLane(Jobs jobs, String name) {
        this.jobs = jobs;
        this.name = name;
        jobs.present().subscribe(this::look);
        look();
    }

    private void look() {
        present.set(
                jobs.present().stream()
                        .filter(job -> job.lane().equals(name))
                        .findFirst()
                        .orElse(null));
    }

    /// The job that is going on or waits, `null` if there is none.
    public ReadOnlyObjectProperty<@Nullable Job> presentProperty() {
        return present.getReadOnlyProperty();
    }

    public boolean isBusy() {
        return present.get() != null;
    }

    /// Starts a work unless another one of this row is going on.
    ///
    /// @return whether it was
    public <T> boolean start(JobPlan<T> plan) {
        if (isBusy()) {
            return false;
        }
        jobs.start(plan.in(name));
        return true;
    }

    /// Tells the present work to stop.
    public void cancel() {
        Job job = present.get();
        if (job != null) {
            jobs.cancel(job);
        }
    }
}
