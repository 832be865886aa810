package plumbline.storage.h2;

import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.FutureTask;
import plumbline.storage.transaction.Waiting;

/// Work without a database that is done once: by a thread that has nothing else to do, or by the
/// one that needs its result, whichever comes first. So it gets done where there is one processor
/// too, and nobody waits for what nobody has begun.
///
/// Threads: any.
final class SharedWork<T> {
    private final FutureTask<T> task;

    /// @param work throws nothing that is checked
    SharedWork(Callable<T> work) {
        task = new FutureTask<>(work);
    }

    /// Lets another thread do it.
    void offer() {
        ForkJoinPool.commonPool().execute(task);
    }

    /// The result, or what the work has thrown.
    T get() {
        task.run(); // nothing, if it was begun
        return Waiting.result(task);
    }
}
