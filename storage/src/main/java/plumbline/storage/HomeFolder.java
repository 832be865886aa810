package plumbline.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.nio.file.attribute.UserPrincipalNotFoundException;
import java.util.List;
import java.util.stream.Stream;
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
        if (!Files.isDirectory(folder)) {
            return;
        }
        UserPrincipal user;
        try {
            user =
                    folder.getFileSystem()
                            .getUserPrincipalLookupService()
                            .lookupPrincipalByName(System.getProperty("user.name"));
        } catch (UserPrincipalNotFoundException | UnsupportedOperationException e) {
            return; // a system without such users
        }
        UserPrincipal owner = Files.getOwner(folder);
        if (!owner.equals(user)) {
            throw unusable(
                    folder, "it belongs to " + owner.getName() + ", not to " + user.getName());
        }
    }

    private static StorageException unusable(Path folder, String why) {
        return new WrongPlaceException(message(folder, why));
    }

    private static String message(Path folder, String why) {
        return "cannot use the home folder " + folder + ": " + why + "; choose another";
    }
}
