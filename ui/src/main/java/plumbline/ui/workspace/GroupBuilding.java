package plumbline.ui.workspace;

import software.coley.bentofx.Bento;
import software.coley.bentofx.building.DockBuilding;
import software.coley.bentofx.dockable.Dockable;
import software.coley.bentofx.layout.container.DockContainerLeaf;

/// Makes groups of tabs that take only what may go there, and what they stand in.
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
    public Group leaf(String id) {
        return new Group(bento, id, rule);
    }

    @Override
    public Branch branch(String id) {
        return new Branch(bento, id);
    }
}
