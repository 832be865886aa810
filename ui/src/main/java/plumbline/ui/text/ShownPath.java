package plumbline.ui.text;

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
