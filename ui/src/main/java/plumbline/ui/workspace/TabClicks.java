package plumbline.ui.workspace;

import java.util.function.Consumer;
import javafx.scene.control.ContextMenu;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import software.coley.bentofx.control.Header;
import software.coley.bentofx.control.HeaderPane;
import software.coley.bentofx.dockable.Dockable;
import software.coley.bentofx.layout.container.DockContainerLeaf;

/// What clicks on a tab do: one shows the panel, two fold its group, the other button opens the
/// menu.
///
/// Threads: FX thread.
final class TabClicks {
    private final Header tab;
    private final Consumer<Dockable> fold;

    /// The first of two clicks has unfolded the group: the second is not to fold it again.
    private boolean unfolded;

    private TabClicks(Header tab, Consumer<Dockable> fold) {
        this.tab = tab;
        this.fold = fold;
    }

    /// @param fold folds or unfolds the group of a panel
    static Header on(Header tab, HeaderPane pane, Consumer<Dockable> fold) {
        TabClicks clicks = new TabClicks(tab, fold);
        tab.setOnMouseClicked(click -> clicks.clicked(pane.getContainer(), click));
        return tab;
    }

    private void clicked(DockContainerLeaf group, MouseEvent click) {
        Dockable dockable = tab.getDockable();
        if (click.getButton() == MouseButton.SECONDARY) {
            ContextMenu menu =
                    dockable.getContextMenuFactory() == null
                            ? null
                            : dockable.getContextMenuFactory().build(dockable);
            if (menu != null) {
                menu.show(tab, click.getScreenX(), click.getScreenY());
            }
        } else if (click.getButton() == MouseButton.PRIMARY) {
            boolean first = click.getClickCount() == 1;
            if (group.isCollapsed() || !first && !unfolded) {
                unfolded = first;
                fold.accept(dockable);
            } else if (first) {
                unfolded = false;
            }
            if (!group.isCollapsed()) {
                group.selectDockable(dockable);
            }
        }
    }
}
