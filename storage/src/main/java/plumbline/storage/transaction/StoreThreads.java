package plumbline.storage.transaction;

import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import plumbline.engine.market.StorageException;

/// A fixed number of named threads that nobody can interrupt while they work: whoever hands them
/// work waits for it, and an interrupt reaches only the one who waits.
///
/// Threads: any thread but these threads themselves.
public final class StoreThreads {
    private final ThreadPoolExecutor executor;

    /// @param name of the threads, which are numbered if there are several
    public StoreThreads(String name, int count) {
        AtomicInteger made = new AtomicInteger();
        executor =
                new ThreadPoolExecutor(
                        count,
                        count,
                        0,
                        TimeUnit.SECONDS,
                        new LinkedBlockingQueue<>(),
                        work ->
                                Thread.ofPlatform()
                                        .daemon()
                                        .name(
                                                count == 1
                                                        ? name
                                                        : name + "-" + made.incrementAndGet())
                                        .unstarted(work));
    }

    /// Has `work` done and waits until it is, interrupted or not; an interrupt that came meanwhile
    /// is there again afterwards.
    ///
    /// @throws StorageException if these threads have been told to end
    public <T> T call(Callable<T> work) {
        try {
            return Waiting.result(executor.submit(work));
        } catch (RejectedExecutionException e) {
            throw new StorageException("the store is closed", e);
        }
    }

    /// Finishes what was handed over, takes nothing more, and waits for the threads to end.
    public void end() {
        executor.shutdown();
        boolean interrupted = false;
        boolean ended = false;
        while (!ended) {
            try {
                ended = executor.awaitTermination(1, TimeUnit.MINUTES);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
