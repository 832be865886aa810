package plumbline.ui.backtest;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import plumbline.ui.control.Controls;

/// The eight figures that matter most, side by side.
///
/// Threads: FX thread.
final class KeyFiguresView extends HBox {
    private static final double LEAST_WIDTH = 60;

    KeyFiguresView() {
        getStyleClass().add("key-figures");
    }

    void show(PreparedRun run, @Nullable PreparedRun before) {
        List<KeyFigure> figures = KeyFigure.of(run, before);
        getChildren().setAll(figures.stream().map(KeyFiguresView::tile).toList());
    }

    private static VBox tile(KeyFigure figure) {
        Label value = Controls.label(figure.value(), "figure");
        value.setId("figure-" + figure.id());
        Controls.sign(value, figure.sign());
        VBox tile =
                new VBox(
                        Controls.label(figure.title(), "muted", "small"),
                        value,
                        Controls.label(figure.below(), "faint", "small"));
        tile.getStyleClass().add("tile");
        tile.setMinWidth(LEAST_WIDTH);
        tile.setPrefWidth(LEAST_WIDTH);
        HBox.setHgrow(tile, Priority.ALWAYS);
        Controls.tooltip(tile, figure.explained());
        tile.setAccessibleText(figure.title() + ": " + figure.value() + ". " + figure.explained());
        return tile;
    }
}
