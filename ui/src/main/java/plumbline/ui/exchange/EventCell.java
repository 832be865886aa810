package plumbline.ui.exchange;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.shape.Circle;
import org.jspecify.annotations.Nullable;
import plumbline.engine.exchange.http.VenueEvent;
import plumbline.ui.control.Controls;
import plumbline.ui.text.UtcTimes;

/// What happened with an exchange: when, with which, what.
final class EventCell extends ListCell<VenueEvent> {
    private static final double TIME = 150;
    private static final double VENUE = 100;

    private final Circle dot = new Circle(4);
    private final Label time = Controls.label("", "muted", "number");
    private final Label venue = Controls.label("", "strong");
    private final Label reason = Controls.label("");
    private final HBox row = new HBox(10, time, venue, dot, reason);

    EventCell() {
        row.setAlignment(Pos.CENTER_LEFT);
        row.setMinWidth(0);
        setPrefWidth(0);
        time.setMinWidth(TIME);
        venue.setMinWidth(VENUE);
        reason.setMinWidth(0);
    }

    @Override
    protected void updateItem(@Nullable VenueEvent event, boolean empty) {
        super.updateItem(event, empty);
        if (empty || event == null) {
            setGraphic(null);
            return;
        }
        time.setText(UtcTimes.second(event.at().toEpochMilli()));
        venue.setText(event.venue());
        reason.setText(event.reason());
        dot.getStyleClass().setAll("dot", styleClass(event.kind()));
        setGraphic(row);
        setAccessibleText(event.venue() + ", " + event.reason());
    }

    private static String styleClass(VenueEvent.Kind kind) {
        return switch (kind) {
            case LIMIT_CLOSED, BREAKER_OPENED -> "bad";
            case BREAKER_PROBING, RETRIED, CLOCK_UNKNOWN -> "warn";
            case LIMIT_OPENED, BREAKER_CLOSED, CLOCK_LEARNT -> "ok";
        };
    }
}
