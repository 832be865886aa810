package plumbline.ui.workspace;

import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import plumbline.ui.theme.ScaledPane;
import software.coley.bentofx.layout.DockContainer;

/// Lets panels that keep their size grow with the scale of the window, also while it is seen.
///
/// Threads: FX thread.
final class LayoutScale {
    private final ScaledPane probe = new ScaledPane(new Region());
    private final DockTree tree;
    private final Supplier<List<DockContainer>> shown;

    /// @param shown what is docked, and has its sizes
    LayoutScale(DockTree tree, Supplier<List<DockContainer>> shown) {
        this.tree = tree;
        this.shown = shown;
        probe.setManaged(false);
        probe.setMouseTransparent(true);
        probe.unitProperty().addListener((property, before, unit) -> changed(unit.doubleValue()));
    }

    /// Takes no room, but must stand in the scene.
    Node probe() {
        return probe;
    }

    private void changed(double unit) {
        List<DockContainer> docked = shown.get();
        LayoutNode before = docked.isEmpty() ? null : tree.read(docked.getFirst());
        tree.unit(unit);
        Scene scene = probe.getScene();
        if (before == null || scene == null) {
            return;
        }
        scene.addPostLayoutPulseListener(
                new Runnable() {
                    @Override
                    public void run() { // once the words have their new size
                        scene.removePostLayoutPulseListener(this);
                        shown.get().stream().findFirst().ifPresent(c -> tree.resize(c, before));
                    }
                });
    }
}
