package plumbline.engine.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.nio.file.attribute.UserPrincipalNotFoundException;

/// Whose files are: those of whoever runs this program, or of somebody else.
///
/// Threads: any.
public final class FileOwner {
    private FileOwner() {}

    /// Whether a file, or the link itself, belongs to who runs this program; true where files have
    /// no such owners.
    public static boolean isOurs(Path file) throws IOException {
        if (!isKnown(file)) {
            return true;
        }
        try {
            UserPrincipal user =
                    file.getFileSystem()
                            .getUserPrincipalLookupService()
                            .lookupPrincipalByName(System.getProperty("user.name"));
            return Files.getOwner(file, LinkOption.NOFOLLOW_LINKS).equals(user);
        } catch (UserPrincipalNotFoundException e) {
            return true; // a user without a name, as in some containers
        }
    }

    /// Whether files have owners there, and rights of others (not on Windows).
    public static boolean isKnown(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
