package plumbline.ui.exchange;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableCell;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import plumbline.ui.control.Controls;

/// What is used of a limit, as a bar and in numbers.
final class LimitCell extends TableCell<Connection, Connection> {
    private static final double BAR = 60;
    private static final double MUCH = 0.75;

    private final ProgressBar bar = new ProgressBar();
    private final Label text = Controls.label("");
    private final HBox row = new HBox(8, bar, text);

    LimitCell() {
        bar.getStyleClass().add("thin-bar");
        bar.setPrefWidth(BAR);
        bar.setMinWidth(BAR);
        row.setAlignment(Pos.CENTER_LEFT);
    }

    @Override
    protected void updateItem(@Nullable Connection connection, boolean empty) {
        super.updateItem(connection, empty);
        if (empty || connection == null || connection.state() == null) {
            setGraphic(null);
            return;
        }
        bar.setProgress(Math.min(1, connection.used()));
        bar.getStyleClass().remove("warn");
        if (connection.used() > MUCH) {
            bar.getStyleClass().add("warn");
        }
        text.setText(connection.limit());
        setGraphic(row);
    }
}
