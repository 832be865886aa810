package plumbline.storage.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plumbline.engine.market.StorageException;
import plumbline.engine.text.ErrorText;
import plumbline.engine.upkeep.Backup;
import plumbline.engine.upkeep.BackupPlan;
import plumbline.engine.upkeep.Backups;
import plumbline.engine.upkeep.Progress;
import plumbline.storage.h2.H2Database;
import plumbline.storage.h2.OwnerOnly;

/// Copies of the H2 databases of a home, made while they are in use, in the home's folder
/// `backups`. A copy gets its name only after it was unpacked again and every candle in it checked.
public final class H2Backups implements Backups {
    private static final Logger LOG = LoggerFactory.getLogger(H2Backups.class);
    private static final String PREFIX = "plumbline-";
    private static final String SUFFIX = ".backup.zip";
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final Path home;
    private final List<H2Database> databases;
    private final InstantSource clock;

    /// @param databases that are open, each of a file in `home`
    public H2Backups(Path home, List<H2Database> databases, InstantSource clock) {
        this.home = home;
        this.databases = databases;
        this.clock = clock;
    }

    /// Where a home's backups are.
    public static Path folder(Path home) {
        return home.resolve("backups");
    }

    @Override
    public Backup make(BackupPlan plan, Progress progress, BooleanSupplier cancelled) {
        Instant now = clock.instant();
        Path file = folder(home).resolve(PREFIX + STAMP.format(now) + SUFFIX);
        Backup made = make(file, now, progress, cancelled);
        for (Backup surplus : plan.surplus(BackupPlan.until(now, list()))) {
            try {
                Files.delete(surplus.file());
            } catch (IOException e) {
                LOG.warn("an old backup could not be removed: {}", surplus.file(), e);
            }
        }
        return made;
    }

    @Override
    public Backup makeAs(Path file, Progress progress, BooleanSupplier cancelled) {
        if (Files.isDirectory(file)) {
            throw new StorageException(
                    file + " is a folder, and a file is to be written there; name one in it");
        }
        if (Files.exists(file)) {
            throw new StorageException(
                    file + " is there already and stays as it is; name another file");
        }
        return make(file.toAbsolutePath(), clock.instant(), progress, cancelled);
    }

    private Backup make(Path file, Instant now, Progress progress, BooleanSupplier cancelled) {
        try {
            OwnerOnly.folder(folder(home));
            Path work = Files.createTempDirectory(folder(home), ".making-");
            try {
                return make(file, now, work, progress, cancelled);
            } finally {
                remove(work);
            }
        } catch (IOException e) {
            throw new StorageException(
                    "cannot make the backup "
                            + file
                            + ": "
                            + ErrorText.of(e)
                            + "; every older one"
                            + " is still there",
                    e);
        }
    }

    private Backup make(
            Path file, Instant now, Path work, Progress progress, BooleanSupplier cancelled)
            throws IOException {
        for (H2Database database : databases) {
            progress.at("copying " + database.file().getFileName(), 0, 0);
            stop(cancelled);
            copy(database, work);
        }
        String manifest = new CopyCheck(progress, cancelled).manifest(work, file);
        progress.at("packing", 0, 0);
        Path packed = work.resolve("packed.zip");
        BackupFile.pack(work, manifest, packed);
        stop(cancelled);
        progress.at("restoring it once to be sure", 0, 0);
        prove(packed, manifest, work, cancelled);
        place(packed, file);
        progress.at("done", 1, 1);
        return new Backup(file, now, Files.size(file));
    }

    /// Whole or not at all, on another disk too.
    private static void place(Path packed, Path file) throws IOException {
        Path folder = file.getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Path aside = file.resolveSibling("." + file.getFileName() + ".part");
        try {
            Files.move(packed, aside, StandardCopyOption.REPLACE_EXISTING);
            Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(aside);
        }
    }

    private static void stop(BooleanSupplier cancelled) {
        if (cancelled.getAsBoolean()) {
            throw new CancellationException("the backup was cancelled; every older one is there");
        }
    }

    /// A copy of one database as it is at this moment, in `work`.
    private static void copy(H2Database database, Path work) throws IOException {
        Path zip = work.resolve(database.file().getFileName() + ".zip");
        database.copyTo(zip);
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
            for (ZipEntry next = in.getNextEntry(); next != null; next = in.getNextEntry()) {
                String name = Path.of(next.getName()).getFileName().toString();
                if (BackupFile.DATABASES.contains(name)) {
                    Files.copy(in, work.resolve(name));
                }
            }
        }
        Files.delete(zip);
        database.unlock(work.resolve(database.file().getFileName()));
    }

    /// Restores the packed copy into a folder beside it and compares.
    private static void prove(Path packed, String manifest, Path work, BooleanSupplier cancelled)
            throws IOException {
        Path again = Files.createDirectory(work.resolve("again"));
        String stored = BackupFile.unpack(packed, again);
        String found = new CopyCheck((_, _, _) -> {}, cancelled).manifest(again, packed);
        if (!stored.equals(manifest) || !found.equals(manifest)) {
            throw new StorageException(
                    "the backup holds something else than what was copied: the disk may be"
                            + " failing; it was not kept, every older one is still there");
        }
    }

    @Override
    public List<Backup> list() {
        return list(home);
    }

    @Override
    public List<Path> unreadable() {
        return named(home).stream()
                .map(Backup::file)
                .filter(file -> !BackupFile.isWhole(file))
                .sorted()
                .toList();
    }

    /// The backups of a home that can be read, newest first.
    public static List<Backup> list(Path home) {
        return named(home).stream().filter(b -> BackupFile.isReadable(b.file())).toList();
    }

    /// What is named like a backup, newest first.
    private static List<Backup> named(Path home) {
        if (!Files.isDirectory(folder(home))) {
            return List.of();
        }
        List<Backup> all = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder(home))) {
            for (Path file : files.toList()) {
                Optional<Instant> made = madeAt(file);
                if (made.isPresent()) {
                    all.add(new Backup(file, made.get(), Files.size(file)));
                }
            }
        } catch (IOException e) {
            throw new StorageException(
                    "cannot look into " + folder(home) + ": " + ErrorText.of(e), e);
        }
        all.sort(Comparator.comparing(Backup::madeAt).reversed());
        return all;
    }

    private static Optional<Instant> madeAt(Path file) {
        String name = file.getFileName().toString();
        if (!name.startsWith(PREFIX) || !name.endsWith(SUFFIX)) {
            return Optional.empty();
        }
        String stamp = name.substring(PREFIX.length(), name.length() - SUFFIX.length());
        try {
            return Optional.of(STAMP.parse(stamp, Instant::from));
        } catch (DateTimeParseException e) {
            return Optional.empty(); // somebody else's file
        }
    }

    /// Removes a folder of ours with all that is in it.
    static void remove(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(one);
            }
        }
    }
}
