package plumbline.ui.data;

import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import plumbline.engine.upkeep.Progress;
import plumbline.ui.fx.FxTasks;

/// Runs long works in the background, one at a time, and tells how far the present one is. A cancel
/// is shown at once; the work stops at its next block and leaves nothing half done.
///
/// Threads: FX thread.
public final class Jobs {
    private final FxTasks tasks;
    private final InstantSource clock;
    private final ReadOnlyObjectWrapper<@Nullable Job> present = new ReadOnlyObjectWrapper<>();
    private AtomicBoolean cancelled = new AtomicBoolean();

    Jobs(FxTasks tasks, InstantSource clock) {
        this.tasks = tasks;
        this.clock = clock;
    }

    /// A long work. Background.
    @FunctionalInterface
    interface Work<T> {
        T run(Progress progress, BooleanSupplier cancelled) throws Exception;
    }

    /// How far a work is.
    private record Step(String doing, long done, long all) {}

    ReadOnlyObjectProperty<@Nullable Job> presentProperty() {
        return present.getReadOnlyProperty();
    }

    /// Called with the title of each work that begins, and with an empty text when it has ended.
    public void onChange(Consumer<String> listener) {
        present.addListener((property, before, job) -> {
            if (before == null || job == null) {
                listener.accept(job == null ? "" : job.title());
            }
        });
    }

    boolean isBusy() {
        return present.get() != null;
    }

    /// Begins a work, unless another one is going on.
    ///
    /// @param done given its result
    /// @param failed given its failure, a `CancellationException` if it was cancelled
    /// @return whether it was begun
    <T> boolean start(String title, Work<T> work, Consumer<T> done, Consumer<Throwable> failed) {
        if (isBusy()) {
            return false;
        }
        AtomicBoolean stop = new AtomicBoolean();
        cancelled = stop;
        long begun = clock.millis();
        present.set(new Job(title, "", 0, 0, 0, false));
        Consumer<Step> shown =
                tasks.conflated(step -> {
                    Job job = present.get();
                    if (cancelled == stop && job != null) {
                        long elapsed = clock.millis() - begun;
                        present.set(
                                new Job(
                                        title,
                                        step.doing(),
                                        step.done(),
                                        step.all(),
                                        elapsed,
                                        job.cancelling()));
                    }
                });
        tasks.run(
                () ->
                        work.run(
                                (doing, of, all) -> shown.accept(new Step(doing, of, all)),
                                stop::get),
                result -> {
                    present.set(null);
                    done.accept(result);
                },
                failure -> {
                    present.set(null);
                    failed.accept(failure);
                });
        return true;
    }

    /// Tells the present work to stop.
    public void cancel() {
        Job job = present.get();
        cancelled.set(true);
        if (job != null) {
            present.set(
                    new Job(
                            job.title(),
                            job.doing(),
                            job.done(),
                            job.all(),
                            job.elapsedMs(),
                            true));
        }
    }
}
