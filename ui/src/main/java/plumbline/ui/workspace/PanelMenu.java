package plumbline.ui.workspace;

import java.util.ArrayList;
import java.util.List;
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
        for (PanelCommand command : commands(dock, panel)) {
            if (command.apart()) {
                getItems().add(new SeparatorMenuItem());
            }
            MenuItem item = new MenuItem(Texts.of(command.key()));
            item.setId(command.key());
            item.setOnAction(e -> command.run().run());
            getItems().add(item);
        }
    }

    static List<PanelCommand> commands(BentoDock dock, String panel) {
        List<PanelCommand> commands = new ArrayList<>();
        boolean closable = dock.isClosable(panel);
        if (closable) {
            commands.add(new PanelCommand("panel.float", false, () -> dock.floatOut(panel)));
        }
        commands.add(new PanelCommand("panel.fold", false, () -> dock.fold(panel)));
        Set<String> others = dock.centres(panel);
        if (!others.isEmpty()) {
            String centre = others.iterator().next();
            commands.add(
                    new PanelCommand(
                            "panel.left", true, () -> dock.dock(panel, centre, Place.LEFT)));
            commands.add(
                    new PanelCommand(
                            "panel.right", false, () -> dock.dock(panel, centre, Place.RIGHT)));
            commands.add(
                    new PanelCommand(
                            "panel.below", false, () -> dock.dock(panel, centre, Place.BOTTOM)));
            commands.add(
                    new PanelCommand(
                            "panel.tab", false, () -> dock.dock(panel, centre, Place.CENTRE)));
        }
        if (closable) {
            commands.add(new PanelCommand("panel.reset", true, () -> dock.reset(panel)));
            commands.add(new PanelCommand("panel.close", false, () -> dock.close(panel)));
        }
        return commands;
    }
}
