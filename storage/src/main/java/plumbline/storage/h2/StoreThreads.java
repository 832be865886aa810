package plumbline.storage.h2;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
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
final class StoreThreads {
    private final ThreadPoolExecutor executor;

    /// @param name of the threads, which are numbered if there are several
    StoreThreads(String name, int count) {
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
    <T> T call(Callable<T> work) {
        Future<T> pending;
        try {
            pending = executor.submit(work);
        } catch (RejectedExecutionException e) {
            throw new StorageException("the store is closed", e);
        }
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return pending.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } catch (ExecutionException e) {
            throw unchecked(e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static RuntimeException unchecked(ExecutionException failure) {
        return switch (failure.getCause()) {
            case RuntimeException cause -> cause;
            case Error cause -> throw cause;
            case null, default -> new IllegalStateException(failure);
        };
    }

    /// Finishes what was handed over, takes nothing more, and waits for the threads to end.
    void end() {
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
