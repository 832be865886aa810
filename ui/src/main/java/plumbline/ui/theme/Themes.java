package plumbline.ui.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.List;
import javafx.application.Application;
import javafx.collections.ObservableList;
import javafx.scene.Scene;

/// Puts a look on a scene. The stylesheets are the same for each theme; style classes on the root
/// choose the colours, so that a switch keeps everything else as it is. Below them lies AtlantaFX
/// for the shapes of the controls.
///
/// Threads: FX thread.
public final class Themes {
    private Themes() {}

    /// A theme, with all else as usual.
    public static void apply(Scene scene, Theme theme) {
        apply(scene, Appearance.of(theme));
    }

    /// Loads the stylesheets, fonts included, unless the scene has them, and switches to a look.
    public static void apply(Scene scene, Appearance look) {
        Fonts.load();
        List<String> sheets = Sheets.at(look.scale());
        if (!scene.getStylesheets().equals(sheets)) {
            scene.getStylesheets().setAll(sheets);
        }
        Scaling.set(scene, look.scale() / 100.0);
        String base =
                (look.theme().isDark() ? new PrimerDark() : new PrimerLight())
                        .getUserAgentStylesheet();
        if (!base.equals(Application.getUserAgentStylesheet())) {
            Application.setUserAgentStylesheet(base);
        }
        ObservableList<String> classes = scene.getRoot().getStyleClass();
        for (Theme theme : Theme.values()) {
            mark(classes, theme.code(), theme == look.theme());
        }
        for (Directions directions : Directions.values()) {
            mark(classes, directions.styleClass(), directions == look.directions());
        }
    }

    private static void mark(ObservableList<String> classes, String name, boolean wanted) {
        if (!wanted) {
            classes.removeAll(List.of(name));
        } else if (!classes.contains(name)) {
            classes.add(name);
        }
    }
}
