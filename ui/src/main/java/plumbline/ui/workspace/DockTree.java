package plumbline.ui.workspace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.Orientation;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import plumbline.ui.workspace.LayoutNode.Part;
import plumbline.ui.workspace.LayoutNode.Split;
import plumbline.ui.workspace.LayoutNode.Tabs;
import software.coley.bentofx.Bento;
import software.coley.bentofx.dockable.Dockable;
import software.coley.bentofx.layout.DockContainer;
import software.coley.bentofx.layout.container.DockContainerBranch;
import software.coley.bentofx.layout.container.DockContainerLeaf;

/// Makes BentoFX's containers from a layout and reads a layout from them.
///
/// Threads: FX thread.
final class DockTree {
    private static final String BARE = "bare";

    private double unit = 1;
    private final Bento bento;
    private final OpenPanels panels;
    private final Map<DockContainer, Double> unfolded = new HashMap<>();

    DockTree(Bento bento, OpenPanels panels) {
        this.bento = bento;
        this.panels = panels;
    }

    DockContainer build(LayoutNode layout) {
        return switch (layout) {
            case Tabs tabs -> leaf(tabs);
            case Split split -> branch(split);
        };
    }

    private DockContainerLeaf leaf(Tabs tabs) {
        DockContainerLeaf leaf = leaf();
        tabs.panels().forEach(panel -> leaf.addDockable(panels.dockable(panel)));
        leaf.selectDockable(panels.dockable(tabs.selected()));
        return leaf;
    }

    DockContainerLeaf leaf() {
        DockContainerLeaf leaf = bento.dockBuilding().leaf();
        leaf.setSide(Side.TOP);
        leaf.setMinSize(0, 0);
        return leaf;
    }

    private DockContainerBranch branch(Split split) {
        DockContainerBranch branch = bento.dockBuilding().branch();
        branch.setOrientation(split.vertical() ? Orientation.VERTICAL : Orientation.HORIZONTAL);
        split.parts().forEach(part -> branch.addContainer(build(part.node())));
        return branch;
    }

    /// Gives the parts of a layout their sizes, outer ones first; it must be on the screen.
    void size(DockContainer container, LayoutNode layout) {
        if (container instanceof DockContainerBranch branch && layout instanceof Split split) {
            double[] sizes = split.parts().stream().mapToDouble(p -> p.size() * unit).toArray();
            size(branch, sizes);
            List<DockContainer> parts = parts(branch);
            for (int i = 0; i < parts.size(); i++) {
                size(parts.get(i), split.parts().get(i).node());
            }
            for (int i = 0; i < parts.size(); i++) {
                boolean folded = split.parts().get(i).node() instanceof Tabs t && t.folded();
                if (folded && parts.get(i) instanceof DockContainerLeaf leaf && !isFolded(leaf)) {
                    fold(leaf);
                }
            }
        }
    }

    /// Sizes of layouts are multiplied by this in the window.
    void unit(double newUnit) {
        unit = newUnit;
    }

    /// Gives the parts other sizes than they have; what is folded stays so.
    void resize(DockContainer container, LayoutNode layout) {
        if (container instanceof DockContainerBranch branch && layout instanceof Split split) {
            List<DockContainer> parts = parts(branch);
            if (parts.size() != split.parts().size()) {
                return; // one is empty, the next layout has it right
            }
            if (parts.stream().noneMatch(DockTree::isFolded)) {
                size(branch, split.parts().stream().mapToDouble(p -> p.size() * unit).toArray());
            }
            for (int i = 0; i < parts.size(); i++) {
                resize(parts.get(i), split.parts().get(i).node());
            }
        }
    }

    /// Gives the parts of a branch their sizes along it, in pixels.
    void size(DockContainerBranch branch, double[] sizes) {
        List<DockContainer> parts = parts(branch);
        boolean[] keeps = new boolean[parts.size()];
        boolean someCentral = parts.stream().anyMatch(this::isCentral);
        for (int i = 0; i < keeps.length; i++) {
            keeps[i] = someCentral && !isCentral(parts.get(i));
        }
        double room = length(branch, branch.asRegion());
        if (room <= 0 || sizes.length != keeps.length || sizes.length < 2) {
            return;
        }
        branch.applyCss();
        branch.setDividerPositions(SplitSizes.dividers(sizes, keeps, room));
        branch.layout();
        // the first layout of new parts moves dividers again
        branch.setDividerPositions(SplitSizes.dividers(sizes, keeps, room));
        branch.layout();
    }

    /// What stands in the middle takes and gives the room when the window changes; a group of one
    /// panel that cannot be closed needs no tab where it is the only one in the middle.
    void restyle(DockContainer container) {
        if (container instanceof DockContainerBranch branch) {
            List<DockContainer> parts = parts(branch);
            boolean someCentral = parts.stream().anyMatch(this::isCentral);
            for (DockContainer part : parts) {
                SplitPane.setResizableWithParent(part.asRegion(), !someCentral || isCentral(part));
                restyle(part);
            }
        } else if (container instanceof DockContainerLeaf leaf) {
            List<Dockable> dockables = leaf.getDockables();
            boolean alone = panels.ids().stream().filter(panels::isCentral).count() < 2;
            boolean bare = alone && dockables.size() == 1 && !dockables.getFirst().isClosable();
            leaf.getStyleClass().remove(BARE);
            if (bare) {
                leaf.getStyleClass().add(BARE);
            }
        }
    }

