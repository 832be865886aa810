package plumbline.ui.control;

import java.util.List;
import javafx.scene.control.Button;
import org.kordamp.ikonli.Ikon;

/// A button that says less where there is less room: it has some forms of its text, the shortest of
/// which may be its icon only. Who lays it out chooses.
///
/// Threads: FX thread.
public final class ShrinkingButton extends Button {
    private static final double ROUNDING = 2;

    private List<String> forms = List.of("");
    private int form;

    public ShrinkingButton(Ikon icon) {
        setGraphic(Controls.icon(icon));
        setMinWidth(USE_PREF_SIZE);
    }

    /// @param newForms the longest first; at least one
    public void show(List<String> newForms) {
        forms = List.copyOf(newForms);
        choose(form);
        if (getParent() != null) {
            getParent().requestLayout();
        }
    }

    /// How many forms there are.
    public int forms() {
        return forms.size();
    }

    /// How wide it is with a form, 0 the longest.
    public double width(int at) {
        String text = forms.get(Math.min(at, forms.size() - 1));
        double words =
                text.isEmpty()
                        ? 0
                        : getGraphicTextGap() + FittingLabel.width(getFont(), text) + ROUNDING;
        return snappedLeftInset() + snappedRightInset() + getGraphic().prefWidth(-1) + words;
    }

    /// Takes a form, 0 the longest.
    public void choose(int at) {
        form = at;
        String text = forms.get(Math.min(at, forms.size() - 1));
        if (!text.equals(getText())) {
            setText(text);
        }
    }
}
