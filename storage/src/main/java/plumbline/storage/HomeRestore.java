package plumbline.storage;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import plumbline.engine.market.StorageException;
import plumbline.engine.text.ErrorText;
import plumbline.engine.upkeep.AuditLog;
import plumbline.engine.upkeep.Progress;
import plumbline.storage.backup.Restore;
import plumbline.storage.h2.H2Database;
import plumbline.storage.migration.Schema;

/// Restores a backup into a home folder that nobody has open.
final class HomeRestore {
    private final Path home;
    private final InstantSource clock;

    HomeRestore(Path home, InstantSource clock) {
        this.home = HomeFolder.prepare(home);
        this.clock = clock;
    }

    /// @param backup `null` for the newest of the home that can be restored
    Restored restore(@Nullable Path backup, Progress progress) {
        requireJournal();
        Restore.Restored done;
        try (Closeable _ = H2Database.reserveMarket(home).orElseThrow(this::isOpen)) {
            Restore restore = new Restore(home, clock);
            done =
                    backup != null
                            ? restore.from(backup, progress)
                            : restore.newest(progress)
                                    .orElseThrow(() ->
                                            new StorageException(
                                                    "there is no backup in "
                                                            + home.resolve("backups")
                                                            + "; name a file"));
        } catch (IOException e) {
            throw new StorageException("cannot restore: " + ErrorText.of(e), e);
        }
        progress.at("opening what was restored", 0, 0);
        try (Stores stores = Stores.open(home, clock)) {
            List<AuditLog.Entry> since = stores.audit().after(done.auditEntries());
            String place = done.movedTo().map(Path::toString).orElse(market().toString());
            stores.audit().add("restore", place, "from " + done.backup());
            return new Restored(done.backup(), done.movedTo(), since);
        }
    }

    /// A journal that does not open is found before anything is moved.
    private void requireJournal() {
        try (H2Database journal = H2Database.journal(home)) {
            Schema.JOURNAL.bringUpToDate(journal);
        }
    }

    private Path market() {
        return home.resolve("market.mv.db");
    }

    private StorageException isOpen() {
        return new StorageException(
                "cannot restore: another program has "
                        + home
                        + " open, the window perhaps; close it and do it again; nothing was"
                        + " changed");
    }
}
