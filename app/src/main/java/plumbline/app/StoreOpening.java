package plumbline.app;

import java.time.InstantSource;
import java.util.function.Supplier;
import plumbline.engine.market.StorageException;
import plumbline.engine.text.ErrorText;
import plumbline.storage.Stores;
import plumbline.storage.WrongPlaceException;

/// Opens the store that settings name. The one place that knows which kinds there are.
final class StoreOpening {
    private StoreOpening() {}

    /// @throws plumbline.engine.market.StorageException if it cannot be opened
    static Stores open(Home home, InstantSource clock) {
        return named(
                home,
                () ->
                        home.store().isHome()
                                ? Stores.open(home.folder(), clock)
                                : Stores.open(home.folder(), home.store().server()));
    }

    /// The same for those who restore nothing.
    static Stores openAsItIs(Home home, InstantSource clock) {
        return named(
                home,
                () ->
                        home.store().isHome()
                                ? Stores.openAsItIs(home.folder(), clock)
                                : Stores.open(home.folder(), home.store().server()));
    }

    /// The same for those who only look.
    static Stores look(Home home, InstantSource clock) {
        return named(
                home,
                () ->
                        home.store().isHome()
                                ? Stores.look(home.folder(), clock)
                                : Stores.open(home.folder(), home.store().server()));
    }

    /// A place that cannot be used is told with the option that names it.
    private static Stores named(Home home, Supplier<Stores> opening) {
        try {
            return opening.get();
        } catch (WrongPlaceException e) {
            String option = e.isServer() || home.store().isHome() ? home.namedBy() : Home.USUAL;
            throw new StorageException(ErrorText.of(e) + " (" + option + ")", e);
        }
    }
}
