package plumbline.app;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The home folder: database, reports, logs, window settings.
///
/// @param folder absolute
/// @param store where candles and runs are kept
public record Home(Path folder, StoreSettings store) {

    /// A home that keeps everything in its folder.
    public Home(Path folder) {
        this(folder, StoreSettings.HOME);
    }

    /// `--home`, else `PLUMBLINE_HOME`, else `~/.plumbline`.
    ///
    /// @param given the value of `--home`, or `null`
    /// @throws IllegalArgumentException if the environment names a store that cannot be one
    public static Home of(@Nullable Path given, Map<String, String> environment) {
        String fromEnvironment = environment.getOrDefault("PLUMBLINE_HOME", "");
        Path folder =
                given != null
                        ? given
                        : fromEnvironment.isEmpty()
                                ? Path.of(System.getProperty("user.home"), ".plumbline")
                                : Path.of(fromEnvironment);
        return new Home(folder.toAbsolutePath().normalize(), StoreSettings.of(environment));
    }

    public Path reports() {
        return folder.resolve("reports");
    }

    public Path logs() {
        return folder.resolve("logs");
    }

    public Path windowSettings() {
        return folder.resolve("window.properties");
    }
}
