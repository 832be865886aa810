package plumbline.ui.shell;

import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.stage.Window;
import plumbline.ui.settings.LookSettings;
import plumbline.ui.theme.Theme;
import plumbline.ui.theme.Themes;

/// The look of the main window and of every window that panels are in. It follows the settings.
///
/// Threads: FX thread.
final class Look {
    private final LookSettings settings;
    private Consumer<Scene> further = scene -> {};
    private Runnable before = () -> {};

    Look(LookSettings settings) {
        this.settings = settings;
        settings.onChange(this::dressAll);
    }

    /// Called with each further scene that is dressed for the first time.
    void onDress(Consumer<Scene> further) {
        this.further = further;
    }

    /// Called before the look of all scenes changes.
    void beforeChange(Runnable before) {
        this.before = before;
    }

    /// Puts the look on a scene.
    void dress(Scene scene) {
        boolean isNew = scene.getStylesheets().isEmpty();
        Themes.apply(scene, settings.appearance());
        if (isNew) {
            further.accept(scene);
        }
    }

    /// From dark or high contrast to light, and from light to dark, everywhere.
    void change() {
        Theme now = settings.theme().get();
        settings.theme().set(now == Theme.LIGHT ? Theme.DARK : Theme.LIGHT);
    }

    LookSettings settings() {
        return settings;
    }

    /// One step larger or smaller.
    void zoom(int steps) {
        settings.zoom(steps);
    }

    private void dressAll() {
        before.run();
        for (Window window : Window.getWindows()) {
            if (window instanceof Stage && window.getScene() != null) {
                dress(window.getScene());
            }
        }
    }
}
