package plumbline.ui.health;

import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import plumbline.ui.fx.FxTasks;

/// Notices when the FX thread does not answer for more than a tenth of a second. A thread of its
/// own asks it, at most ten times a second and never twice at once; when no answer comes in time it
/// looks where the FX thread is. A stall shorter than the time between two questions may be missed
/// or measured too short by that time. While the user does nothing it asks less often, so that an
/// idle window rests; what the user does next wakes it at once.
///
/// Threads: the list and the count are the FX thread's.
public final class StallWatchdog implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(StallWatchdog.class.getName());

    /// What is longer than this is a stall.
    static final long LIMIT_MS = 100;

    private static final long LOOK_AGAIN_MS = 20;

    private static final long RESTS_AFTER_MS = 3_000;

    /// Between two questions while it rests; with the wait for an answer that makes 2.5 a second.
    private static final long REST_MS = 300;

    /// A stall that lasts so long is told of before it ends, since it may never end.
    private static final long TOLD_AFTER_MS = 2_000;

    /// This thread itself was not woken for so long: then the whole program stood still.
    private static final long HALTED_MS = 60;

    /// The machine slept.
    private static final long ASLEEP_MS = 30_000;

    private static final int MOST = 50;

    private final FxTasks tasks;
    private final InstantSource clock;
    private final AtomicLong answeredNs = new AtomicLong();
    private final ObservableList<Stall> newest = FXCollections.observableArrayList();
    private final ObservableList<Stall> shown = FXCollections.unmodifiableObservableList(newest);
    private final ReadOnlyLongWrapper count = new ReadOnlyLongWrapper();
    private volatile @Nullable Thread fxThread;
    private volatile long inputNs = System.nanoTime();
    private volatile boolean resting;
    private @Nullable Thread watching;

    public StallWatchdog(FxTasks tasks, InstantSource clock) {
        this.tasks = tasks;
        this.clock = clock;
    }

    /// Begins to watch; to be called when the window is shown, for what is done before is no stall.
    public synchronized void start() {
        if (watching == null) {
            watching = Thread.ofPlatform().daemon().name("stall-watchdog").start(this::watch);
        }
    }

    @Override
    public synchronized void close() {
        if (watching != null) {
            watching.interrupt();
            watching = null;
        }
    }

    /// To be called when the user does something, before the window answers. Any thread.
    public void noticeInput() {
        inputNs = System.nanoTime();
        if (resting) {
            resting = false;
            synchronized (this) {
                LockSupport.unpark(watching);
            }
        }
    }

    /// The newest stalls, newest first. FX thread.
    public ObservableList<Stall> stalls() {
        return shown;
    }

    /// How many there were since the start. FX thread.
    public ReadOnlyLongProperty countProperty() {
        return count.getReadOnlyProperty();
    }

    private void watch() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                ask();
                rest();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // closed
        } catch (IllegalStateException e) {
            LOG.log(Level.DEBUG, "there is no FX thread any more", e);
        }
    }

    private void ask() throws InterruptedException {
        long askedMs = clock.millis();
        long asked = System.nanoTime();
        answeredNs.set(0);
        tasks.onScreen(() -> {
            fxThread = Thread.currentThread();
            answeredNs.set(System.nanoTime());
        });
        Thread.sleep(LIMIT_MS);
        long slept = millis(System.nanoTime() - asked);
        List<String> stack = answeredNs.get() == 0 ? stack() : List.of();
        boolean told = false;
        while (answeredNs.get() == 0) {
            Thread.sleep(LOOK_AGAIN_MS);
            if (!told && millis(System.nanoTime() - asked) > TOLD_AFTER_MS) {
                told = true;
                LOG.log(Level.INFO, "the window does not answer; it is at\n" + text(stack));
            }
        }
        long duration = millis(answeredNs.get() - asked);
        if (duration > LIMIT_MS && slept < ASLEEP_MS) {
            ended(new Stall(askedMs, duration, slept > LIMIT_MS + HALTED_MS, stack));
        }
    }

    private void rest() {
        if (millis(System.nanoTime() - inputNs) > RESTS_AFTER_MS) {
            resting = true;
            LockSupport.parkNanos(this, TimeUnit.MILLISECONDS.toNanos(REST_MS));
            resting = false;
        }
    }

    private static long millis(long nanos) {
        return TimeUnit.NANOSECONDS.toMillis(nanos);
    }

    private List<String> stack() {
        Thread thread = fxThread;
        return thread == null
                ? List.of()
                : Arrays.stream(thread.getStackTrace()).map(Stall::line).toList();
    }

    private static String text(List<String> stack) {
        return String.join("\n", stack.stream().map(line -> "\tat " + line).toList());
    }

    private void ended(Stall stall) {
        LOG.log(
                Level.INFO,
                "the window did not answer for {0} ms{1}\n{2}",
                String.valueOf(stall.durationMs()),
                stall.halted() ? ", nor did the rest of the program" : "",
                text(stall.stack()));
        tasks.onScreen(() -> add(stall));
    }

    void add(Stall stall) {
        newest.addFirst(stall);
        if (newest.size() > MOST) {
            newest.removeLast();
        }
        count.set(count.get() + 1);
    }
}
