package plumbline.ui.control;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.Ikon;

/// What stands in a panel that has nothing else to show: what is so, why, and what to do.
///
/// Threads: FX thread.
public final class Message extends VBox {

    public Message(Ikon icon, String title, String detail, List<? extends Node> actions) {
        getStyleClass().add("message");
        setAlignment(Pos.CENTER);
        Label detailLabel = Controls.label(detail, "muted");
        detailLabel.setWrapText(true);
        detailLabel.setMaxWidth(520);
        detailLabel.setAlignment(Pos.CENTER);
        detailLabel.setTextAlignment(TextAlignment.CENTER);
        HBox buttons = new HBox(8);
        buttons.setAlignment(Pos.CENTER);
        buttons.getChildren().setAll(actions);
        getChildren()
                .setAll(Controls.icon(icon), Controls.label(title, "message-title"), detailLabel);
        if (!actions.isEmpty()) {
            getChildren().add(buttons);
        }
    }
}
