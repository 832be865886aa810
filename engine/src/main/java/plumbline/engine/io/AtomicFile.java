package plumbline.engine.io;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Writes a file whole or not at all: aside first, then moved into place.
///
/// A link is followed: what it points to is replaced. A device or a pipe is written into, never
/// replaced. A file that is replaced keeps its rights, and one that may not be written is left,
/// also by a user who may write everything if its owner may only read it. Of several who write one
/// file at the same time the last wins.
///
/// Threads: any.
public final class AtomicFile {
    private static final int MOST_LINKS = 40;

    private AtomicFile() {}

    /// What is to be written. The stream is closed by the caller of this.
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /// @throws IOException if it cannot be written; what was there before is still there
    public static void write(Path file, Content content) throws IOException {
        Path named = file.toAbsolutePath();
        BasicFileAttributes there = attributes(named);
        if (there != null && there.isDirectory()) {
            // moving onto it would replace an empty one
            throw new FileSystemException(
                    file.toString(), null, "it is a folder, and a file is to be written there");
        }
        if (there != null && (!Files.isWritable(named) || isReadOnly(named, there))) {
            throw new AccessDeniedException(file.toString());
        }
        if (there != null && there.isOther()) {
            fill(named, content, StandardOpenOption.WRITE);
            return;
        }
        Path target = followed(named);
        Path folder = target.getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        replace(target, content, there == null ? null : rights(target));
    }

    /// Removes what is not finished. Whoever ends the process calls it last: from now on nothing is
    /// written any more.
    public static void abandonUnfinished() {
        Unfinished.abandon();
    }

    private static void replace(
            Path target, Content content, @Nullable Set<PosixFilePermission> rights)
            throws IOException {
        Path aside = Unfinished.beside(target, rights);
        try {
            fill(aside, content, StandardOpenOption.WRITE);
            if (rights != null) {
                Files.setPosixFilePermissions(aside, rights);
            }
            // a file that is in place but empty after a power failure is no whole one
            try (FileChannel written = FileChannel.open(aside, StandardOpenOption.WRITE)) {
                written.force(true);
            }
            Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Unfinished.remove(aside);
        }
    }

    private static void fill(Path file, Content content, StandardOpenOption option)
            throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file, option))) {
            content.writeTo(out);
        }
    }

    /// Of what a path leads to, `null` if that is nothing.
    private static @Nullable BasicFileAttributes attributes(Path file) throws IOException {
        try {
            return Files.readAttributes(file, BasicFileAttributes.class);
        } catch (NoSuchFileException e) {
            return null;
        }
    }

    /// Whether a file is one that its owner may not write either.
    private static boolean isReadOnly(Path file, BasicFileAttributes there) throws IOException {
        Set<PosixFilePermission> rights = there.isRegularFile() ? rights(file) : null;
        return rights != null && !rights.contains(PosixFilePermission.OWNER_WRITE);
    }

    private static @Nullable Set<PosixFilePermission> rights(Path file) throws IOException {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? Files.getPosixFilePermissions(file)
                : null;
    }

    /// Where the links of a path end, whether there is something or not.
    private static Path followed(Path named) throws IOException {
        Path file = named;
        for (int i = 0; i < MOST_LINKS; i++) {
            if (!Files.isSymbolicLink(file)) {
                return file;
            }
            file = file.resolveSibling(Files.readSymbolicLink(file));
        }
        throw new FileSystemLoopException(named.toString());
    }
}
