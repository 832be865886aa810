package plumbline.ui.theme;

import atlantafx.base.theme.PrimerDark;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.application.Application;
import javafx.collections.ObservableList;
import javafx.scene.Scene;

/// Puts a look on a scene. The stylesheets are the same for each theme; style classes on the root
/// choose the colours, so that a switch keeps everything else as it is. Below them lies AtlantaFX
/// for the shapes of the controls; its sheet too is always the same, because another one is another
/// 0.1 s without an answer.
///
/// Threads: FX thread.
public final class Themes {
    private static final List<String> MARKS =
            Stream.concat(
                            Stream.of(Theme.values()).map(Theme::code),
                            Stream.of(Directions.values()).map(Directions::styleClass))
                    .toList();

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
        String base = new PrimerDark().getUserAgentStylesheet();
        if (!base.equals(Application.getUserAgentStylesheet())) {
            Application.setUserAgentStylesheet(base);
        }
        ObservableList<String> classes = scene.getRoot().getStyleClass();
        List<String> wanted = new ArrayList<>(classes);
        wanted.removeAll(MARKS);
        wanted.add(look.theme().code());
        wanted.add(look.directions().styleClass());
        if (!classes.equals(wanted)) {
            classes.setAll(wanted); // at once, for every change costs the whole window its style
        }
    }
}
