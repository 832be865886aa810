package plumbline.app;

import java.nio.file.Path;
import java.util.function.Function;
import plumbline.engine.market.StorageException;
import plumbline.engine.text.ErrorText;
import plumbline.storage.Stores;
import plumbline.storage.WrongPlaceException;

/// Opens the store that settings name. The one place that knows which kinds there are.
final class StoreOpening {
    private StoreOpening() {}

    /// A place that cannot be used is told with the option that names it.
    ///
    /// @param inFolder opens the store of a home folder
    /// @throws StorageException if it cannot be opened
    static Stores open(Home home, Function<Path, Stores> inFolder) {
        try {
            return home.store().isHome()
                    ? inFolder.apply(home.folder())
                    : Stores.open(home.folder(), home.store().server());
        } catch (WrongPlaceException e) {
            String option = e.isServer() || home.store().isHome() ? home.namedBy() : Home.USUAL;
            throw new StorageException(ErrorText.of(e) + " (" + option + ")", e);
        }
    }
}