    private boolean isCentral(DockContainer container) {
        return container.getDockables().stream().anyMatch(d -> panels.isCentral(d.getIdentifier()));
    }

    /// The layout of a container; `null` if no panel is in it.
    @Nullable LayoutNode read(DockContainer container) {
        return switch (container) {
            case DockContainerLeaf leaf -> read(leaf);
            case DockContainerBranch branch -> read(branch);
        };
    }

    private @Nullable LayoutNode read(DockContainerBranch branch) {
        List<Part> read = new ArrayList<>();
        for (DockContainer part : parts(branch)) {
            LayoutNode node = read(part);
            if (node != null) {
                double now = length(branch, part.asRegion());
                double size = isFolded(part) ? unfolded.getOrDefault(part, now) : now;
                read.add(new Part(size / unit, node));
            }
        }
        return switch (read.size()) {
            case 0 -> null;
            case 1 -> read.getFirst().node();
            default -> new Split(branch.getOrientation() == Orientation.VERTICAL, read);
        };
    }

    private static @Nullable LayoutNode read(DockContainerLeaf leaf) {
        List<String> ids = leaf.getDockables().stream().map(Dockable::getIdentifier).toList();
        if (ids.isEmpty()) {
            return null;
        }
        Dockable selected = leaf.getSelectedDockable();
        return new Tabs(
                ids,
                selected == null ? ids.getFirst() : selected.getIdentifier(),
                leaf.isCollapsed());
    }

    /// The parts in the order in which they are seen, which BentoFX's own list need not have.
    static List<DockContainer> parts(DockContainerBranch branch) {
        return branch.getItems().stream()
                .flatMap(node -> node instanceof DockContainer c ? Stream.of(c) : Stream.empty())
                .toList();
    }

    static double length(DockContainerBranch along, Region of) {
        return along.getOrientation() == Orientation.VERTICAL ? of.getHeight() : of.getWidth();
    }

    static boolean isFolded(DockContainer container) {
        return container instanceof DockContainerLeaf leaf && leaf.isCollapsed();
    }

    /// Shows the tabs only, or all again.
    ///
    /// @return whether that can be where it stands
    boolean fold(DockContainerLeaf leaf) {
        DockContainerBranch parent = leaf.getParentContainer();
        if (parent == null) {
            return false;
        }
        unfolded.put(leaf, length(parent, leaf));
        Dockable selected = leaf.getSelectedDockable();
        return parent.setContainerCollapsed(leaf, !leaf.isCollapsed()) && reselect(leaf, selected);
    }

    private static boolean reselect(DockContainerLeaf leaf, @Nullable Dockable selected) {
        if (!leaf.isCollapsed() && leaf.getSelectedDockable() == null) {
            leaf.selectDockable(selected == null ? leaf.getDockables().getFirst() : selected);
        }
        return true;
    }

    /// Puts a new group beside what is there.
    ///
    /// @param size of the group, in pixels
    void insert(DockContainer beside, DockContainerLeaf leaf, Place side, double size) {
        DockContainerBranch parent = beside.getParentContainer();
        if (parent == null) {
            throw new IllegalArgumentException("a root stands beside nothing");
        }
        DockContainerBranch split = bento.dockBuilding().branch();
        split.setOrientation(side.isVertical() ? Orientation.VERTICAL : Orientation.HORIZONTAL);
        double room =
                side.isVertical() ? beside.asRegion().getHeight() : beside.asRegion().getWidth();
        double[] dividers = parent.getDividerPositions();
        parent.replaceContainer(beside, split);
        split.addContainers(
                side.isFirst()
                        ? new DockContainer[] {leaf, beside}
                        : new DockContainer[] {beside, leaf});
        parent.setDividerPositions(dividers);
        parent.applyCss();
        parent.layout();
        double other = Math.max(1, room - size);
        size(split, side.isFirst() ? new double[] {size, other} : new double[] {other, size});
    }

    /// The smallest container in which all of some panels are.
    static Optional<DockContainer> around(DockContainer root, List<String> ids) {
        if (ids.isEmpty() || !holds(root, ids)) {
            return Optional.empty();
        }
        if (root instanceof DockContainerBranch branch) {
            for (DockContainer part : parts(branch)) {
                if (holds(part, ids)) {
                    return around(part, ids);
                }
            }
        }
        return Optional.of(root);
    }

    private static boolean holds(DockContainer container, List<String> ids) {
        return container.getDockables().stream()
                .map(Dockable::getIdentifier)
                .toList()
                .containsAll(ids);
    }

    static boolean isWithin(Node root, Node node) {
        Node at = node;
        while (at != null && at != root) {
            at = at.getParent();
        }
        return at != null;
    }
}
