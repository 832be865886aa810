package plumbline.storage.h2;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import plumbline.engine.io.FileOwner;

/// Rights of files that are nobody else's business: their owner reads and writes them, others
/// nothing. Where there are no such rights (Windows) files are as the folder of the user has them.
///
/// Threads: any.
public final class OwnerOnly {
    private static final Set<PosixFilePermission> FOLDER =
            PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> FILE =
            PosixFilePermissions.fromString("rw-------");

    private OwnerOnly() {}

    /// With what a file is made so that it never was open to others.
    public static FileAttribute<?>[] file() {
        return attributes(FILE);
    }

    /// Makes a folder that only its owner can enter, or takes the rights of others from one that is
    /// there. What is in it stays as it is: nobody else gets to it.
    ///
    /// @throws IOException if it cannot be made, or others keep their rights
    public static void folder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Path parent = folder.getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            Files.createDirectories(folder, attributes(FOLDER));
        }
        if (FileOwner.isKnown(folder) && isOpen(folder)) {
            Files.setPosixFilePermissions(folder, FOLDER);
        }
    }

    /// Whether others have any right on a folder that is there.
    public static boolean isOpenToOthers(Path folder) throws IOException {
        return FileOwner.isKnown(folder) && isOpen(folder);
    }

    /// Takes the rights of others from one of our files, if it is there.
    static void file(Path file) throws IOException {
        if (FileOwner.isKnown(file)
                && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                && isOpen(file)) {
            Files.setPosixFilePermissions(file, FILE);
        }
    }

    private static boolean isOpen(Path file) throws IOException {
        Set<PosixFilePermission> rights =
                Files.readAttributes(file, PosixFileAttributes.class).permissions();
        return !FOLDER.containsAll(rights);
    }

    private static FileAttribute<?>[] attributes(Set<PosixFilePermission> rights) {
        return FileOwner.isKnown(Path.of(""))
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(rights)}
                : new FileAttribute<?>[0];
    }
}
