package plumbline.ui.job;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import plumbline.ui.fx.FxTasks;

/// Reads a history once and writes it after changes, in the background, one write at a time and
/// always the newest. A history that cannot be read costs the memory, nothing else; it stays as it
/// is until there is a new end to keep.
///
/// Threads: FX thread.
final class HistoryKeeper {
    private static final System.Logger LOG = System.getLogger(HistoryKeeper.class.getName());

    private final FxTasks tasks;
    private final JobHistory history;
    private final AtomicReference<@Nullable List<PastJob>> newest = new AtomicReference<>();
    private final Object writing = new Object();
    private boolean read;
    private boolean broken;

    HistoryKeeper(FxTasks tasks, JobHistory history) {
        this.tasks = tasks;
        this.history = history;
    }

    /// @param known given the jobs of former times, newest first
    void read(Consumer<List<PastJob>> known) {
        tasks.run(
                () -> {
                    String text = history.read();
                    return text.isEmpty() ? List.<PastJob>of() : HistoryText.read(text);
                },
                jobs -> {
                    read = true;
                    known.accept(jobs);
                },
                failure -> {
                    read = true;
                    broken = true;
                    LOG.log(Level.INFO, "the history of jobs cannot be read", failure);
                    known.accept(List.of());
                });
    }

    /// @param ended whether there is a new end to keep
    void write(List<PastJob> jobs, boolean ended) {
        if (!read || broken && !ended) {
            return;
        }
        broken = false;
        newest.set(jobs);
        tasks.run(
                () -> {
                    save();
                    return true;
                },
                ok -> {},
                failure -> {});
    }

    private void save() throws IOException {
        synchronized (writing) {
            List<PastJob> jobs = newest.getAndSet(null);
            if (jobs != null) {
                history.write(HistoryText.of(jobs));
            }
        }
    }
}
