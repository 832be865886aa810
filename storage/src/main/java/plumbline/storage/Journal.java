package plumbline.storage;

import java.nio.file.Path;
import plumbline.engine.market.StorageException;
import plumbline.engine.upkeep.AuditLog;
import plumbline.storage.h2.H2Database;
import plumbline.storage.journal.SqlAuditLog;
import plumbline.storage.migration.Schema;

/// The journal of a home alone: for what has to be noted although the candles may be on a server
/// that does not answer, or in a database that does not open. Other programs may have the home
/// open.
///
/// Threads: any thread but the FX thread; the calls block.
public final class Journal implements AutoCloseable {
    private final H2Database database;
    private final AuditLog audit;

    private Journal(H2Database database) {
        this.database = database;
        this.audit = new SqlAuditLog(database);
    }

    /// Opens the journal of a home; makes the folder and the journal if there are none.
    ///
    /// @throws StorageException if the folder cannot be used or the journal not be opened; nothing
    ///   was changed then
    public static Journal open(Path home) {
        return new Journal(
                Stores.opened(H2Database.journal(HomeFolder.prepare(home)), Schema.JOURNAL));
    }

    /// Who changed what.
    public AuditLog audit() {
        return audit;
    }

    @Override
    public void close() {
        database.close();
    }
}
