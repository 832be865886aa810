package plumbline.ui.backtest;

import java.util.List;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import plumbline.ui.control.Controls;
import plumbline.ui.control.FittingLabel;
import plumbline.ui.theme.Scaling;

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
        FittingLabel value = new FittingLabel(figure.value(), "figure");
        value.setId("figure-" + figure.id());
        Controls.sign(value, figure.sign());
        VBox tile =
                new VBox(
                        new FittingLabel(figure.title(), "muted", "small"),
                        value,
                        new FittingLabel(figure.below(), "faint", "small"));
        tile.getStyleClass().add("tile");
        Scaling.follow(
                tile,
                scale -> {
                    tile.setMinWidth(LEAST_WIDTH * scale);
                    tile.setPrefWidth(LEAST_WIDTH * scale);
                });
        HBox.setHgrow(tile, Priority.ALWAYS);
        String whole = figure.title().getFirst() + ": " + figure.value().getFirst();
        String below = figure.below().getFirst();
        Controls.tooltip(
                tile, whole + (below.isEmpty() ? "" : ", " + below) + "\n" + figure.explained());
        tile.setAccessibleText(whole + ". " + figure.explained());
        return tile;
    }
}
