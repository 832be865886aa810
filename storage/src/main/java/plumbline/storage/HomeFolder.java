package plumbline.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import plumbline.engine.market.StorageException;
import plumbline.engine.text.ErrorText;
import plumbline.storage.h2.OwnerOnly;

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
            // what is stored is nobody else's business, and the key to the databases is in there
            OwnerOnly.folder(folder);
        } catch (IOException e) {
            String what =
                    Files.isDirectory(folder)
                            ? "others can read it, and that cannot be changed: "
                            : "it cannot be made: ";
            throw new StorageException(message(folder, what + ErrorText.of(e)), e);
        }
        if (!Files.isWritable(folder)) {
            throw unusable(folder, "there is no right to write to it");
        }
        return folder;
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
