package plumbline.ui.shell;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import plumbline.ui.control.Controls;
import plumbline.ui.text.Texts;

/// The bar at the top of a page that has nothing of its own there.
///
/// Threads: FX thread.
final class PageBar extends HBox {

    /// @param place beside the title, such as the home folder
    /// @param right the buttons at the right end
    PageBar(Page page, String place, List<Node> right) {
        getStyleClass().add("top-bar");
        setAlignment(Pos.CENTER_LEFT);
        Label beside = Controls.label(place, "muted");
        getChildren()
                .setAll(
                        TopBar.logo(),
                        Controls.label(Texts.of("page." + page.code()), "page-title"),
                        beside,
                        Controls.spring());
        getChildren().addAll(right);
    }
}
