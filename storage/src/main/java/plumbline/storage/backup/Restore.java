package plumbline.storage.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import plumbline.engine.market.StorageException;
import plumbline.engine.text.ErrorText;
import plumbline.engine.upkeep.Backup;
import plumbline.engine.upkeep.BackupPlan;
import plumbline.engine.upkeep.Progress;
import plumbline.storage.h2.OwnerOnly;

/// Puts the database of a backup in the place of the present one, which is moved aside and never
/// deleted. The home must not be open.
public final class Restore {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS'Z'").withZone(ZoneOffset.UTC);

    private static final String DATABASE = ".mv.db";
    private static final List<String> COMPANIONS = List.of(".sums", ".written", ".trace.db");

    private final Path home;
    private final InstantSource clock;
    private final List<String> passedOver = new ArrayList<>();
    private boolean journalToo;

    /// @param home an existing folder
    public Restore(Path home, InstantSource clock) {
        this.home = home;
        this.clock = clock;
    }

    /// What a restore did.
    ///
    /// @param movedTo where the database that was there is now, if there was one
    /// @param auditEntries how many entries the audit log had when the backup was made
    /// @param passedOver newer ones that could not be used, and why
    public record Restored(
            Path backup, Optional<Path> movedTo, long auditEntries, List<String> passedOver) {}

    /// The journal does not open: the one of the backup takes its place too.
    public Restore withJournal() {
        journalToo = true;
        return this;
    }

    /// Unpacks and checks a backup, and only then takes it. The journal stays as it is unless there
    /// is none or it does not open: what was done since the backup was done.
    ///
    /// @throws StorageException if the backup cannot be used; nothing was changed then
    public Restored from(Path backup, Progress progress) {
        try {
            Path work = Files.createTempDirectory(home, ".restoring-");
            try {
                progress.at("unpacking " + backup.getFileName(), 0, 0);
                String manifest = BackupFile.unpack(backup, work);
                String found = new CopyCheck(progress, () -> false).manifest(work, backup);
                if (!found.equals(manifest)) {
                    throw new StorageException(
                            backup + " holds something else than its manifest says; use another");
                }
                return new Restored(
                        backup, take(work), BackupFile.auditEntries(manifest), passedOver);
            } finally {
                H2Backups.remove(work);
            }
        } catch (IOException e) {
            throw new StorageException(
                    "cannot restore " + backup + ": " + ErrorText.of(e) + "; nothing was changed",
                    e);
        }
    }

    /// The newest backup of the home that can be restored takes the place of the database.
    ///
    /// @return empty if there is none; nothing was changed then
    public Optional<Restored> newest(Progress progress) {
        StorageException last = null;
        for (Backup backup : candidates()) {
            try {
                return Optional.of(from(backup.file(), progress));
            } catch (StorageException e) {
                if (last != null) {
                    e.addSuppressed(last);
                }
                last = e;
                passedOver.add(ErrorText.of(e));
            }
        }
        if (last != null) {
            throw last;
        }
        return Optional.empty();
    }

    /// Newest first; those that a wrong clock dated later than now come last.
    private List<Backup> candidates() {
        List<Backup> all = H2Backups.list(home);
        List<Backup> usual = BackupPlan.until(clock.instant(), all);
        List<Backup> candidates = new ArrayList<>(usual);
        all.stream().filter(b -> !usual.contains(b)).forEach(candidates::add);
        return candidates;
    }

    private Optional<Path> take(Path work) throws IOException {
        String market = BackupFile.DATABASES.getFirst();
        String journal = BackupFile.DATABASES.get(1);
        Optional<Path> movedTo = Optional.empty();
        Path aside = home.resolve("aside").resolve(STAMP.format(clock.instant()));
        for (int i = 2; Files.exists(aside); i++) {
            aside = home.resolve("aside").resolve(STAMP.format(clock.instant()) + "-" + i);
        }
        if (Files.exists(home.resolve(market))) {
            movedTo = Optional.of(moveAside("market", aside));
        } else {
            forget("market");
        }
        if (journalToo && Files.exists(home.resolve(journal))) {
            moveAside("journal", aside);
        } else if (journalToo) {
            forget("journal");
        }
        Files.move(work.resolve(market), home.resolve(market));
        if (Files.exists(work.resolve(journal)) && !Files.exists(home.resolve(journal))) {
            Files.move(work.resolve(journal), home.resolve(journal));
        }
        return movedTo;
    }

    /// @param name of the database, without ending
    private Path moveAside(String name, Path folder) throws IOException {
        OwnerOnly.folder(home.resolve("aside"));
        Files.createDirectories(folder);
        Path target = folder.resolve(name + DATABASE);
        Files.move(home.resolve(name + DATABASE), target);
        // they belong to the file that is gone
        for (String companion : COMPANIONS) {
            if (Files.exists(home.resolve(name + companion))) {
                Files.move(home.resolve(name + companion), folder.resolve(name + companion));
            }
        }
        return target;
    }

    /// Removes what is noted of a file that is gone.
    private void forget(String name) throws IOException {
        for (String companion : COMPANIONS) {
            Files.deleteIfExists(home.resolve(name + companion));
        }
    }
}
