package plumbline.engine.exchange.http;

import java.time.InstantSource;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import plumbline.engine.exchange.resilience.Pause;

/// Time and chance, as calls to a venue see them; tests pass their own.
///
/// @param clock of this machine
/// @param pause how to wait
/// @param chance from 0 to 1, where in its bounds a pause is
public record Timing(InstantSource clock, Pause pause, DoubleSupplier chance) {
    /// Those of the world.
    public static Timing real(InstantSource clock) {
        return new Timing(clock, Pause.REAL, () -> ThreadLocalRandom.current().nextDouble());
    }
}
