package plumbline.engine.exchange.resilience;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;

/// How a thread that has to wait lets time pass. A test passes one that moves its clock instead, so
/// that a ban of hours takes milliseconds.
@FunctionalInterface
public interface Pause {
    /// As long as it says, by the clock on the wall.
    Pause REAL = (signal, ms) -> signal.await(ms, TimeUnit.MILLISECONDS);

    /// Returns after a time, or when the signal is given, or for no reason: whoever waits looks
    /// again. The lock of the signal is held by the caller.
    ///
    /// @throws InterruptedException if the thread is interrupted meanwhile
    void await(Condition signal, long ms) throws InterruptedException;
}
