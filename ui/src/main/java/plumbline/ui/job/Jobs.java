package plumbline.ui.job;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import plumbline.engine.text.ErrorText;
import plumbline.ui.error.Redaction;
import plumbline.ui.fx.FxTasks;

/// The one place of all long work: what waits, what runs, what has ended. Works run in the
/// background; how far they are reaches the screen at most ten times a second. A cancel is shown at
/// once; the work stops when it asks next. What has ended is kept over restarts.
///
/// Threads: FX thread.
public final class Jobs {
    /// Between two looks at how far a work is.
    private static final Duration PERIOD = Duration.ofMillis(100);

    /// Time goes on even where a work says nothing.
    private static final Duration TICK = Duration.ofMillis(500);

    private static final int MOST_KEPT = 200;

    private final FxTasks tasks;
    private final InstantSource clock;
    private final HistoryKeeper keeper;
    private final int most;
    private final ObservableList<Job> present = FXCollections.observableArrayList();
    private final ObservableList<Job> ended = FXCollections.observableArrayList();
    private final ObservableList<Job> shownPresent =
            FXCollections.unmodifiableObservableList(present);
    private final ObservableList<Job> shownEnded = FXCollections.unmodifiableObservableList(ended);
    private final List<Begun<?>> waiting = new ArrayList<>();
    private final Map<Job, Begun<?>> going = new HashMap<>();
    private final Map<String, JobLane> lanes = new HashMap<>();
    private boolean ticking;
    private int number;

    /// A job and what it is to do.
    private record Begun<T>(Job job, JobPlan<T> plan, JobContext context) {
        /// More than it works, so that it may go on beside all others.
        boolean waits() {
            return plan.waitingOn() != null;
        }
    }

    /// What came of a work, and how it is said.
    private record Outcome<T>(T result, String text) {}

    /// @param most how many works that compute run at once; the others wait. It must be less than
    ///   the threads of the background, or nothing short gets its turn beside them.
    public Jobs(FxTasks tasks, InstantSource clock, JobHistory history, int most) {
        this.tasks = tasks;
        this.clock = clock;
        this.keeper = new HistoryKeeper(tasks, history);
        this.most = most;
        keeper.read(this::remember);
    }

    /// As many at once as a usual machine bears beside its window.
    public Jobs(FxTasks tasks, InstantSource clock, JobHistory history) {
        this(tasks, clock, history, Math.max(1, Runtime.getRuntime().availableProcessors() - 2));
    }

    /// Those that wait or run, in the order in which they were asked for.
    public ObservableList<Job> present() {
        return shownPresent;
    }

    /// Those that have ended, newest first.
    public ObservableList<Job> ended() {
        return shownEnded;
    }

    /// The row of works of that name.
    public JobLane lane(String name) {
        return lanes.computeIfAbsent(name, n -> new JobLane(this, n));
    }

    /// Called with the title of the first work that goes on, and with an empty text when there is
    /// none any more.
    public void onChange(Consumer<String> listener) {
        present.subscribe(
                () -> listener.accept(present.isEmpty() ? "" : present.getFirst().title()));
    }

    /// Begins a work as soon as its turn comes.
    public <T> Job start(JobPlan<T> plan) {
        number++;
        String id = Long.toString(clock.millis(), Character.MAX_RADIX) + "-" + number;
        Job job = new Job(id, plan, clock.millis());
        Consumer<Job> shown = tasks.throttled(PERIOD, this::look);
        JobContext context = new JobContext(clock, () -> shown.accept(job));
        waiting.add(new Begun<>(job, plan, context));
        present.add(job);
        next();
        return job;
    }

    /// Begins what may begin.
    private void next() {
        Begun<?> ready = ready();
        while (ready != null) {
            begin(ready);
            ready = ready();
        }
    }

    private @Nullable Begun<?> ready() {
        boolean full = going.values().stream().filter(b -> !b.waits()).count() >= most;
        Set<String> busy = new HashSet<>();
        going.keySet().forEach(job -> busy.add(job.lane()));
        return waiting.stream()
                .filter(b -> !full || b.waits())
                .filter(b -> b.job().lane().isEmpty() || !busy.contains(b.job().lane()))
                .findFirst()
                .orElse(null);
    }

    private <T> void begin(Begun<T> begun) {
        waiting.remove(begun);
        going.put(begun.job(), begun);
        begun.job().begin(clock.millis());
        keep(false);
        tick();
        Executor apart = begun.plan().waitingOn();
        try {
            (apart == null ? tasks : tasks.with(apart))
                    .run(
                            () -> {
                                T result = begun.plan().work().run(begun.context());
                                return new Outcome<>(result, begun.plan().result().apply(result));
                            },
                            outcome -> succeeded(begun, outcome),
                            failure -> failed(begun, failure));
        } catch (RejectedExecutionException e) { // the window is closing
            failed(begun, e);
        }
    }

    private <T> void succeeded(Begun<T> begun, Outcome<T> outcome) {
        JobPlan<T> plan = begun.plan();
        T result = outcome.result();
        Consumer<T> show = plan.show();
        begun.job().showWith(show == null ? null : () -> show.accept(result));
        end(begun, JobState.DONE, outcome.text());
        plan.done().accept(result);
    }

    private <T> void failed(Begun<T> begun, Throwable failure) {
        boolean stopped = failure instanceof CancellationException;
        end(
                begun,
                stopped ? JobState.CANCELLED : JobState.FAILED,
                Redaction.of(ErrorText.of(failure)));
        begun.plan().failed().accept(failure);
    }

    private void end(Begun<?> begun, JobState how, String result) {
        Job job = begun.job();
        if (going.remove(job) != null) {
            job.take(begun.context(), clock.millis());
        }
        job.end(how, result, clock.millis());
        ended.addFirst(job);
        trim();
        present.remove(job);
        keep(true);
        next();
    }

    /// Tells a work to stop. One that waits never begins.
    public void cancel(Job job) {
        Begun<?> begun = going.get(job);
        if (begun != null) {
            begun.context().stop();
            job.cancelling();
            return;
        }
        waiting.stream()
                .filter(w -> w.job() == job)
                .findFirst()
                .ifPresent(w -> {
                    waiting.remove(w);
                    failed(w, new CancellationException("cancelled before it began"));
                });
    }

    /// Forgets what has ended.
    public void clear() {
        ended.clear();
        keep(true);
    }

    private void look(Job job) {
        Begun<?> begun = going.get(job);
        if (begun != null) {
            job.take(begun.context(), clock.millis());
        }
    }

    private void tick() {
        if (!ticking) {
            ticking = true;
            tasks.later(
                    TICK,
                    () -> {
                        ticking = false;
                        List.copyOf(going.keySet()).forEach(this::look);
                        if (!going.isEmpty()) {
                            tick();
                        }
                    });
        }
    }

    private void remember(List<PastJob> past) {
        boolean endedMeanwhile = !ended.isEmpty();
        past.forEach(job -> ended.add(new Job(job)));
        trim();
        boolean brokenOff = past.stream().anyMatch(job -> !job.state().isEnd());
        if (endedMeanwhile || brokenOff || !going.isEmpty()) {
            keep(endedMeanwhile);
        }
    }

    private void trim() {
        if (ended.size() > MOST_KEPT) {
            ended.remove(MOST_KEPT, ended.size());
        }
    }

    /// Those that run are kept too, so that a restart after a crash tells of them.
    private void keep(boolean newEnd) {
        keeper.write(
                Stream.concat(going.keySet().stream(), ended.stream()).map(Job::past).toList(),
                newEnd);
    }
}
