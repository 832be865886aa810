package plumbline.ui.backtest;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.DoubleConsumer;
import plumbline.engine.backtest.JobControl;

/// A run that is being made: how far it is, and a way to stop it.
///
/// Threads: any thread.
final class RunJob implements JobControl {
    private final AtomicBoolean cancelled = new AtomicBoolean();
    private final DoubleConsumer progress;

    /// @param progress told how far the run is, 0 to 1; called in the thread of the run
    RunJob(DoubleConsumer progress) {
        this.progress = progress;
    }

    void cancel() {
        cancelled.set(true);
    }

    @Override
    public boolean cancelled() {
        return cancelled.get();
    }

    @Override
    public void progress(int done, int total) {
        progress.accept((double) done / total);
    }
}
