package plumbline.ui.action;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Duration;
import org.kordamp.ikonli.Ikon;
import plumbline.ui.control.Controls;

/// Makes buttons and menu items of actions. They can be used when the action can be done, and tell
/// its key, whatever it becomes.
///
/// Threads: FX thread.
public final class ActionControls {
    private final KeyMap keys;

    public ActionControls(KeyMap keys) {
        this.keys = keys;
    }

    /// Icon and title.
    public Button button(Action action) {
        Button button = new Button(action.title());
        return filled(button, action);
    }

    /// The icon only; the title is read aloud and shown as a tooltip.
    ///
    /// @throws IllegalArgumentException if the action has no icon
    public Button iconButton(Action action) {
        if (action.icon() == null) {
            throw new IllegalArgumentException("no icon: " + action);
        }
        Button button = new Button();
        button.getStyleClass().add("icon-button");
        return filled(button, action);
    }

    private Button filled(Button button, Action action) {
        Ikon icon = action.icon();
        if (icon != null) {
            button.setGraphic(Controls.icon(icon));
        }
        button.setId("action-" + action.id().replace('.', '-'));
        button.accessibleTextProperty().bind(keys.hint(action));
        Tooltip tooltip = new Tooltip();
        tooltip.textProperty().bind(keys.hint(action));
        tooltip.setShowDelay(Duration.millis(400));
        button.setTooltip(tooltip);
        button.disableProperty().bind(action.enabled().map(enabled -> !enabled));
        button.setOnAction(e -> action.run());
        return button;
    }

    /// The first key as it is printed on a keyboard; gone while there is none.
    public Label key(Action action) {
        Label label = Controls.key("");
        label.textProperty().bind(keys.revisionProperty().map(revision -> keys.keyText(action)));
        label.visibleProperty().bind(label.textProperty().isNotEmpty());
        label.managedProperty().bind(label.visibleProperty());
        label.setMinWidth(Label.USE_PREF_SIZE);
        return label;
    }

    /// Icon, title, and the key at the right. The key is shown only: [KeyDispatcher] hears it.
    public MenuItem menuItem(Action action) {
        Label title = Controls.label(action.title());
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        HBox row = new HBox(8);
        row.getStyleClass().add("action-item");
        row.setAlignment(Pos.CENTER_LEFT);
        Ikon icon = action.icon();
        if (icon != null) {
            row.getChildren().add(Controls.icon(icon));
        }
        row.getChildren().addAll(title, key(action));
        CustomMenuItem item = new CustomMenuItem(row);
        item.setText(action.title());
        item.setId("item-" + action.id().replace('.', '-'));
        item.disableProperty().bind(action.enabled().map(enabled -> !enabled));
        item.setOnAction(e -> action.run());
        return item;
    }
}
