package plumbline.ui.control;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/// A label that never cuts its text: it shows the longest of some true forms that there is room
/// for, `1,234,567.89` or `1.23M`.
///
/// Threads: FX thread.
public final class FittingLabel extends Label {
    private List<String> forms = List.of("");

    /// @param forms the longest first; at least one
    public FittingLabel(List<String> forms, String... styleClasses) {
        getStyleClass().addAll(styleClasses);
        setMaxWidth(Double.MAX_VALUE);
        show(forms);
        widthProperty().subscribe(this::choose);
        fontProperty().subscribe(this::choose);
    }

    /// @param newForms the longest first; at least one
    public void show(List<String> newForms) {
        forms = List.copyOf(newForms);
        choose();
        requestLayout();
    }

    /// How wide a text is in a font, rounded up.
    public static double width(Font font, String text) {
        Text node = new Text(text);
        node.setFont(font);
        return Math.ceil(node.getLayoutBounds().getWidth());
    }

    @Override
    protected double computeMinWidth(double height) {
        return around() + width(getFont(), forms.getLast());
    }

    @Override
    protected double computePrefWidth(double height) {
        return around() + width(getFont(), forms.getFirst());
    }

    private double around() {
        return snappedLeftInset() + snappedRightInset();
    }

    private void choose() {
        double room = getWidth() - around();
        String chosen =
                forms.stream()
                        .filter(form -> width(getFont(), form) <= room)
                        .findFirst()
                        .orElse(getWidth() > 0 ? forms.getLast() : forms.getFirst());
        if (!chosen.equals(getText())) {
            setText(chosen);
        }
    }
}
