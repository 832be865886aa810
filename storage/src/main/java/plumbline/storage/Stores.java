package plumbline.storage;

import java.nio.file.Path;
import plumbline.engine.backtest.RunRepository;
import plumbline.engine.market.CandleRepository;
import plumbline.engine.market.StorageException;
import plumbline.storage.h2.H2CandleRepository;
import plumbline.storage.h2.H2Database;
import plumbline.storage.h2.H2RunRepository;
import plumbline.storage.migration.Schema;

/// The stores of one home folder, open until they are closed. Several programs may have the same
/// home open at once.
///
/// Threads: any thread but the FX thread; the calls block. A caller may be interrupted: the call
/// still ends as it would have, and the caller's interrupt is there when it returns.
public final class Stores implements AutoCloseable {
    private final H2Database database;
    private final CandleRepository candles;
    private final RunRepository runs;

    private Stores(H2Database database) {
        this.database = database;
        this.candles = new H2CandleRepository(database);
        this.runs = new H2RunRepository(database);
    }

    /// Opens the stores of a home folder; makes the folder and the database if there are none.
    ///
    /// @throws StorageException if the folder cannot be used or the database not be opened, is
    ///   damaged or of a newer version; what is in the folder is as it was
    public static Stores open(Path home) {
        H2Database database = H2Database.open(HomeFolder.prepare(home));
        try {
            Schema.bringUpToDate(database);
            return new Stores(database);
        } catch (StorageException e) {
            database.close();
            throw e;
        }
    }

    public CandleRepository candles() {
        return candles;
    }

    public RunRepository runs() {
        return runs;
    }

    /// Finishes what was begun and closes. Another program that has the same home open goes on.
    /// Closing again does nothing.
    @Override
    public void close() {
        database.close();
    }
}
