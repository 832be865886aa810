package plumbline.ui.job;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import plumbline.ui.fx.FxTasks;

/// A screen whose steps are taken by hand, and a clock that goes on only when told to.
final class TestBench {
    private final BlockingQueue<Runnable> onScreen = new LinkedBlockingQueue<>();
    private final List<Later> later = new ArrayList<>();
    private long now = 1_000;

    private record Later(long atMs, Runnable work) {}

    FxTasks tasks() {
        return new FxTasks(Thread::startVirtualThread, onScreen::add, this::delay);
    }

    InstantSource clock() {
        return () -> Instant.ofEpochMilli(now);
    }

    private synchronized void delay(Duration time, Runnable work) {
        later.add(new Later(now + time.toMillis(), work));
    }

    /// Waits for the next step on the screen and takes it.
    void step() throws InterruptedException {
        Runnable next = onScreen.poll(5, TimeUnit.SECONDS);
        Objects.requireNonNull(next, "nothing came back to the screen").run();
    }

    /// Takes the steps that are there.
    int settle() {
        int steps = 0;
        for (Runnable next = onScreen.poll(); next != null; next = onScreen.poll()) {
            next.run();
            steps++;
        }
        return steps;
    }

    /// Lets time pass, with all that was to happen in it.
    void pass(long millis) {
        long end = now + millis;
        Later next = due(end);
        while (next != null) {
            now = Math.max(now, next.atMs());
            next.work().run();
            settle();
            next = due(end);
        }
        now = end;
        settle();
    }

    private synchronized @Nullable Later due(long end) {
        Later next =
                later.stream()
                        .filter(l -> l.atMs() <= end)
                        .min(Comparator.comparingLong(Later::atMs))
                        .orElse(null);
        later.remove(next);
        return next;
    }
}
