package plumbline.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import plumbline.engine.market.StorageException;
import plumbline.engine.text.ErrorText;
import plumbline.engine.upkeep.AuditLog;
import plumbline.engine.upkeep.Progress;
import plumbline.storage.backup.Restore;
import plumbline.storage.h2.H2Database;
import plumbline.storage.h2.StartupLock;

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
        Restore.Restored done;
        try (H2Database market = H2Database.market(home);
                StartupLock _ = market.turn()) {
            requireUnused(market.file());
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
        }
        progress.at("opening what was restored", 0, 0);
        try (Stores stores = Stores.open(home, clock)) {
            List<AuditLog.Entry> since = stores.audit().after(done.auditEntries());
            String place = done.movedTo().map(Path::toString).orElse(market().toString());
            stores.audit().add("restore", place, "from " + done.backup());
            return new Restored(done.backup(), done.movedTo(), since);
        }
    }

    private Path market() {
        return home.resolve("market.mv.db");
    }

    /// Whoever has the database open holds a lock on its file.
    private void requireUnused(Path file) {
        if (!Files.exists(file)) {
            return;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            if (lock == null) {
                throw isOpen();
            }
        } catch (OverlappingFileLockException e) {
            throw isOpen(); // by this very program
        } catch (IOException e) {
            throw new StorageException(
                    "cannot restore: " + file + ": " + ErrorText.of(e) + "; nothing was changed",
                    e);
        }
    }

    private StorageException isOpen() {
        return new StorageException(
                "cannot restore: another program has "
                        + home
                        + " open, the window perhaps; close it and do it again; nothing was"
                        + " changed");
    }
}
