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
    private TabClicks() {}

    /// @param fold folds or unfolds the group of a panel
    static Header on(Header tab, HeaderPane pane, Consumer<Dockable> fold) {
        tab.setOnMouseClicked(click -> clicked(tab, pane.getContainer(), click, fold));
        return tab;
    }

    private static void clicked(
            Header tab, DockContainerLeaf group, MouseEvent click, Consumer<Dockable> fold) {
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
            if (click.getClickCount() == 2 || group.isCollapsed()) {
                fold.accept(dockable);
            }
            if (!group.isCollapsed()) {
                group.selectDockable(dockable);
            }
        }
    }
}
