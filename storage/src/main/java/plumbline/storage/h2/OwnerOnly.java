package plumbline.storage.h2;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.stream.Stream;

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
    static FileAttribute<?>[] file() {
        return attributes(FILE);
    }

    /// Makes a folder, or takes the rights of others from one that is there and all that is in it.
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
        if (isPosix(folder) && isOpen(folder)) {
            // the folder first: from then on nobody else gets in
            Files.setPosixFilePermissions(folder, FOLDER);
            Files.walkFileTree(folder, new Closing());
        }
    }

    /// Takes the rights of others from the files that stand in a folder.
    static void filesIn(Path folder) throws IOException {
        if (!isPosix(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && isOpen(file)) {
                    Files.setPosixFilePermissions(file, FILE);
                }
            }
        }
    }

    private static boolean isOpen(Path file) throws IOException {
        Set<PosixFilePermission> rights =
                Files.readAttributes(file, PosixFileAttributes.class).permissions();
        return !FOLDER.containsAll(rights);
    }

    private static boolean isPosix(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static FileAttribute<?>[] attributes(Set<PosixFilePermission> rights) {
        return isPosix(Path.of(""))
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(rights)}
                : new FileAttribute<?>[0];
    }

    private static final class Closing extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
                throws IOException {
            Files.setPosixFilePermissions(folder, FOLDER);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
            if (attributes.isRegularFile()) {
                Files.setPosixFilePermissions(file, FILE);
            }
            return FileVisitResult.CONTINUE;
        }
    }
}
