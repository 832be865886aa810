package plumbline.ui.workspace;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Orientation;
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

    DockTree(Bento bento, OpenPanels panels) {
        this.bento = bento;
        this.panels = panels;
    }

    /// The containers of a layout. Something wide has a branch around it, in which a panel can come
    /// to stand below it without it being moved.
    DockContainer build(LayoutNode layout) {
        DockContainer built = bare(layout);
        if (layout instanceof Split split && split.vertical()) {
            return built;
        }
        DockContainerBranch around = branch(true);
        around.addContainer(built);
        return around;
    }

    /// The containers of a part of a layout.
    DockContainer bare(LayoutNode layout) {
        return switch (layout) {
            case Tabs tabs -> leaf(tabs);
            case Split split -> branch(split);
        };
    }

    private DockContainerLeaf leaf(Tabs tabs) {
        DockContainerLeaf leaf = leaf();
        fill(leaf, tabs);
        return leaf;
    }

    /// Makes a group have the panels that it shall have, in their order; those that it takes from
    /// other groups go on as they are.
    void fill(DockContainerLeaf leaf, Tabs tabs) {
        List<Dockable> wanted = tabs.panels().stream().map(panels::dockable).toList();
        for (int i = 0; i < wanted.size(); i++) {
            List<Dockable> now = leaf.getDockables();
            if (i >= now.size() || now.get(i) != wanted.get(i)) {
                take(wanted.get(i));
                leaf.addDockable(i, wanted.get(i));
            }
        }
        for (Dockable other : List.copyOf(leaf.getDockables())) {
            if (!wanted.contains(other)) {
                leaf.removeDockable(other);
            }
        }
        Dockable front = panels.dockable(tabs.selected());
        if (leaf.getSelectedDockable() != front) {
            leaf.selectDockable(front);
        }
    }

    /// Takes a panel out of where it stands.
    static void take(Dockable dockable) {
        DockContainerLeaf from = dockable.getContainer();
        if (from != null) {
            from.removeDockable(dockable);
        }
    }

    DockContainerLeaf leaf() {
        return bento.dockBuilding().leaf();
    }

    DockContainerBranch branch(boolean vertical) {
        DockContainerBranch branch = bento.dockBuilding().branch();
        branch.setOrientation(vertical ? Orientation.VERTICAL : Orientation.HORIZONTAL);
        return branch;
    }

    private DockContainerBranch branch(Split split) {
        DockContainerBranch branch = branch(split.vertical());
        split.parts().forEach(part -> branch.addContainer(bare(part.node())));
        return branch;
    }

    /// Gives the parts of a layout their sizes, outer ones first; it must be on the screen.
    void size(DockContainer outer, LayoutNode layout) {
        DockContainer container = Branch.inner(outer);
        if (container instanceof DockContainerBranch branch && layout instanceof Split split) {
            double[] sizes = split.parts().stream().mapToDouble(p -> p.size() * unit).toArray();
            size(branch, sizes);
            List<DockContainer> parts = Branch.parts(branch);
            for (int i = 0; i < parts.size(); i++) {
                size(parts.get(i), split.parts().get(i).node());
            }
            for (int i = 0; i < parts.size(); i++) {
                boolean folded = split.parts().get(i).node() instanceof Tabs t && t.folded();
                if (folded && Branch.inner(parts.get(i)) instanceof Group group) {
                    fold(group, true);
                }
            }
        }
    }

    /// Sizes of layouts are multiplied by this in the window.
    void unit(double newUnit) {
        unit = newUnit;
    }

    /// Gives the parts other sizes than they have; what is folded stays so.
    void resize(DockContainer outer, LayoutNode layout) {
        DockContainer container = Branch.inner(outer);
        if (container instanceof DockContainerBranch branch && layout instanceof Split split) {
            List<DockContainer> parts = Branch.parts(branch);
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
        List<DockContainer> parts = Branch.parts(branch);
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
            List<DockContainer> parts = Branch.parts(branch);
            if (branch instanceof Branch own) {
                own.lockDividers();
            }
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
        for (DockContainer part : Branch.parts(branch)) {
            LayoutNode node = read(part);
            if (node != null) {
                double now = length(branch, part.asRegion());
                double size = Branch.inner(part) instanceof Group g ? g.unfolded(now) : now;
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
        Dockable front = leaf instanceof Group group ? group.front() : null;
        return new Tabs(
                ids, front == null ? ids.getFirst() : front.getIdentifier(), leaf.isCollapsed());
    }

    static double length(DockContainerBranch along, Region of) {
        return along.getOrientation() == Orientation.VERTICAL ? of.getHeight() : of.getWidth();
    }

    private static boolean isFolded(DockContainer container) {
        return Branch.inner(container) instanceof DockContainerLeaf leaf && leaf.isCollapsed();
    }

    /// Shows the tabs of a group only, or all of it again, where that can be.
    void fold(DockContainerLeaf leaf, boolean folded) {
        DockContainerBranch parent = leaf.getParentContainer();
        if (parent != null) {
            DockContainerBranch around = parent.getParentContainer();
            if (Branch.parts(parent).size() == 1 && around instanceof Branch) {
                around.replaceContainer(parent, leaf); // where it has neighbours
                fold(leaf, folded);
            } else {
                parent.setContainerCollapsed(leaf, folded);
            }
        }
    }

    /// Puts a new group beside what is there, which stays where it is if that can be.
    ///
    /// @param size of the group, in pixels
    void insert(DockContainer outer, DockContainerLeaf leaf, Place side, double size) {
        DockContainer beside = Branch.inner(outer);
        Orientation along = side.isVertical() ? Orientation.VERTICAL : Orientation.HORIZONTAL;
        if (beside instanceof Branch row && row.getOrientation() == along) {
            List<DockContainer> parts = Branch.parts(row);
            insert(row, side.isFirst() ? parts.getFirst() : parts.getLast(), leaf, side, size);
            return;
        }
        DockContainerBranch parent = beside.getParentContainer();
        if (parent == null) {
            throw new IllegalArgumentException("a root stands beside nothing");
        }
        boolean alone = Branch.parts(parent).size() == 1;
        if (!(parent instanceof Branch) || !alone && parent.getOrientation() != along) {
            parent = surround(parent, beside, along);
        }
        parent.setOrientation(along);
        insert(parent, beside, leaf, side, size);
    }

    private void insert(
            DockContainerBranch row,
            DockContainer beside,
            DockContainerLeaf leaf,
            Place side,
            double size) {
        List<DockContainer> parts = Branch.parts(row);
        double[] sizes = new double[parts.size() + 1];
        int place = parts.indexOf(beside) + (side.isFirst() ? 0 : 1);
        for (int i = 0; i < parts.size(); i++) {
            DockContainer part = parts.get(i);
            double now = length(row, parts.size() == 1 ? row : part.asRegion());
            sizes[i < place ? i : i + 1] = part == beside ? Math.max(1, now - size) : now;
        }
        sizes[place] = size;
        row.addContainer(place, leaf);
        row.applyCss();
        row.layout();
        size(row, sizes);
    }

    /// A new branch in the place of a container, and around it.
    DockContainerBranch surround(
            DockContainerBranch parent, DockContainer inside, Orientation along) {
        DockContainerBranch around = branch(along == Orientation.VERTICAL);
        double[] dividers = parent.getDividerPositions();
        around.addContainer(inside); // first, for a branch with nothing in it is tidied away
        parent.replaceContainer(inside, around);
        parent.setDividerPositions(dividers);
        parent.applyCss();
        parent.layout();
        return around;
    }

    /// Removes branches in which nothing is left.
    static void tidy(DockContainerBranch branch) {
        for (DockContainer part : Branch.parts(branch)) {
            if (part instanceof DockContainerBranch inner) {
                tidy(inner);
                if (Branch.parts(inner).isEmpty()) {
                    branch.removeContainer(inner);
                }
            }
        }
    }

    /// The smallest container in which all of some panels are.
    static Optional<DockContainer> around(DockContainer root, List<String> ids) {
        if (ids.isEmpty() || !holds(root, ids)) {
            return Optional.empty();
        }
        if (root instanceof DockContainerBranch branch) {
            for (DockContainer part : Branch.parts(branch)) {
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
