package plumbline.ui.data;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import plumbline.ui.control.Controls;

/// A card at the side of the page: a title with a chip, facts, a note, and whatever is put below.
///
/// Threads: FX thread.
final class SideCard extends VBox {
    private final Label chip = Controls.label("", "chip");
    private final GridPane facts = new GridPane();
    private final VBox body = new VBox();

    SideCard(String title) {
        getStyleClass().addAll("data-panel", "side-card");
        HBox head = new HBox(8, Controls.label(title, "strong"), Controls.spring(), chip);
        head.getStyleClass().add("panel-head");
        facts.getStyleClass().add("facts");
        body.getStyleClass().add("side-body");
        body.getChildren().setAll(facts);
        getChildren().setAll(head, body);
        Controls.show(chip, false);
    }

    /// Takes everything away but the title.
    void clear() {
        facts.getChildren().clear();
        body.getChildren().setAll(facts);
        Controls.show(chip, false);
    }

    /// @param kind `ok`, `warn`, `bad` or `info`
    void chip(String kind, String text) {
        chip.getStyleClass().removeAll("ok", "warn", "bad", "info");
        chip.getStyleClass().add(kind);
        chip.setText(text);
        Controls.show(chip, !text.isEmpty());
    }

    /// A line; a value that is too long is cut in its middle and told whole by its tooltip.
    Label fact(String name, String value) {
        Label label = Controls.label(name, "muted");
        label.setMinWidth(USE_PREF_SIZE);
        Label text = Controls.label(value);
        text.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        text.setMinWidth(0);
        Controls.tooltip(text, value);
        HBox right = new HBox(Controls.spring(), text);
        right.setMinWidth(0);
        GridPane.setHgrow(right, Priority.ALWAYS);
        facts.addRow(facts.getRowCount(), label, right);
        return text;
    }

    void note(String text, String... styleClasses) {
        Label label = Controls.label(text, styleClasses);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        body.getChildren().add(label);
    }

    void add(Node node) {
        body.getChildren().add(node);
    }
}
