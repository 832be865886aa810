package plumbline.storage.backup;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import plumbline.engine.market.StorageException;
import plumbline.engine.text.ErrorText;
import plumbline.storage.h2.OwnerOnly;

/// The file of a backup: a zip of the database files and of `manifest.txt`, which lists what the
/// candles of each series add up to.
final class BackupFile {
    static final String MANIFEST = "manifest.txt";
    static final String AUDIT_LOG = "audit log ";
    static final List<String> DATABASES = List.of("market.mv.db", "journal.mv.db");
    // nothing in a database of ours is near this
    private static final long LARGEST_MANIFEST = 64L << 20;

    private BackupFile() {}

    /// Packs the databases in `folder`.
    static void pack(Path folder, String manifest, Path file) throws IOException {
        Files.createFile(file, OwnerOnly.file()); // what is in it opens without a password
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            // candles are packed already
            zip.setLevel(Deflater.BEST_SPEED);
            zip.putNextEntry(new ZipEntry(MANIFEST));
            zip.write(manifest.getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
            for (String name : DATABASES) {
                if (Files.exists(folder.resolve(name))) {
                    zip.putNextEntry(new ZipEntry(name));
                    Files.copy(folder.resolve(name), zip);
                    zip.closeEntry();
                }
            }
        }
    }

    /// Whether a file is whole as far as its list of contents tells, which stands at its end, and
    /// has what a backup has. Quick: nothing is unpacked.
    static boolean isReadable(Path file) {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return zip.getEntry(MANIFEST) != null && zip.getEntry(DATABASES.getFirst()) != null;
        } catch (IOException e) { // cut off, or no zip
            return false;
        }
    }

    /// Whether all of it can be unpacked; reads the whole file.
    static boolean isWhole(Path file) {
        if (!isReadable(file)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(file);
                ZipInputStream zip = new ZipInputStream(in)) {
            while (zip.getNextEntry() != null) {
                zip.closeEntry(); // reads to its end and compares its checksum
            }
            return true;
        } catch (IOException e) { // damaged
            return false;
        }
    }

    /// Unpacks a backup into an empty folder.
    ///
    /// @return its manifest
    /// @throws StorageException if it is no backup, or damaged
    static String unpack(Path file, Path folder) {
        List<String> found = new ArrayList<>();
        String manifest = "";
        try (InputStream in = Files.newInputStream(file);
                ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry next = zip.getNextEntry(); next != null; next = zip.getNextEntry()) {
                if (next.getName().equals(MANIFEST)) {
                    byte[] bytes = zip.readNBytes((int) LARGEST_MANIFEST);
                    manifest = new String(bytes, StandardCharsets.UTF_8);
                } else if (DATABASES.contains(next.getName())) {
                    Files.copy(zip, folder.resolve(next.getName()));
                    found.add(next.getName());
                }
                // reading to the end of an entry compares its checksum
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new StorageException(
                    file + " cannot be read as a backup: " + ErrorText.of(e) + "; use another", e);
        }
        if (!found.contains(DATABASES.getFirst()) || manifest.isEmpty()) {
            throw new StorageException(
                    file + " is no backup of Plumbline: it lacks " + missing(found, manifest));
        }
        return manifest;
    }

    /// How many entries the audit log in a backup has; 0 if there is none in it.
    static long auditEntries(String manifest) {
        return manifest.lines()
                .filter(line -> line.startsWith(AUDIT_LOG))
                .mapToLong(line -> Long.parseLong(line.substring(AUDIT_LOG.length())))
                .findFirst()
                .orElse(0);
    }

    private static String missing(List<String> found, String manifest) {
        return found.contains(DATABASES.getFirst()) || !manifest.isEmpty()
                ? manifest.isEmpty() ? MANIFEST : DATABASES.getFirst()
                : MANIFEST + " and " + DATABASES.getFirst();
    }
}
