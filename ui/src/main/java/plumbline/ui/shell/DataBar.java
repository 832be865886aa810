package plumbline.ui.shell;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import plumbline.ui.control.Controls;
import plumbline.ui.text.Texts;

/// The bar at the top of the data page.
///
/// Threads: FX thread.
final class DataBar extends HBox {

    /// @param home the home folder as people read it
    DataBar(String home, Runnable switchTheme, Runnable help) {
        getStyleClass().add("top-bar");
        setAlignment(Pos.CENTER_LEFT);
        Label place = Controls.label(home, "muted");
        getChildren()
                .setAll(
                        TopBar.logo(),
                        Controls.label(Texts.of("page.data"), "page-title"),
                        place,
                        Controls.spring());
        getChildren().addAll(TopBar.look(switchTheme, help, "data"));
    }
}
