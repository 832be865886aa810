package plumbline.app.window;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/// Files of the user's that cannot be used: they are kept beside those that take their place.
final class BrokenFiles {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private BrokenFiles() {}

    /// Gives `keys.txt` the name `keys.broken-20240102-030405`.
    ///
    /// @return where it is now
    static Path aside(Path file, InstantSource clock) throws IOException {
        String name = file.getFileName().toString().replaceFirst("\\.[^.]*$", "");
        Path aside = file.resolveSibling(name + ".broken-" + STAMP.format(clock.instant()));
        return Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
    }
}
