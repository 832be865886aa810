package plumbline.ui.workspace;

import java.util.Map;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/// One part of the window that the user can move, split off, float and close, while it is open.
///
/// Threads: FX thread.
public interface Panel {
    /// What is shown; always the same node.
    Node node();

    /// The words on its tab, if they change; else those of its type stand there.
    default @Nullable ObservableValue<String> title() {
        return null;
    }

    /// Gives the keyboard to where the user goes on.
    default void focus() {
        node().requestFocus();
    }

    /// What the next start is to find again, such as a chosen tab or a sort order.
    default Map<String, String> save() {
        return Map.of();
    }

    /// Takes up what [#save] gave once; called before it is shown. What is not understood is passed
    /// over.
    default void restore(Map<String, String> saved) {}

    /// The end: nothing that it subscribed to calls it afterwards.
    void close();
}
