package plumbline.ui.shell;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import plumbline.ui.control.Controls;
import plumbline.ui.text.Texts;

/// What a newcomer is told on the first start: what is seen, and three keys.
///
/// Threads: FX thread.
final class StartHint extends VBox {

    /// @param understood called when it is put away
    StartHint(Runnable understood) {
        getStyleClass().addAll("card", "start-hint");
        setId("start-hint");
        GridPane grid = new GridPane();
        grid.getStyleClass().add("form");
        String[] rows = {"backtest", "zoom", "help"};
        for (int i = 0; i < rows.length; i++) {
            HBox keys = new HBox(4);
            keys.setAlignment(Pos.CENTER_LEFT);
            keys.getChildren().add(Controls.key(Texts.of("hint." + rows[i] + ".key")));
            grid.addRow(i, keys, Controls.label(Texts.of("hint." + rows[i])));
        }
        Button close = new Button(Texts.of("hint.close"));
        close.setId("start-hint-close");
        close.setOnAction(e -> understood.run());
        getChildren()
                .setAll(
                        Controls.label(Texts.of("hint.title"), "card-title"),
                        Controls.label(Texts.of("hint.detail"), "muted"),
                        grid,
                        new HBox(Controls.spring(), close));
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    }
}
