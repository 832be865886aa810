package plumbline.ui.shell;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import plumbline.ui.workspace.BentoDock;
import plumbline.ui.workspace.DockHost;
import plumbline.ui.workspace.PageLayout;
import plumbline.ui.workspace.PanelType;
import plumbline.ui.workspace.WindowLayout;

/// The pages of the window: each has panels, a bar at the top, and is built when it is first shown.
///
/// Threads: FX thread.
final class PageDeck {
    private final Map<Page, PageType> types = new EnumMap<>(Page.class);
    private final Map<Page, DockHost> docks = new EnumMap<>(Page.class);
    private final StackPane pages = new StackPane();
    private final StackPane bars = new StackPane();
    private final BentoDock.Surroundings around;
    private final Runnable changed;
    private WindowLayout layout;

    /// A page.
    ///
    /// @param bar at the top of the window
    /// @param panels that there are
    /// @param usual where they stand at first
    record PageType(Page page, Node bar, List<PanelType> panels, PageLayout usual) {}

    /// @param layout to begin with
    /// @param changed called when the user has moved something
    PageDeck(WindowLayout layout, BentoDock.Surroundings around, Runnable changed) {
        this.layout = layout;
        this.around = around;
        this.changed = changed;
        pages.setMinSize(0, 0);
    }

    void add(PageType type) {
        types.put(type.page(), type);
        type.bar().setVisible(false);
        bars.getChildren().add(type.bar());
    }

    Node pages() {
        return pages;
    }

    Node bars() {
        return bars;
    }

    /// The panels of a page; opens them if they never were.
    DockHost dock(Page page) {
        return docks.computeIfAbsent(page, this::build);
    }

    private DockHost build(Page page) {
        PageType type = type(page);
        DockHost dock = new BentoDock(type.panels(), around);
        dock.node().setVisible(false);
        pages.getChildren().add(dock.node());
        lay(type, dock);
        dock.onChange(changed);
        return dock;
    }

    private void lay(PageType type, DockHost dock) {
        dock.lay(layout.pages().getOrDefault(type.page().code(), type.usual()), layout.panels());
    }

    PageType type(Page page) {
        PageType type = types.get(page);
        if (type == null) {
            throw new IllegalArgumentException("there is no page " + page);
        }
        return type;
    }

    void show(Page page) {
        DockHost shown = dock(page);
        if (!pages.getChildren().contains(shown.node())) {
            pages.getChildren().add(shown.node());
        }
        docks.values().forEach(dock -> dock.node().setVisible(dock == shown));
        types.values().forEach(type -> type.bar().setVisible(type.page() == page));
    }

    /// Takes the pages that are not seen out of the scene until they are shown again: what changes
    /// the look of the scene would find new styles for them too, and they have most of the nodes.
    void setHiddenAside() {
        pages.getChildren().removeIf(page -> !page.isVisible());
    }

    /// Everything as it stands now, pages that were not opened as they were kept.
    WindowLayout layout() {
        Map<String, PageLayout> now = new LinkedHashMap<>(layout.pages());
        Map<String, Map<String, String>> panels = new LinkedHashMap<>(layout.panels());
        docks.forEach((page, dock) -> {
            now.put(page.code(), dock.layout());
            panels.putAll(dock.saved());
        });
        return new WindowLayout(now, panels);
    }

    /// Lays every page out anew.
    void lay(WindowLayout other) {
        layout = other;
        docks.forEach((page, dock) -> lay(type(page), dock));
    }

    /// Brings the panels to where they stood; those that are open go on as they are.
    void arrange(WindowLayout other) {
        layout = other;
        docks.forEach((page, dock) -> {
            PageLayout wanted = other.pages().getOrDefault(page.code(), type(page).usual());
            if (!wanted.shape().equals(dock.layout().shape())) {
                dock.arrange(wanted, other.panels());
            }
        });
    }

    void close() {
        docks.values().forEach(DockHost::dispose);
    }
}
