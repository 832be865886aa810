package plumbline.storage;

import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;

/// Stores with the machine's clock.
public final class TestStores {
    public static final InstantSource CLOCK = Clock.systemUTC();

    private TestStores() {}

    public static Stores open(Path home) {
        return Stores.open(home, CLOCK);
    }
}
