package plumbline.storage;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import plumbline.engine.market.StorageException;
import plumbline.engine.text.ErrorText;

/// The folder that holds everything of one user.
final class HomeFolder {
    private HomeFolder() {}

    /// The folder as an absolute path, made if it was not there, for its owner only.
    ///
    /// @throws StorageException if it cannot be used; the message says what to do
    static Path prepare(Path home) {
        Path folder = home.toAbsolutePath().normalize();
        if (folder.toString().indexOf(';') >= 0) {
            throw unusable(folder, "a semicolon in its path cannot be part of a database's name");
        }
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw unusable(folder, "it is a file, not a folder");
        }
        try {
            create(folder);
        } catch (IOException e) {
            throw new StorageException(message(folder, "it cannot be made: " + ErrorText.of(e)), e);
        }
        if (!Files.isWritable(folder)) {
            throw unusable(folder, "there is no right to write to it");
        }
        return folder;
    }

    /// What is stored is nobody else's business, and the key to the shared database is in there.
    private static void create(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        Path parent = folder.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        Set<String> views = FileSystems.getDefault().supportedFileAttributeViews();
        FileAttribute<?>[] ownerOnly =
                views.contains("posix")
                        ? new FileAttribute<?>[] {
                            PosixFilePermissions.asFileAttribute(
                                    PosixFilePermissions.fromString("rwx------"))
                        }
                        : new FileAttribute<?>[0];
        Files.createDirectories(folder, ownerOnly);
    }

    private static StorageException unusable(Path folder, String why) {
        return new StorageException(message(folder, why));
    }

    private static String message(Path folder, String why) {
        return "cannot use the home folder "
                + folder
                + ": "
                + why
                + "; choose another with --home or PLUMBLINE_HOME";
    }
}
