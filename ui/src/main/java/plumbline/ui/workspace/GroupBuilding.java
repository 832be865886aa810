package plumbline.ui.workspace;

import javafx.geometry.Side;
import org.jspecify.annotations.Nullable;
import software.coley.bentofx.Bento;
import software.coley.bentofx.building.DockBuilding;
import software.coley.bentofx.dockable.Dockable;
import software.coley.bentofx.layout.container.DockContainerLeaf;

/// Makes groups of tabs that take only what may go there.
///
/// Threads: FX thread.
final class GroupBuilding extends DockBuilding {
    private final Bento bento;
    private final Rule rule;

    /// Says what may be dropped on which group.
    interface Rule {
        boolean mayDrop(DockContainerLeaf group, Dockable dragged);
    }

    GroupBuilding(Bento bento, Rule rule) {
        super(bento);
        this.bento = bento;
        this.rule = rule;
    }

    @Override
    public DockContainerLeaf leaf(String id) {
        return new DockContainerLeaf(bento, id) {
            @Override
            public boolean canReceiveDockable(Dockable dragged, @Nullable Side side) {
                return super.canReceiveDockable(dragged, side) && rule.mayDrop(this, dragged);
            }
        };
    }
}
