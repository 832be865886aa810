package plumbline.engine.backtest;

import java.util.function.BooleanSupplier;

/// How a long calculation tells how far it is and learns that nobody waits for it any more.
///
/// Threads: called on the thread that calculates, every few thousand candles.
public interface JobControl {
    /// Never cancelled, tells nobody.
    JobControl NONE = cancelledBy(() -> false);

    boolean cancelled();

    /// @param done candles so far
    /// @param total candles in all
    default void progress(int done, int total) {}

    /// Cancelled once `cancelled` says so; tells nobody.
    static JobControl cancelledBy(BooleanSupplier cancelled) {
        return cancelled::getAsBoolean;
    }
}
