package plumbline.ui.shell;

import java.util.function.Consumer;
import javafx.scene.Scene;
import plumbline.ui.theme.Theme;
import plumbline.ui.theme.Themes;

/// The theme of the main window and of every window that panels are in.
///
/// Threads: FX thread.
final class Look {
    private static final String THEME = "theme";

    private final WindowSettings memory;
    private Theme theme;
    private Consumer<Scene> further = scene -> {};

    Look(WindowSettings memory) {
        this.memory = memory;
        theme = memory.read(THEME, "").equals("light") ? Theme.LIGHT : Theme.DARK;
    }

    /// Called with each further scene that is dressed for the first time.
    void onDress(Consumer<Scene> further) {
        this.further = further;
    }

    /// Puts the look on a scene.
    void dress(Scene scene) {
        boolean isNew = scene.getStylesheets().isEmpty();
        Themes.apply(scene, theme);
        if (isNew) {
            further.accept(scene);
        }
    }

    /// The other theme, everywhere.
    void change() {
        theme = theme == Theme.DARK ? Theme.LIGHT : Theme.DARK;
        memory.write(THEME, theme == Theme.LIGHT ? "light" : "dark");
        for (javafx.stage.Window window : javafx.stage.Window.getWindows()) {
            if (window instanceof javafx.stage.Stage && window.getScene() != null) {
                dress(window.getScene());
            }
        }
    }
}
