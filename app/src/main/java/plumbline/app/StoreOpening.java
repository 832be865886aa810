package plumbline.app;

import java.time.InstantSource;
import plumbline.storage.Stores;

/// Opens the store that settings name. The one place that knows which kinds there are.
final class StoreOpening {
    private StoreOpening() {}

    /// @throws plumbline.engine.market.StorageException if it cannot be opened
    static Stores open(Home home, InstantSource clock) {
        return home.store().isHome()
                ? Stores.open(home.folder(), clock)
                : Stores.open(home.folder(), home.store().server());
    }

    /// The same for those who only look.
    static Stores look(Home home, InstantSource clock) {
        return home.store().isHome()
                ? Stores.look(home.folder(), clock)
                : Stores.open(home.folder(), home.store().server());
    }
}
