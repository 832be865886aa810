package plumbline.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import plumbline.engine.io.FileOwner;

/// A file to which lines are added, and that begins anew when it is long; the last few are kept.
/// Folder and files are their owner's only. It is opened for each addition, so that several
/// programs can write to it and nothing is made before there is something to say.
///
/// Threads: any.
final class LogFile {
    private final Path file;
    private final long mostBytes;
    private final int kept;

    /// @param kept how many former ones: `plumbline.1.log` is the last before the present one
    LogFile(Path file, long mostBytes, int kept) {
        this.file = file;
        this.mostBytes = mostBytes;
        this.kept = kept;
    }

    Path file() {
        return file;
    }

    /// @throws IOException if it cannot be written
    synchronized void add(byte[] lines) throws IOException {
        refuseOthers();
        if (!Files.exists(file)) {
            if (isAmongOthers()) {
                return;
            }
            prepare();
        } else if (Files.size(file) + lines.length > mostBytes) {
            rotate();
            prepare();
        }
        Files.write(
                file,
                lines,
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND,
                LinkOption.NOFOLLOW_LINKS);
    }

    /// What others have put in the place of the log is not written to.
    private void refuseOthers() throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        for (Path one : folder == null ? List.of(file) : List.of(folder, file)) {
            if (Files.exists(one, LinkOption.NOFOLLOW_LINKS)
                    && (Files.isSymbolicLink(one) || !FileOwner.isOurs(one))) {
                throw new IOException(one + " is a link, or belongs to somebody else");
            }
        }
    }

    /// A folder that holds other things and is no home yet was named by mistake, perhaps: nothing
    /// is put into it.
    private boolean isAmongOthers() throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Path home = folder == null ? null : folder.getParent();
        if (home == null
                || !Files.isDirectory(home)
                || Files.exists(home.resolve("database.key"))) {
            return false;
        }
        try (Stream<Path> entries = Files.list(home)) {
            return entries.anyMatch(entry -> !entry.equals(folder));
        }
    }

    private void prepare() throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        boolean posix = FileOwner.isKnown(file);
        if (folder != null && !Files.isDirectory(folder)) {
            Files.createDirectories(folder, rights(posix, "rwx------"));
        } else if (folder != null && posix) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
        if (!Files.exists(file)) {
            Files.createFile(file, rights(posix, "rw-------"));
        }
    }

    private static FileAttribute<?>[] rights(boolean posix, String rights) {
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))
                }
                : new FileAttribute<?>[0];
    }

    private void rotate() throws IOException {
        for (int i = kept; i > 0; i--) {
            try {
                Files.move(former(i - 1), former(i), StandardCopyOption.REPLACE_EXISTING);
            } catch (NoSuchFileException e) {
                continue; // there were not so many yet, or another program was faster
            }
        }
    }

    private Path former(int age) {
        String name = file.getFileName().toString();
        return age == 0 ? file : file.resolveSibling(name.replace(".log", "." + age + ".log"));
    }
}
