package plumbline.ui.exchange;

import java.time.Instant;
import java.time.InstantSource;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.layout.HBox;
import javafx.scene.shape.Circle;
import org.jspecify.annotations.Nullable;
import plumbline.ui.control.Controls;

/// Whether an exchange answers, as a dot and in words.
final class StateCell extends TableCell<Connection, Connection> {
    private final InstantSource clock;
    private final Circle dot = new Circle(4);
    private final Label text = Controls.label("");
    private final HBox row = new HBox(8, dot, text);

    StateCell(InstantSource clock) {
        this.clock = clock;
        row.setAlignment(Pos.CENTER_LEFT);
    }

    @Override
    protected void updateItem(@Nullable Connection connection, boolean empty) {
        super.updateItem(connection, empty);
        if (empty || connection == null) {
            setGraphic(null);
            return;
        }
        Instant now = clock.instant();
        dot.getStyleClass().setAll("dot", connection.health(now).styleClass());
        text.setText(connection.stateText(now));
        setGraphic(row);
        setAccessibleText(text.getText());
    }
}
