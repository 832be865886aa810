package plumbline.ui.workspace;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Orientation;
import org.jspecify.annotations.Nullable;
import plumbline.ui.workspace.LayoutNode.Split;
import plumbline.ui.workspace.LayoutNode.Tabs;
import software.coley.bentofx.dockable.Dockable;
import software.coley.bentofx.layout.DockContainer;
import software.coley.bentofx.layout.container.DockContainerBranch;
import software.coley.bentofx.layout.container.DockContainerLeaf;

/// Brings docked panels to where they stand in a layout by as few moves as that takes: a panel that
/// is moved has to be given its style anew, which takes time and is seen.
///
/// Threads: FX thread.
final class Rearrangement {
    private final DockTree tree;

    Rearrangement(DockTree tree) {
        this.tree = tree;
    }

    /// Makes what is docked have the shape of a layout; sizes are another matter.
    void bring(DockContainerBranch root, LayoutNode layout) {
        List<DockContainer> docked = Branch.parts(root);
        if (!docked.isEmpty()) {
            fit(docked.getFirst(), layout);
            DockTree.tidy(root);
            docked = Branch.parts(root);
        }
        if (docked.size() != 1 || !has(docked.getFirst(), layout)) {
            docked.forEach(root::removeContainer);
            root.addContainer(tree.build(layout));
        }
    }

    private void fit(DockContainer have, LayoutNode wanted) {
        if (have instanceof DockContainerBranch branch) {
            fit(branch, wanted);
        } else if (have instanceof DockContainerLeaf leaf) {
            if (leaf.isCollapsed()) {
                tree.fold(leaf, false);
            }
            switch (wanted) {
                case Tabs tabs -> tree.fill(leaf, tabs);
                case Split split -> {
                    DockContainerBranch parent = leaf.getParentContainer();
                    if (parent != null) {
                        fill(tree.surround(parent, leaf, along(split)), split);
                    }
                }
            }
        }
    }

    private void fit(DockContainerBranch branch, LayoutNode wanted) {
        List<DockContainer> parts = Branch.parts(branch);
        DockContainer only = parts.size() == 1 ? parts.getFirst() : null;
        if (wanted instanceof Split split
                && (only == null ? isAlong(branch, split) : !isAlong(only, split))) {
            fill(branch, split);
            return;
        }
        DockContainer kept = only != null ? only : sharing(parts, wanted);
        if (kept != null) {
            parts.stream().filter(part -> part != kept).forEach(branch::removeContainer);
            fit(kept, wanted);
        }
    }

    /// A branch gets the parts of a split; it keeps those in which some of their panels are.
    private void fill(DockContainerBranch branch, Split split) {
        List<DockContainer> left = new ArrayList<>(Branch.parts(branch));
        List<@Nullable DockContainer> kept = new ArrayList<>();
        for (LayoutNode.Part part : split.parts()) {
            DockContainer sharing = sharing(left, part.node());
            if (sharing != null) { // what stands before it would have to be moved
                left.subList(0, left.indexOf(sharing) + 1).clear();
            }
            kept.add(sharing);
        }
        Branch.parts(branch).stream()
                .filter(part -> !kept.contains(part))
                .forEach(branch::removeContainer);
        branch.setOrientation(along(split));
        for (int i = 0; i < kept.size(); i++) {
            DockContainer part = kept.get(i);
            LayoutNode wanted = split.parts().get(i).node();
            if (part != null) {
                fit(part, wanted);
            } else {
                branch.addContainer(i, tree.bare(wanted));
            }
        }
    }

    private static Orientation along(Split split) {
        return split.vertical() ? Orientation.VERTICAL : Orientation.HORIZONTAL;
    }

    private static boolean isAlong(DockContainer container, Split split) {
        return container instanceof DockContainerBranch branch
                && Branch.parts(branch).size() > 1
                && branch.getOrientation() == along(split);
    }

    private static @Nullable DockContainer sharing(List<DockContainer> parts, LayoutNode wanted) {
        List<String> ids = wanted.ids().toList();
        return parts.stream()
                .filter(part ->
                        part.getDockables().stream().anyMatch(d -> ids.contains(d.getIdentifier())))
                .findFirst()
                .orElse(null);
    }

    private static boolean has(DockContainer outer, LayoutNode layout) {
        DockContainer container = Branch.inner(outer);
        return switch (layout) {
            case Tabs tabs ->
                    container instanceof DockContainerLeaf leaf && ids(leaf).equals(tabs.panels());
            case Split split -> {
                if (!isAlong(container, split)) {
                    yield false;
                }
                List<DockContainer> parts = Branch.parts((DockContainerBranch) container);
                yield parts.size() == split.parts().size()
                        && java.util.stream.IntStream.range(0, parts.size())
                                .allMatch(i -> has(parts.get(i), split.parts().get(i).node()));
            }
        };
    }

    private static List<String> ids(DockContainerLeaf leaf) {
        return leaf.getDockables().stream().map(Dockable::getIdentifier).toList();
    }
}
