package plumbline.ui.workspace;

import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import plumbline.ui.theme.ScaledPane;
import software.coley.bentofx.layout.DockContainer;

/// Lets panels that keep their size grow with the scale of the window, also while it is seen.
///
/// Threads: FX thread.
final class LayoutScale {
    private final ScaledPane probe = new ScaledPane(new Region());
    private final DockTree tree;
    private final Supplier<List<DockContainer>> shown;

    /// What was to be shown at the last scale, and what there was room for.
    private @Nullable LayoutNode wanted;

    private @Nullable LayoutNode got;

    /// What waits to be given its new sizes.
    private @Nullable LayoutNode before;

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

    /// The scale may take several values until the words have their new size: what counts is what
    /// stood there before the first.
    private void changed(double unit) {
        List<DockContainer> docked = shown.get();
        LayoutNode now = before;
        if (now == null && !docked.isEmpty()) {
            now = wanted(tree.read(docked.getFirst()));
        }
        tree.unit(unit);
        Scene scene = probe.getScene();
        if (now == null || scene == null || before != null) {
            return;
        }
        before = now;
        scene.addPostLayoutPulseListener(
                new Runnable() {
                    @Override
                    public void run() {
                        scene.removePostLayoutPulseListener(this);
                        resize();
                    }
                });
    }

    private void resize() {
        LayoutNode to = before;
        before = null;
        List<DockContainer> docked = shown.get();
        if (to != null && !docked.isEmpty()) {
            tree.resize(docked.getFirst(), to);
            wanted = to;
            got = tree.read(docked.getFirst());
        }
    }

    /// What a panel had no room for at one scale it gets again at another, unless the user has
    /// changed something since.
    private @Nullable LayoutNode wanted(@Nullable LayoutNode now) {
        return now != null && now.equals(got) ? wanted : now;
    }
}
