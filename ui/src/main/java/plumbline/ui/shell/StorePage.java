package plumbline.ui.shell;

import java.util.List;
import javafx.scene.Node;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import plumbline.ui.data.DataPage;
import plumbline.ui.text.Texts;
import plumbline.ui.workspace.LayoutNode;
import plumbline.ui.workspace.PageLayout;
import plumbline.ui.workspace.PanelType;
import plumbline.ui.workspace.ViewPanel;

/// The page of what is stored.
///
/// Threads: FX thread.
final class StorePage {
    private static final String ID = Page.DATA.code();

    private StorePage() {}

    static PageDeck.PageType of(Node bar, DataPage data) {
        PanelType panel =
                PanelType.centre(
                        ID,
                        Texts.of("panel.data"),
                        MaterialDesignD.DATABASE_OUTLINE,
                        () -> new ViewPanel(data, data::focusFirst, () -> {}));
        return new PageDeck.PageType(
                Page.DATA, bar, List.of(panel), new PageLayout(LayoutNode.Tabs.of(ID)));
    }
}
