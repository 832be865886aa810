package plumbline.ui.control;

import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Window;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// Ties what a view listens to to the time in which it stands in a scene, so that models that
/// outlive it do not hold it.
///
/// Threads: FX thread.
public final class WhileShown {
    private final Supplier<Subscription> begin;
    private @Nullable Subscription present;

    private WhileShown(Supplier<Subscription> begin) {
        this.begin = begin;
    }

    /// @param begin called whenever the node comes into a scene; its answer is ended when it leaves
    public static void listen(Node node, Supplier<Subscription> begin) {
        WhileShown listening = new WhileShown(begin);
        node.sceneProperty().subscribe(listening::in);
    }

    private void in(@Nullable Scene scene) {
        if (scene == null && present != null) {
            present.unsubscribe();
            present = null;
        } else if (scene != null && present == null) {
            present = begin.get();
        }
    }

    /// Whether a node can be seen: it and all around it are visible in a window that is open.
    public static boolean isSeen(Node node) {
        Scene scene = node.getScene();
        Window window = scene == null ? null : scene.getWindow();
        if (window == null || !window.isShowing()) {
            return false;
        }
        for (Node each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return true;
    }
}
