package plumbline.app;

import java.io.File;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import plumbline.engine.config.ConfigKeys;

/// The home folder: database, reports, logs, window settings.
///
/// @param folder absolute
/// @param store where candles and runs are kept
/// @param namedBy the option or variable that names it, for messages
public record Home(Path folder, StoreSettings store, String namedBy) {
    static final String USUAL = "--home or PLUMBLINE_HOME";

    /// @throws IllegalArgumentException if the databases could not tell the path from another one
    public Home {
        String path = folder.toString();
        // the database takes a backslash for a slash
        boolean slash = File.separatorChar != '\\' && path.contains("\\");
        if (slash || path.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    "a home folder must have no backslash and no control character in its path,"
                            + " was '"
                            + path
                            + "'; nothing was opened. Choose another one with --home or PLUMBLINE_HOME");
        }
    }

    /// A home whose place the user chose as usual.
    public Home(Path folder, StoreSettings store) {
        this(folder, store, store.isHome() ? USUAL : ConfigKeys.STORE_URL.name());
    }

    /// A home that keeps everything in its folder.
    public Home(Path folder) {
        this(folder, StoreSettings.HOME);
    }

    /// The folder: `--home`, else `PLUMBLINE_HOME`, else `~/.plumbline`.
    ///
    /// @param given the value of `--home`, or `null`
    /// @throws IllegalArgumentException if no folder is named
    public static Path folder(@Nullable Path given, Map<String, String> environment) {
        if (given != null && given.toString().isBlank()) {
            throw new IllegalArgumentException("--home must name a folder, was '" + given + "'");
        }
        Path folder = given != null ? given : usual(environment.getOrDefault("PLUMBLINE_HOME", ""));
        return folder.toAbsolutePath().normalize();
    }

    private static Path usual(String fromEnvironment) {
        if (!fromEnvironment.isEmpty()) {
            return Path.of(fromEnvironment);
        }
        String user = System.getProperty("user.home", "");
        // what the runtime says of a user whom the system does not know
        if (user.isBlank() || user.equals("?")) {
            throw new IllegalArgumentException(
                    "this user has no home folder; name one for Plumbline with --home or PLUMBLINE_HOME");
        }
        return Path.of(user, ".plumbline");
    }

    public Path reports() {
        return folder.resolve("reports");
    }

    public Path logs() {
        return folder.resolve("logs");
    }

    /// What the long works of the window came to.
    public Path jobs() {
        return folder.resolve("jobs.txt");
    }

    public Path windowSettings() {
        return folder.resolve("window.properties");
    }
}
