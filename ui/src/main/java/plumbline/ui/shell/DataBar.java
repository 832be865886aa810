package plumbline.ui.shell;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import plumbline.ui.control.Controls;
import plumbline.ui.text.Texts;

/// The bar at the top of the data page.
///
/// Threads: FX thread.
final class DataBar extends HBox {

    /// @param home the home folder as people read it
    /// @param right the buttons at the right end
    DataBar(String home, List<Node> right) {
        getStyleClass().add("top-bar");
        setAlignment(Pos.CENTER_LEFT);
        Label place = Controls.label(home, "muted");
        getChildren()
                .setAll(
                        TopBar.logo(),
                        Controls.label(Texts.of("page.data"), "page-title"),
                        place,
                        Controls.spring());
        getChildren().addAll(right);
    }
}
