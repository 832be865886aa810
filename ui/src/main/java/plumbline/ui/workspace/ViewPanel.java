package plumbline.ui.workspace;

import javafx.scene.Node;

/// A panel that keeps nothing from one start to the next.
///
/// @param node what is shown
/// @param focusing gives it the keyboard
/// @param closing ends what it subscribed to
public record ViewPanel(Node node, Runnable focusing, Runnable closing) implements Panel {
    @Override
    public void focus() {
        focusing.run();
    }

    @Override
    public void close() {
        closing.run();
    }
}
