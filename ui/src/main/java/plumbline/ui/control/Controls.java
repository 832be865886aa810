package plumbline.ui.control;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/// Makes labels, buttons and spaces that look alike everywhere.
///
/// Threads: FX thread.
public final class Controls {
    private Controls() {}

    public static Label label(String text, String... styleClasses) {
        Label label = new Label(text);
        label.getStyleClass().addAll(styleClasses);
        return label;
    }

    public static FontIcon icon(Ikon ikon) {
        return new FontIcon(ikon);
    }

    /// A button with an icon only; its name is read aloud and shown as a tooltip.
    public static Button iconButton(Ikon ikon, String name) {
        Button button = new Button("", icon(ikon));
        button.getStyleClass().add("icon-button");
        button.setAccessibleText(name);
        tooltip(button, name);
        return button;
    }

    /// A key as it is printed on a keyboard.
    public static Label key(String text) {
        return label(text, "key");
    }

    public static void tooltip(Node node, String text) {
        Tooltip tooltip = new Tooltip(text);
        tooltip.setShowDelay(Duration.millis(400));
        Tooltip.install(node, tooltip);
    }

    /// Takes the room that is left in a row.
    public static Region spring() {
        Region spring = new Region();
        HBox.setHgrow(spring, Priority.ALWAYS);
        return spring;
    }

    /// A thin vertical line between groups of a bar.
    public static Region divider() {
        Region divider = new Region();
        divider.getStyleClass().add("divider");
        return divider;
    }

    /// Shows a node or takes it out of the layout.
    public static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    /// The style class of a number: `positive`, `negative` or neither.
    public static void sign(Node node, double value) {
        node.getStyleClass().removeAll("positive", "negative");
        if (value > 0) {
            node.getStyleClass().add("positive");
        } else if (value < 0) {
            node.getStyleClass().add("negative");
        }
    }
}
