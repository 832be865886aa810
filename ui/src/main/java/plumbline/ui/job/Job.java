package plumbline.ui.job;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// A long work as the window knows it, from the moment it was asked for.
///
/// Threads: FX thread.
public final class Job {
    static final int MOST_LINES = 500;

    private final String id;
    private final String title;
    private final String lane;
    private final String unit;
    private final ReadOnlyObjectWrapper<JobStatus> status =
            new ReadOnlyObjectWrapper<>(JobStatus.NEW);
    private final ObservableList<JobLine> lines = FXCollections.observableArrayList();
    private final ObservableList<JobLine> log = FXCollections.unmodifiableObservableList(lines);
    private final Pace pace = new Pace();
    private long beganMs;
    private long endedMs;
    private @Nullable Runnable show;

    Job(String id, JobPlan<?> plan, long nowMs) {
        this.id = id;
        this.title = plan.title();
        this.lane = plan.lane();
        this.unit = plan.unit();
        this.beganMs = nowMs;
    }

    /// One of former times.
    Job(PastJob past) {
        id = past.id();
        title = past.title();
        lane = "";
        unit = past.unit();
        beganMs = past.beganMs();
        endedMs = past.endedMs();
        lines.setAll(past.log());
        JobState end = past.state().isEnd() ? past.state() : JobState.BROKEN;
        long elapsed = endedMs == 0 ? 0 : endedMs - beganMs;
        status.set(new JobStatus(end, "", past.done(), past.all(), 0, -1, elapsed, past.result()));
    }

    public String id() {
        return id;
    }

    public String title() {
        return title;
    }

    /// The row it stands in, empty for none.
    public String lane() {
        return lane;
    }

    /// What its progress is counted in, empty for nothing to name.
    public String unit() {
        return unit;
    }

    public ReadOnlyObjectProperty<JobStatus> statusProperty() {
        return status.getReadOnlyProperty();
    }

    /// The present value of [#statusProperty].
    public JobStatus status() {
        return status.get();
    }

    /// Oldest first, the newest few hundred.
    public ObservableList<JobLine> log() {
        return log;
    }

    /// When it began; while it waits, when it was asked for.
    public long beganMs() {
        return beganMs;
    }

    /// When it ended, 0 if it has not or if nobody knows.
    public long endedMs() {
        return endedMs;
    }

    /// Shows what came of it; empty if there is nothing to show.
    public Optional<Runnable> show() {
        return Optional.ofNullable(show);
    }

    PastJob past() {
        JobStatus now = status();
        return new PastJob(
                id,
                title,
                now.state(),
                beganMs,
                endedMs,
                now.done(),
                now.all(),
                unit,
                now.result(),
                List.copyOf(lines));
    }

    void begin(long nowMs) {
        beganMs = nowMs;
        status.set(status().as(JobState.RUNNING));
    }

    void cancelling() {
        status.set(status().as(JobState.CANCELLING));
    }

    /// Takes over what the work has told since the last time.
    void take(JobContext context, long nowMs) {
        context.takeLines().forEach(this::add);
        JobContext.Step step = context.step();
        JobStatus now = status();
        if (step != null) {
            if (!step.doing().isEmpty() && !step.doing().equals(now.doing())) {
                add(new JobLine(nowMs, step.doing()));
            }
            pace.at(nowMs, step.done(), step.all());
            now = now.at(step);
        }
        status.set(now.at(nowMs - beganMs, pace));
    }

    private void add(JobLine line) {
        lines.add(line);
        if (lines.size() > MOST_LINES) {
            lines.removeFirst();
        }
    }

    void end(JobState how, String result, long nowMs) {
        boolean waited = status().state() == JobState.WAITING;
        endedMs = nowMs;
        if (!result.isEmpty()) {
            add(new JobLine(nowMs, result));
        }
        status.set(status().ended(how, waited ? 0 : nowMs - beganMs, result));
    }

    void showWith(@Nullable Runnable shown) {
        show = shown;
    }
}
