package plumbline.ui.text;

import java.io.File;
import java.nio.file.Path;

/// A file or folder as the window shows it.
///
/// Threads: any thread.
public final class ShownPath {
    private ShownPath() {}

    /// With `~` for the user's own folder.
    public static String of(Path path) {
        return of(path.toAbsolutePath().normalize(), System.getProperty("user.home", ""));
    }

    /// The same for a place that may be none in the file system, such as a server: it stays as it
    /// is.
    public static String of(String place) {
        return place.startsWith(File.separator) ? of(Path.of(place)) : place;
    }

    static String of(Path path, String userHome) {
        if (userHome.isEmpty()) {
            return path.toString();
        }
        Path user = Path.of(userHome);
        return path.startsWith(user) && !path.equals(user)
                ? Path.of("~").resolve(user.relativize(path)).toString()
                : path.toString();
    }
}
