package plumbline.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import plumbline.engine.io.FileOwner;
import plumbline.engine.market.StorageException;
import plumbline.engine.text.ErrorText;
import plumbline.storage.h2.OwnerOnly;

/// The folder that holds everything of one user.
final class HomeFolder {
    // one of these makes it a home
    private static final List<String> OURS =
            List.of(
                    "market.mv.db",
                    "journal.mv.db",
                    "database.key",
                    "window.properties",
                    "backups");

    private HomeFolder() {}

    /// The folder as an absolute path, made if it was not there, for its owner only.
    ///
    /// @throws StorageException if it cannot be used; the message says what to do
    static Path prepare(Path home) {
        Path folder = look(home);
        if (!Files.isWritable(folder)) {
            throw unusable(folder, "there is no right to write to it");
        }
        return folder;
    }

    /// The same for those who only look, who need no right to write to it.
    static Path look(Path home) {
        Path folder = home.toAbsolutePath().normalize();
        if (folder.toString().indexOf(';') >= 0) {
            throw unusable(folder, "a semicolon in its path cannot be part of a database's name");
        }
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw unusable(folder, "it is a file, not a folder");
        }
        try {
            refuseOthers(folder);
            refuseOwner(folder);
            // what is stored is nobody else's business, and the key to the databases is in there
            OwnerOnly.folder(folder);
            refuseFilesOfOthers(folder);
        } catch (IOException e) {
            String what =
                    Files.isDirectory(folder)
                            ? "others can read it, and that cannot be changed: "
                            : "it cannot be made: ";
            throw new WrongPlaceException(message(folder, what + ErrorText.of(e)), e, false);
        }
        return folder;
    }

    /// A folder of other things that others may read is not made ours: they would lose it.
    private static void refuseOthers(Path folder) throws IOException {
        if (!Files.isDirectory(folder)
                || !OwnerOnly.isOpenToOthers(folder)
                || OURS.stream().anyMatch(name -> Files.exists(folder.resolve(name)))) {
            return;
        }
        try (Stream<Path> entries = Files.list(folder)) {
            if (entries.findAny().isPresent()) {
                throw unusable(
                        folder,
                        "it holds other things, and others on this machine can read it; name a new"
                                + " folder, or take their rights away first (chmod 700)");
            }
        }
    }

    /// Who owns the folder can take away and put in files, whatever rights they have.
    private static void refuseOwner(Path folder) throws IOException {
        if (Files.isDirectory(folder) && !FileOwner.isOurs(folder)) {
            throw unusable(
                    folder,
                    "it belongs to " + Files.getOwner(folder).getName() + ", not to " + user());
        }
    }

    /// What others have put there, before or while the folder was made ours, may be open to them
    /// still. What is the system's own, such as `lost+found`, is no danger: it can read all anyway.
    private static void refuseFilesOfOthers(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            for (Path entry : entries.sorted().toList()) {
                if (!FileOwner.isOurs(entry) && !isOfSystem(entry)) {
                    throw unusable(
                            folder,
                            entry.getFileName()
                                    + " in it belongs to "
                                    + Files.getOwner(entry, LinkOption.NOFOLLOW_LINKS).getName()
                                    + ", not to "
                                    + user()
                                    + "; take it away, or make it yours (chown) if it is");
                }
            }
        }
    }

    private static boolean isOfSystem(Path entry) throws IOException {
        return Files.getOwner(entry, LinkOption.NOFOLLOW_LINKS).getName().equals("root");
    }

    private static String user() {
        return System.getProperty("user.name");
    }

    private static StorageException unusable(Path folder, String why) {
        return new WrongPlaceException(message(folder, why));
    }

    private static String message(Path folder, String why) {
        return "cannot use the home folder " + folder + ": " + why + "; choose another";
    }
}
