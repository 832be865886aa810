package plumbline.ui.control;

import java.util.Set;
import java.util.TreeSet;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;

/// Finds texts that the screen does not show whole.
public final class CutTexts {
    private CutTexts() {}

    /// Those of a node and all in it that is visible.
    public static Set<String> in(Node node) {
        Set<String> found = new TreeSet<>();
        collect(node, found);
        return found;
    }

    private static void collect(Node node, Set<String> found) {
        if (!node.isVisible()) {
            return;
        }
        if (node instanceof Labeled label
                && label.getText() != null
                && !label.getText().isEmpty()
                && label.lookup(".text") instanceof Text shown
                && isCut(label, shown)) {
            found.add(label.getText());
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, found));
        }
    }

    private static boolean isCut(Labeled label, Text shown) {
        return !shown.getText().equals(label.getText())
                || shown.getLayoutBounds().getWidth() > label.getWidth() + 1;
    }
}
