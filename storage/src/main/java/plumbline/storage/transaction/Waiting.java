package plumbline.storage.transaction;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/// Waits to the end: what was begun on a store is not left half done.
public final class Waiting {
    private Waiting() {}

    /// What `pending` gives or throws, interrupted or not; an interrupt that came meanwhile is
    /// there again afterwards.
    public static <T> T result(Future<T> pending) {
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
}
