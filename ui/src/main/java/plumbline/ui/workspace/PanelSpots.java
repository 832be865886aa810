package plumbline.ui.workspace;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Orientation;
import plumbline.ui.workspace.PageLayout.Spot;
import software.coley.bentofx.dockable.Dockable;
import software.coley.bentofx.layout.DockContainer;
import software.coley.bentofx.layout.container.DockContainerBranch;
import software.coley.bentofx.layout.container.DockContainerLeaf;

/// Remembers where a panel stood when it was closed, and finds the place again.
///
/// Threads: FX thread.
final class PanelSpots {
    private final Map<String, Spot> closed = new LinkedHashMap<>();

    void restore(Map<String, Spot> spots) {
        closed.clear();
        closed.putAll(spots);
    }

    Map<String, Spot> all() {
        return Map.copyOf(closed);
    }

    Optional<Spot> of(String panel) {
        return Optional.ofNullable(closed.get(panel));
    }

    void forget(String panel) {
        closed.remove(panel);
    }

    /// Notes where a panel stands that is about to go.
    void note(Dockable dockable) {
        DockContainerLeaf leaf = dockable.getContainer();
        if (leaf == null) {
            return;
        }
        List<String> others =
                ids(leaf).stream().filter(id -> !id.equals(dockable.getIdentifier())).toList();
        DockContainerBranch parent = leaf.getParentContainer();
        if (!others.isEmpty()) {
            closed.put(dockable.getIdentifier(), new Spot(others, Place.CENTRE, 0));
        } else if (parent != null && Branch.parts(parent).size() > 1) {
            closed.put(dockable.getIdentifier(), beside(parent, leaf));
        }
    }

    private static Spot beside(DockContainerBranch parent, DockContainerLeaf leaf) {
        List<DockContainer> parts = Branch.parts(parent);
        int i = parts.indexOf(leaf);
        boolean first = i == 0;
        DockContainer neighbour = parts.get(first ? 1 : i - 1);
        boolean vertical = parent.getOrientation() == Orientation.VERTICAL;
        Place side = vertical ? first ? Place.TOP : Place.BOTTOM : first ? Place.LEFT : Place.RIGHT;
        return new Spot(ids(neighbour), side, DockTree.length(parent, leaf));
    }

    private static List<String> ids(DockContainer container) {
        return container.getDockables().stream().map(Dockable::getIdentifier).toList();
    }
}
