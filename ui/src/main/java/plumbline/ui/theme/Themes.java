package plumbline.ui.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.List;
import javafx.application.Application;
import javafx.collections.ObservableList;
import javafx.scene.Scene;
import plumbline.resources.AppResources;

/// Puts a theme on a scene. The stylesheets are the same for each theme; a style class on the root
/// chooses the colours, so that a switch keeps everything else as it is. Below them lies AtlantaFX
/// for the shapes of the controls.
///
/// Threads: FX thread.
public final class Themes {
    private static final String LIGHT_CLASS = "light";

    /// In this order, because later ones use the names of the first.
    private static final List<String> SHEETS =
            List.of("tokens.css", "chart.css", "app.css", "data.css", "action.css");

    private Themes() {}

    /// Loads the stylesheets, fonts included, unless the scene has them, and switches to `theme`.
    public static void apply(Scene scene, Theme theme) {
        Fonts.load();
        ObservableList<String> sheets = scene.getStylesheets();
        for (String name : SHEETS) {
            String url = AppResources.url("themes/" + name).toExternalForm();
            if (!sheets.contains(url)) {
                sheets.add(url);
            }
        }
        Application.setUserAgentStylesheet(
                (theme == Theme.DARK ? new PrimerDark() : new PrimerLight())
                        .getUserAgentStylesheet());
        ObservableList<String> classes = scene.getRoot().getStyleClass();
        if (theme == Theme.DARK) {
            classes.removeAll(List.of(LIGHT_CLASS));
        } else if (!classes.contains(LIGHT_CLASS)) {
            classes.add(LIGHT_CLASS);
        }
    }
}
