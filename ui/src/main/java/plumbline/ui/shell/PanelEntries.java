package plumbline.ui.shell;

import java.util.ArrayList;
import java.util.List;
import plumbline.ui.action.PaletteEntry;
import plumbline.ui.text.Texts;
import plumbline.ui.workspace.DockHost;
import plumbline.ui.workspace.PanelCommand;
import plumbline.ui.workspace.PanelType;

/// What can be done with the open panels of a page, for the palette: to dock, fold and float them
/// without a pointer.
final class PanelEntries {
    private PanelEntries() {}

    static List<PaletteEntry> of(PageDeck deck, Page page) {
        DockHost dock = deck.dock(page);
        List<PaletteEntry> entries = new ArrayList<>();
        for (PanelType panel : deck.type(page).panels()) {
            if (!panel.closable() || !dock.open().contains(panel.id())) {
                continue;
            }
            for (PanelCommand command : dock.commands(panel.id())) {
                entries.add(
                        new PaletteEntry(
                                command.key() + ':' + panel.id(),
                                Texts.of("palette.panel", panel.title(), Texts.of(command.key())),
                                "",
                                panel.icon(),
                                "",
                                command.run()));
            }
        }
        return entries;
    }
}
