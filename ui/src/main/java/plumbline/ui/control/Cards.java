package plumbline.ui.control;

import javafx.scene.Node;
import javafx.scene.layout.Region;

/// Port: where a room lays a card over the window, one at a time.
///
/// Threads: FX thread.
public interface Cards {
    /// In the middle of the window.
    void open(Region card);

    /// Below what it belongs to, where that can be done.
    default void openBelow(Region card, Node anchor) {
        open(card);
    }

    /// Puts the open card away, if there is one.
    void close();
}
