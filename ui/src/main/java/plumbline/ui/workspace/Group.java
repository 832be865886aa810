package plumbline.ui.workspace;

import javafx.geometry.Side;
import org.jspecify.annotations.Nullable;
import software.coley.bentofx.Bento;
import software.coley.bentofx.dockable.Dockable;
import software.coley.bentofx.layout.container.DockContainerLeaf;

/// Panels in one place, of which one is seen: their tabs at the top, and the panel below, unless
/// the group is folded.
///
/// Threads: FX thread.
final class Group extends DockContainerLeaf {
    private final GroupBuilding.Rule rule;
    private double unfolded;
    private @Nullable Dockable seen;

    Group(Bento bento, String id, GroupBuilding.Rule rule) {
        super(bento, id);
        this.rule = rule;
        setSide(Side.TOP);
        setMinSize(0, 0);
    }

    @Override
    public boolean canReceiveDockable(Dockable dragged, @Nullable Side side) {
        return super.canReceiveDockable(dragged, side) && rule.mayDrop(this, dragged);
    }

    /// The panel that is seen, or is again as soon as the group is not folded.
    @Nullable Dockable front() {
        Dockable selected = getSelectedDockable();
        if (selected == null && getDockables().contains(seen)) {
            selected = seen;
        }
        return selected != null || getDockables().isEmpty() ? selected : getDockables().getFirst();
    }

    /// How high it is, or would be if it were not folded.
    double unfolded(double now) {
        return isCollapsed() ? unfolded : now;
    }

    /// Shows the tabs only, or all again.
    ///
    /// @return the height that it is to have
    double fold(boolean folded) {
        Dockable front = front();
        if (folded) {
            unfolded = getHeight();
            seen = front;
            setCollapsedState(true);
            return getCollapsedSize();
        }
        setCollapsedState(false);
        selectDockable(front);
        return unfolded;
    }
}
