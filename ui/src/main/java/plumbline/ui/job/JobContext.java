package plumbline.ui.job;

import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import plumbline.engine.upkeep.Progress;

/// What a work has to do with its job: it tells its progress and writes lines, as often as it
/// likes, and asks whether to stop.
///
/// Threads: those of the work.
public final class JobContext {
    private final InstantSource clock;
    private final Runnable signal;
    private final AtomicBoolean stop = new AtomicBoolean();
    private final Deque<JobLine> lines = new ArrayDeque<>();
    private volatile @Nullable Step step;
    private @Nullable Runnable whenStopped;

    /// How far the work is.
    record Step(String doing, long done, long all) {}

    /// @param signal called after each change
    JobContext(InstantSource clock, Runnable signal) {
        this.clock = clock;
        this.signal = signal;
    }

    /// Where progress is told.
    public Progress progress() {
        return (doing, done, all) -> {
            step = new Step(doing, done, all);
            signal.run();
        };
    }

    /// Whether to stop; to be asked often enough to answer within a fifth of a second.
    public BooleanSupplier cancelled() {
        return stop::get;
    }

    /// Stops here if it was told to.
    ///
    /// @throws CancellationException then, with `outcome` as what came of it
    public void stopIfCancelled(String outcome) {
        if (stop.get()) {
            throw new CancellationException(outcome);
        }
    }

    /// Adds a line to the job's log.
    public void log(String line) {
        JobLine added = new JobLine(clock.millis(), line);
        synchronized (lines) {
            lines.add(added);
            if (lines.size() > Job.MOST_LINES) {
                lines.removeFirst();
            }
        }
        signal.run();
    }

    /// What stops a work that cannot ask for it: called when it is told to stop, at once if it was.
    public void onStop(Runnable stopping) {
        synchronized (stop) {
            whenStopped = stopping;
            if (stop.get()) {
                stopping.run();
            }
        }
    }

    void stop() {
        synchronized (stop) {
            stop.set(true);
            if (whenStopped != null) {
                whenStopped.run();
            }
        }
    }

    @Nullable Step step() {
        return step;
    }

    List<JobLine> takeLines() {
        synchronized (lines) {
            List<JobLine> taken = new ArrayList<>(lines);
            lines.clear();
            return taken;
        }
    }
}
