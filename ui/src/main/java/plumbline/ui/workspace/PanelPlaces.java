package plumbline.ui.workspace;

import java.util.List;
import java.util.Optional;
import plumbline.ui.workspace.LayoutNode.Tabs;
import plumbline.ui.workspace.PageLayout.Spot;
import software.coley.bentofx.Bento;
import software.coley.bentofx.dockable.Dockable;
import software.coley.bentofx.layout.DockContainer;
import software.coley.bentofx.layout.container.DockContainerLeaf;
import software.coley.bentofx.layout.container.DockContainerRootBranch;

/// Finds the place of a panel that is opened.
///
/// Threads: FX thread.
final class PanelPlaces {
    private final Bento bento;
    private final DockTree tree;
    private final OpenPanels panels;
    private final DockContainerRootBranch root;

    /// @param root what is docked in the main window
    PanelPlaces(Bento bento, DockTree tree, OpenPanels panels, DockContainerRootBranch root) {
        this.bento = bento;
        this.tree = tree;
        this.panels = panels;
        this.root = root;
    }

    /// Puts a panel where it stood when it was closed, if something is left of what stood there.
    boolean comeBack(Dockable dockable, Spot spot) {
        List<String> beside = spot.beside().stream().filter(panels::isOpen).toList();
        for (DockContainerRootBranch each : bento.getRootContainers()) {
            Optional<DockContainer> around = DockTree.around(each, beside);
            if (around.isPresent()) {
                if (around.get() instanceof DockContainerLeaf leaf && spot.side() == Place.CENTRE) {
                    leaf.addDockable(dockable);
                } else {
                    Place side = spot.side() == Place.CENTRE ? Place.RIGHT : spot.side();
                    insert(around.get(), dockable, side, spot.size());
                }
                return true;
            }
        }
        return false;
    }

    /// Puts a panel where its type says.
    void open(Dockable dockable) {
        PanelType type = panels.type(dockable.getIdentifier()).orElse(null);
        Place place = type == null ? Place.RIGHT : type.place();
        Optional<DockContainerLeaf> group =
                panels.ids().stream()
                        .filter(id -> !id.equals(dockable.getIdentifier()))
                        .filter(id -> panels.type(id).map(PanelType::place).orElse(null) == place)
                        .map(id -> panels.dockable(id).getContainer())
                        .filter(leaf -> leaf != null && DockTree.isWithin(root, leaf))
                        .findFirst();
        if (group.isPresent()) {
            group.get().addDockable(dockable);
        } else if (Branch.parts(root).isEmpty()) {
            root.addContainer(tree.build(Tabs.of(dockable.getIdentifier())));
        } else {
            Place side = place == Place.CENTRE ? Place.TOP : place;
            double size = type == null || type.size() <= 0 ? 300 : type.size();
            insert(Branch.parts(root).getFirst(), dockable, side, size);
        }
    }

    /// Puts a panel beside what is there, in a group of its own.
    void insert(DockContainer beside, Dockable dockable, Place side, double size) {
        DockContainerLeaf leaf = tree.leaf();
        leaf.addDockable(dockable);
        tree.insert(beside, leaf, side, size);
    }
}
