package plumbline.ui.error;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import plumbline.ui.fx.FxTasks;

/// Where everything that goes wrong is told, from any thread. Equal problems are one, with a count.
/// The newest few hundred are kept while the program runs.
///
/// Threads: reports come from any; the list is the FX thread's.
public final class ErrorCentre {
    private static final Duration PERIOD = Duration.ofMillis(100);
    private static final int MOST = 200;
    private static final Comparator<Seen> BY_AGE = Comparator.comparingLong(seen -> seen.order);

    private final InstantSource clock;
    private final Consumer<ErrorCentre> changed;
    private final Map<String, Seen> known = new HashMap<>();
    private final ObservableList<Problem> problems = FXCollections.observableArrayList();
    private final ObservableList<Problem> shown =
            FXCollections.unmodifiableObservableList(problems);
    private long reports;

    /// A problem, and when and how often it was told of.
    private static final class Seen {
        private final Problem problem;
        private final long firstMs;
        private long lastMs;
        private long order;
        private int count;

        Seen(Problem problem, long firstMs) {
            this.problem = problem;
            this.firstMs = firstMs;
        }

        Problem now() {
            return problem.seen(firstMs, lastMs, count);
        }
    }

    public ErrorCentre(FxTasks tasks, InstantSource clock) {
        this.clock = clock;
        this.changed = tasks.throttled(PERIOD, centre -> centre.list());
    }

    /// What went wrong, the newest first. FX thread.
    public ObservableList<Problem> problems() {
        return shown;
    }

    /// Any thread. That something was cancelled is no problem.
    public void report(Throwable failure) {
        if (!(failure instanceof CancellationException)) {
            add(key(failure), () -> ProblemKinds.of(failure));
        }
    }

    /// Any thread.
    public void report(Problem problem) {
        add(problem.key(), () -> problem);
    }

    private void add(String key, Supplier<Problem> made) {
        synchronized (known) {
            long now = clock.millis();
            Seen seen = known.computeIfAbsent(key, k -> new Seen(made.get().clean(), now));
            seen.lastMs = now;
            seen.order = ++reports;
            seen.count = Math.min(seen.count, Integer.MAX_VALUE - 1) + 1;
            if (known.size() > MOST) {
                Seen oldest = known.values().stream().min(BY_AGE).orElseThrow();
                known.values().remove(oldest);
            }
        }
        changed.accept(this);
    }

    /// Cheap, since a fault may come a thousand times a second.
    private static String key(Throwable failure) {
        StackTraceElement[] trace = failure.getStackTrace();
        return failure + (trace.length == 0 ? "" : "\n" + trace[0]);
    }

    /// Forgets everything. FX thread.
    public void clear() {
        synchronized (known) {
            known.clear();
        }
        list();
    }

    private void list() {
        List<Problem> newest;
        synchronized (known) {
            newest = known.values().stream().sorted(BY_AGE.reversed()).map(Seen::now).toList();
        }
        problems.setAll(newest);
    }
}
