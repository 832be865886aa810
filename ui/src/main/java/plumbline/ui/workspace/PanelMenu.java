package plumbline.ui.workspace;

import java.util.Set;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import plumbline.ui.text.Texts;

/// The menu of a tab: all that can be done by dragging, for those who do not drag.
///
/// Threads: FX thread.
final class PanelMenu extends ContextMenu {

    PanelMenu(BentoDock dock, String panel) {
        setAutoHide(true);
        boolean closable = dock.isClosable(panel);
        if (closable) {
            add("panel.float", () -> dock.floatOut(panel));
        }
        add("panel.fold", () -> dock.fold(panel));
        Set<String> others = dock.centres(panel);
        if (!others.isEmpty()) {
            getItems().add(new SeparatorMenuItem());
            String centre = others.iterator().next();
            add("panel.left", () -> dock.dock(panel, centre, Place.LEFT));
            add("panel.right", () -> dock.dock(panel, centre, Place.RIGHT));
            add("panel.below", () -> dock.dock(panel, centre, Place.BOTTOM));
            add("panel.tab", () -> dock.dock(panel, centre, Place.CENTRE));
        }
        if (closable) {
            getItems().add(new SeparatorMenuItem());
            add("panel.reset", () -> dock.reset(panel));
            add("panel.close", () -> dock.close(panel));
        }
    }

    private void add(String key, Runnable action) {
        MenuItem item = new MenuItem(Texts.of(key));
        item.setId(key);
        item.setOnAction(e -> action.run());
        getItems().add(item);
    }
}
