package plumbline.storage;

import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import plumbline.engine.contract.OpenStore;

/// Stores with the machine's clock.
public final class TestStores {
    public static final InstantSource CLOCK = Clock.systemUTC();

    private TestStores() {}

    public static Stores open(Path home) {
        return Stores.open(home, CLOCK);
    }

    /// What the contracts of the engine are held against.
    public static OpenStore ports(Stores stores) {
        return new OpenStore(stores.candles(), stores.issues(), stores.runs(), stores::close);
    }
}
