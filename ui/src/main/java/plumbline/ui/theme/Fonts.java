package plumbline.ui.theme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import javafx.scene.text.Font;
import plumbline.resources.AppResources;

/// The bundled fonts: Roboto for words and numbers (its digits are equally wide), JetBrains Mono
/// for code and order books.
///
/// Threads: FX thread.
public final class Fonts {
    private static final System.Logger LOG = System.getLogger(Fonts.class.getName());
    private static final Font REGULAR = read("Roboto-Regular");
    private static final Font MEDIUM = read("Roboto-Medium");
    private static final Font BOLD = read("Roboto-Bold");
    private static final Font MONO = read("JetBrainsMono-Regular");

    private Fonts() {}

    /// Makes the fonts known to CSS by their family names; again does nothing.
    public static void load() {
        regular(12); // the class is initialised now, and with it the fonts are registered
    }

    public static Font regular(double size) {
        return sized(REGULAR, size);
    }

    /// Weight 500.
    public static Font medium(double size) {
        return sized(MEDIUM, size);
    }

    public static Font bold(double size) {
        return sized(BOLD, size);
    }

    public static Font mono(double size) {
        return sized(MONO, size);
    }

    private static Font sized(Font font, double size) {
        return new Font(font.getName(), size);
    }

    /// What cannot be read is replaced by a font of the system.
    private static Font read(String name) {
        String path = "fonts/" + name + ".ttf";
        try (InputStream in = AppResources.open(path)) {
            Font font = Font.loadFont(in, 12);
            if (font != null) { // what JavaFX answers to a file it cannot read
                return font;
            }
            LOG.log(Level.ERROR, "the bundled " + path + " is not a font");
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            LOG.log(Level.ERROR, "the window does without its font " + path, e);
        }
        return Font.font(12);
    }
}
