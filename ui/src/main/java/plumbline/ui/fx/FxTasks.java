package plumbline.ui.fx;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// Sends work away from the FX thread and brings its result back.
///
/// Threads: [#run] is called on the FX thread, and so are the consumers given to it.
public final class FxTasks {
    private static final System.Logger LOG = System.getLogger(FxTasks.class.getName());

    private final Executor background;
    private final Executor fxThread;
    private final Delay delay;
    private volatile String logged = "";
    private volatile Consumer<Throwable> onFailure = failure -> {};

    /// Lets time pass without holding a thread.
    @FunctionalInterface
    public interface Delay {
        /// Runs `work` on any thread when so much time has passed.
        void after(Duration time, Runnable work);
    }

    /// @param background runs the work
    /// @param fxThread runs what shows the result
    /// @param delay lets time pass
    public FxTasks(Executor background, Executor fxThread, Delay delay) {
        this.background = background;
        this.fxThread = fxThread;
        this.delay = delay;
    }

    /// Without a clock: what is to happen later never does.
    public FxTasks(Executor background, Executor fxThread) {
        this(background, fxThread, (time, work) -> {});
    }

    /// Results come back on JavaFX's own thread.
    public static FxTasks onFxThread(Executor background) {
        return new FxTasks(
                background,
                Platform::runLater,
                (time, work) ->
                        CompletableFuture.delayedExecutor(
                                        time.toMillis(), TimeUnit.MILLISECONDS, background)
                                .execute(work));
    }

    /// The same with other threads, for work that waits more than it works: the usual threads are
    /// few.
    public FxTasks with(Executor threads) {
        FxTasks other = new FxTasks(threads, fxThread, delay);
        other.onFailure(failure -> onFailure.accept(failure));
        return other;
    }

    /// Told of everything that fails from now on, on the thread where it does.
    public void onFailure(Consumer<Throwable> listener) {
        onFailure = listener;
    }

    /// Runs `work` in the background. One of the two consumers is called when it has ended.
    public <T> void run(Callable<T> work, Consumer<T> done, Consumer<Throwable> failed) {
        background.execute(() -> {
            Runnable ending = ending(work, done, failed);
            fxThread.execute(ending);
        });
    }

    private <T> Runnable ending(Callable<T> work, Consumer<T> done, Consumer<Throwable> failed) {
        try {
            T result = work.call();
            return () -> done.accept(result);
        } catch (Throwable e) { // the root of the work: nobody else ends what waits for it
            log(e);
            onFailure.accept(e);
            return () -> failed.accept(e);
        }
    }

    /// What fails each second in the same way is a warning once.
    private void log(Throwable failure) {
        String kind = failure.toString();
        boolean known = failure instanceof CancellationException || kind.equals(logged);
        logged = kind;
        LOG.log(known ? Level.DEBUG : Level.WARNING, "a task did not end well", failure);
    }

    /// Any thread. Runs `work` on the FX thread as soon as it has time for it.
    public void onScreen(Runnable work) {
        fxThread.execute(work);
    }

    /// Any thread. Runs `work` on the FX thread when so much time has passed.
    public void later(Duration time, Runnable work) {
        delay.after(time, () -> fxThread.execute(work));
    }

    /// FX thread. Runs `work` on it once a `period`, until that is ended. An animation would keep
    /// the FX thread awake sixty times a second for it.
    public Subscription every(Duration period, Runnable work) {
        AtomicBoolean ended = new AtomicBoolean();
        again(period, work, ended);
        return () -> ended.set(true);
    }

    private void again(Duration period, Runnable work, AtomicBoolean ended) {
        later(
                period,
                () -> {
                    if (!ended.get()) {
                        work.run();
                        again(period, work, ended);
                    }
                });
    }

    /// A consumer that may be called from any thread and as often as one likes: `shown` gets the
    /// first value at once, and then the newest one, never two within `period`.
    public <T> Consumer<T> throttled(Duration period, Consumer<T> shown) {
        return new Throttle<>(period, shown);
    }

    private final class Throttle<T> implements Consumer<T> {
        private final Duration period;
        private final Consumer<T> shown;
        private final AtomicReference<@Nullable T> newest = new AtomicReference<>();
        private final AtomicBoolean resting = new AtomicBoolean();

        Throttle(Duration period, Consumer<T> shown) {
            this.period = period;
            this.shown = shown;
        }

        @Override
        public void accept(T value) {
            newest.set(value);
            if (resting.compareAndSet(false, true)) {
                onScreen(this::show);
            }
        }

        private void show() {
            T value = newest.getAndSet(null);
            if (value != null) {
                later(period, this::show);
                shown.accept(value);
                return;
            }
            resting.set(false);
            if (newest.get() != null && resting.compareAndSet(false, true)) {
                show(); // it came between the two
            }
        }
    }

    /// A consumer that may be called from any thread and as often as one likes: `shown` gets the
    /// newest value, and no more often than the FX thread has time for it.
    public <T> Consumer<T> conflated(Consumer<T> shown) {
        AtomicReference<@Nullable T> newest = new AtomicReference<>();
        return value -> {
            if (newest.getAndSet(value) == null) {
                fxThread.execute(() -> {
                    T taken = newest.getAndSet(null);
                    if (taken != null) {
                        shown.accept(taken);
                    }
                });
            }
        };
    }
}
