package plumbline.ui.shell;

import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Node;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import plumbline.ui.exchange.ConnectionsPanel;
import plumbline.ui.text.Texts;
import plumbline.ui.workspace.LayoutNode;
import plumbline.ui.workspace.PageLayout;
import plumbline.ui.workspace.PanelType;
import plumbline.ui.workspace.ViewPanel;

/// The exchanges, and how it stands with each.
///
/// Threads: FX thread.
final class ConnectionsPage {
    private static final String ID = Page.CONNECTIONS.code();

    private ConnectionsPage() {}

    static PageDeck.PageType of(Node bar, Supplier<ConnectionsPanel> panel) {
        PanelType centre =
                PanelType.centre(
                        ID,
                        Texts.of("panel.connections"),
                        MaterialDesignL.LAN_CONNECT,
                        () -> view(panel.get()));
        return new PageDeck.PageType(
                Page.CONNECTIONS, bar, List.of(centre), new PageLayout(LayoutNode.Tabs.of(ID)));
    }

    /// It listens only while it is seen.
    private static ViewPanel view(ConnectionsPanel panel) {
        return new ViewPanel(panel, panel::focusFirst, () -> {});
    }
}
