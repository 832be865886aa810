package plumbline.ui.data;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import plumbline.engine.market.CandleRepository;
import plumbline.engine.market.IssueRepository;
import plumbline.engine.upkeep.AuditLog;
import plumbline.engine.upkeep.BackupDuty;
import plumbline.engine.upkeep.DataCheck;
import plumbline.engine.upkeep.StoreFacts;

/// What the data page needs of the rest.
///
/// @param backups empty if the store is a server, whose administrator makes them
/// @param backupFolder where they are, as people read it
/// @param facts reads what the store is; blocks
/// @param note what happened to the store while the home folder was opened
/// @param restore closes the home folder, puts a backup in the place of the database and opens the
///   window anew; called on the FX thread
public record DataServices(
        CandleRepository candles,
        IssueRepository issues,
        AuditLog audit,
        Optional<BackupDuty> backups,
        String backupFolder,
        Callable<StoreFacts> facts,
        StoreNote note,
        Consumer<Path> restore,
        InstantSource clock) {

    /// The check of what is stored.
    DataCheck check() {
        return new DataCheck(candles, issues, audit);
    }
}
