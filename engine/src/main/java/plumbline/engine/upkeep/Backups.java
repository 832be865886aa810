package plumbline.engine.upkeep;

import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;

/// Port: copies to fall back on. Made while the store is in use.
///
/// Threads: any thread but the FX thread; the calls block.
///
/// Errors: [plumbline.engine.market.StorageException]; a copy that could not be finished or did not
/// pass its check leaves nothing behind, and every older one is still there.
public interface Backups {
    /// Makes a copy, restores and checks it, and then removes older ones as the plan says.
    ///
    /// @throws java.util.concurrent.CancellationException if `cancelled` says so
    Backup make(BackupPlan plan, Progress progress, BooleanSupplier cancelled);

    /// Makes a copy in a file of the user's choice, restores and checks it. It is never removed.
    Backup makeAs(Path file, Progress progress, BooleanSupplier cancelled);

    /// The copies that count, newest first: those that can be read.
    List<Backup> list();

    /// Files that are named like copies and cannot be read as such. They are left alone.
    default List<Path> unreadable() {
        return List.of();
    }
}
