package plumbline.ui.control;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.layout.StackPane;

/// A short text field with its unit fixed inside, at the right. Takes one line of few characters,
/// whatever is pasted, and is as wide as it was made.
///
/// Threads: FX thread.
public final class UnitField extends StackPane {
    /// The longest number with a unit is shorter.
    private static final int MOST_CHARACTERS = 24;

    private static final double SIDE = 6;
    private static final double BETWEEN = 3;

    private final TextField field = new TextField();
    private final Label label;
    private final Unit unit;

    /// @param columns digits that it has room for, the unit not counted
    public UnitField(Unit unit, int columns) {
        this.unit = unit;
        label = Controls.label(unit.text(), "unit", "muted");
        label.setMouseTransparent(true);
        label.setMinWidth(USE_PREF_SIZE);
        Controls.show(label, !unit.text().isEmpty());
        getStyleClass().add("unit-field");
        field.setPrefColumnCount(columns);
        field.setTextFormatter(new TextFormatter<>(UnitField::oneShortLine));
        field.setMaxWidth(Double.MAX_VALUE);
        setAlignment(label, Pos.CENTER_RIGHT);
        setMargin(label, new Insets(0, SIDE, 0, 0));
        label.widthProperty().subscribe(this::makeRoom);
        setMinWidth(USE_PREF_SIZE);
        getChildren().setAll(field, label);
    }

    /// The part that is edited.
    public TextField field() {
        return field;
    }

    /// What is meant, with the unit where the value is written with it.
    public String value() {
        return unit.full(field.getText());
    }

    /// Shows a value that is written with its unit.
    public void show(String value) {
        field.setText(unit.bare(value));
    }

    /// Text never runs under the unit.
    private void makeRoom() {
        if (label.isManaged() && label.getWidth() > 0) {
            double right = SIDE + BETWEEN + Math.ceil(label.getWidth());
            field.setStyle("-fx-padding: 0 " + right + "px 0 " + SIDE + "px;");
        }
    }

    private static TextFormatter.Change oneShortLine(TextFormatter.Change change) {
        String text = change.getText().replaceAll("\\p{Cntrl}", "").strip();
        int kept =
                change.getControlText().length() - (change.getRangeEnd() - change.getRangeStart());
        String cut = text.substring(0, Math.clamp(MOST_CHARACTERS - kept, 0, text.length()));
        if (!cut.equals(change.getText())) {
            change.setText(cut);
            int end = change.getRangeStart() + cut.length();
            change.selectRange(end, end);
        }
        return change;
    }
}
