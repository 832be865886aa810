package plumbline.engine.io;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The files that are being written aside. Each has a name that nobody knows before and is made
/// anew, so that nothing which stands there is followed, filled or removed.
///
/// Threads: any.
final class Unfinished {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int NAME_BYTES = 12;
    private static final int TRIES = 10;
    private static final Set<Path> FILES = new HashSet<>();
    private static boolean abandoned;

    private Unfinished() {}

    /// Makes an empty file in the folder of another one.
    ///
    /// @param rights the most that it may have, `null` for the usual ones
    static Path beside(Path target, @Nullable Set<PosixFilePermission> rights) throws IOException {
        FileAttribute<?>[] attributes =
                rights == null
                        ? new FileAttribute<?>[0]
                        : new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(rights)};
        FileAlreadyExistsException taken = new FileAlreadyExistsException(target.toString());
        for (int i = 0; i < TRIES; i++) {
            try {
                return make(target.resolveSibling(name()), attributes);
            } catch (FileAlreadyExistsException e) {
                taken = e;
            } catch (AccessDeniedException e) { // whose name says nothing to the user
                AccessDeniedException denied = new AccessDeniedException(target.toString());
                denied.initCause(e);
                throw denied;
            }
        }
        throw taken;
    }

    private static Path make(Path aside, FileAttribute<?>... attributes) throws IOException {
        synchronized (FILES) {
            if (abandoned) {
                throw new IOException("the program is ending; nothing is written any more");
            }
            Files.createFile(aside, attributes);
            FILES.add(aside);
            return aside;
        }
    }

    private static String name() {
        byte[] bytes = new byte[NAME_BYTES];
        RANDOM.nextBytes(bytes);
        return ".plumbline-" + HexFormat.of().formatHex(bytes) + ".part";
    }

    static void remove(Path aside) throws IOException {
        synchronized (FILES) {
            FILES.remove(aside);
        }
        Files.deleteIfExists(aside);
    }

    static void abandon() {
        synchronized (FILES) {
            abandoned = true;
            for (Path aside : FILES) {
                try {
                    Files.deleteIfExists(aside);
                } catch (IOException e) {
                    System.getLogger(Unfinished.class.getName())
                            .log(System.Logger.Level.WARNING, "cannot remove " + aside, e);
                }
            }
            FILES.clear();
        }
    }
}
