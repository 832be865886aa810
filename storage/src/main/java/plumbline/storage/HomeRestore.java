package plumbline.storage;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plumbline.engine.market.StorageException;
import plumbline.engine.text.ErrorText;
import plumbline.engine.upkeep.AuditLog;
import plumbline.engine.upkeep.Progress;
import plumbline.storage.backup.Restore;
import plumbline.storage.h2.DamagedStoreException;
import plumbline.storage.h2.H2Database;
import plumbline.storage.h2.WrongKeyException;
import plumbline.storage.migration.Schema;

/// Restores a backup into a home folder that nobody has open.
final class HomeRestore {
    private static final Logger LOG = LoggerFactory.getLogger(HomeRestore.class);

    private final Path home;
    private final InstantSource clock;

    HomeRestore(Path home, InstantSource clock) {
        this.home = HomeFolder.prepare(home);
        this.clock = clock;
    }

    /// @param backup `null` for the newest of the home that can be restored
    Restored restore(@Nullable Path backup, Progress progress) {
        boolean journalOpens = journalOpens();
        Restore.Restored done;
        try (Closeable _ = H2Database.reserveMarket(home).orElseThrow(this::isOpen)) {
            Restore restore = new Restore(home, clock);
            if (!journalOpens) {
                restore.withJournal();
            }
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
            List<AuditLog.Entry> since = since(stores.audit(), done.auditEntries());
            String place = done.movedTo().map(Path::toString).orElse(market().toString());
            stores.audit().add("restore", place, "from " + done.backup());
            return new Restored(
                    done.backup(), done.movedTo(), !journalOpens, done.passedOver(), since);
        }
    }

    /// What was done since a backup was made, but for the making of backups.
    static List<AuditLog.Entry> since(AuditLog audit, long entries) {
        return audit.after(entries).stream().filter(e -> !e.action().equals("backup")).toList();
    }

    /// Whether the journal opens, which is found before anything is moved; anything else than
    /// damage or a lost key is thrown on.
    private boolean journalOpens() {
        try (H2Database journal = H2Database.journal(home)) {
            Schema.JOURNAL.bringUpToDate(journal);
            return true;
        } catch (DamagedStoreException | WrongKeyException e) {
            LOG.warn("the journal does not open; that of the backup takes its place", e);
            return false;
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
