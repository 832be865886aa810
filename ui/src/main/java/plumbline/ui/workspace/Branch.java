package plumbline.ui.workspace;

import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import software.coley.bentofx.Bento;
import software.coley.bentofx.layout.DockContainer;
import software.coley.bentofx.layout.container.DockContainerBranch;
import software.coley.bentofx.layout.container.DockContainerLeaf;

/// Groups and other branches beside or below each other. It stays when only one is left in it: what
/// is left would have to be given its style anew in another place.
///
/// BentoFX has a list of its own of what is in a branch, in the order in which it came; what counts
/// here is the order in which it is seen.
///
/// Threads: FX thread.
final class Branch extends DockContainerBranch {
    Branch(Bento bento, String id) {
        super(bento, id);
        setPruneWhenEmpty(false);
    }

    /// What is in a branch, in the order in which it is seen.
    static List<DockContainer> parts(DockContainerBranch branch) {
        return branch.getItems().stream()
                .flatMap(node -> node instanceof DockContainer c ? Stream.of(c) : Stream.empty())
                .toList();
    }

    /// What a container comes down to: the only one in it, or itself.
    static DockContainer inner(DockContainer container) {
        DockContainer inner = container;
        while (inner instanceof DockContainerBranch branch && parts(branch).size() == 1) {
            inner = parts(branch).getFirst();
        }
        return inner;
    }

    @Override
    public boolean replaceContainer(DockContainer child, DockContainer replacement) {
        int place = getItems().indexOf(child.asRegion());
        if (place == getChildContainers().indexOf(child)) {
            return super.replaceContainer(child, replacement);
        }
        double[] dividers = getDividerPositions();
        removeContainer(child);
        addContainer(place, replacement);
        setDividerPositions(dividers);
        return true;
    }

    /// Folds a group, or unfolds it: that can be at the upper and the lower end, beside one that is
    /// not folded.
    @Override
    public boolean setContainerCollapsed(DockContainerLeaf child, boolean folded) {
        List<DockContainer> parts = parts(this);
        int last = parts.size() - 1;
        int place = parts.indexOf(child);
        if (!(child instanceof Group group)
                || getOrientation() != Orientation.VERTICAL
                || last < 1
                || place != 0 && place != last
                || group.isCollapsed() == folded
                || isFolded(parts.get(place == 0 ? 1 : last - 1))) {
            return false;
        }
        double height = group.fold(folded);
        double share = Math.clamp((height + divider() / 2) / getHeight(), 0, 1);
        setDividerPosition(place == 0 ? 0 : last - 1, place == 0 ? share : 1 - share);
        lockDividers();
        return true;
    }

    private double divider() {
        return dividers().mapToDouble(node -> node.getLayoutBounds().getHeight()).max().orElse(0);
    }

    private Stream<Node> dividers() {
        return getChildren().stream()
                .filter(node -> node.getStyleClass().contains("split-pane-divider"));
    }

    /// Where a group is folded its size cannot be dragged.
    void lockDividers() {
        List<DockContainer> parts = parts(this);
        List<Node> dividers = dividers().toList();
        for (int i = 0; i < dividers.size() && i + 1 < parts.size(); i++) {
            dividers.get(i).setDisable(isFolded(parts.get(i)) || isFolded(parts.get(i + 1)));
        }
    }

    private static boolean isFolded(DockContainer container) {
        return container instanceof DockContainerLeaf leaf && leaf.isCollapsed();
    }
}
