package plumbline.ui.shell;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import plumbline.ui.control.Controls;
import plumbline.ui.text.Texts;

/// All keys and gestures on one card.
///
/// Threads: FX thread.
final class KeySheet extends VBox {
    private static final List<String> ROWS =
            List.of(
                    "pages",
                    "backtest",
                    "rerun",
                    "report",
                    "trades",
                    "markets",
                    "chart",
                    "zoom",
                    "pan",
                    "axes",
                    "fit",
                    "months",
                    "open",
                    "theme",
                    "refresh",
                    "escape",
                    "help");

    KeySheet() {
        getStyleClass().addAll("card", "key-sheet");
        setId("key-sheet");
        setFocusTraversable(true);
        GridPane grid = new GridPane();
        grid.getStyleClass().add("form");
        for (int i = 0; i < ROWS.size(); i++) {
            HBox keys = new HBox(4);
            keys.setAlignment(Pos.CENTER_LEFT);
            for (String key : Texts.of("keys." + ROWS.get(i) + ".keys").split(" \\| ")) {
                keys.getChildren().add(Controls.key(key));
            }
            grid.addRow(i, keys, Controls.label(Texts.of("keys." + ROWS.get(i))));
        }
        getChildren().setAll(Controls.label(Texts.of("keys.title"), "card-title"), grid);
    }
}
