package plumbline.ui.control;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import plumbline.ui.theme.Theme;
import plumbline.ui.theme.Themes;

/// Pictures of a view in both themes, in `target/snapshots`, for people to look at.
public final class Snapshots {
    private Snapshots() {}

    /// FX thread.
    public static void take(Scene scene, String name) {
        for (Theme theme : Theme.values()) {
            Themes.apply(scene, theme);
            scene.getRoot().applyCss();
            scene.getRoot().layout();
            write(scene.snapshot(null), name + "-" + theme.name().toLowerCase(Locale.ROOT));
        }
        Themes.apply(scene, Theme.DARK);
    }

    private static void write(WritableImage image, String name) {
        try {
            Path folder = Files.createDirectories(Path.of("target", "snapshots"));
            Files.write(folder.resolve(name + ".png"), Png.of(image));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
