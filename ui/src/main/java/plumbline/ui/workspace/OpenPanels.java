package plumbline.ui.workspace;

import java.lang.System.Logger.Level;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import plumbline.engine.text.ErrorText;
import plumbline.ui.control.Message;
import plumbline.ui.text.Texts;
import software.coley.bentofx.Bento;
import software.coley.bentofx.dockable.Dockable;

/// The panels that are open, each with what docks it. One that cannot be opened, or of which
/// nothing is known, is a message in its place; the others go on.
///
/// Threads: FX thread.
final class OpenPanels {
    private static final System.Logger LOG = System.getLogger(OpenPanels.class.getName());

    private final Bento bento;
    private final Map<String, PanelType> types = new LinkedHashMap<>();
    private final Map<String, Open> open = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> saved = new LinkedHashMap<>();
    private final BiConsumer<PanelType, Throwable> failed;
    private final PanelMenus menus;

    /// Builds the menu of a tab.
    interface PanelMenus {
        javafx.scene.control.ContextMenu of(String panel);
    }

    private record Open(Dockable dockable, @Nullable Panel panel) {}

    /// @param failed told of each panel that cannot be opened
    OpenPanels(
            Bento bento,
            List<PanelType> types,
            PanelMenus menus,
            BiConsumer<PanelType, Throwable> failed) {
        this.bento = bento;
        this.menus = menus;
        this.failed = failed;
        types.forEach(type -> this.types.put(type.id(), type));
    }

    Optional<PanelType> type(String panel) {
        return Optional.ofNullable(types.get(panel));
    }

    /// Those that are always open, in order.
    List<PanelType> fixed() {
        return types.values().stream().filter(type -> !type.closable()).toList();
    }

    Set<String> ids() {
        return new LinkedHashSet<>(open.keySet());
    }

    boolean isOpen(String panel) {
        return open.containsKey(panel);
    }

    /// Whether it belongs in the middle, whose room shrinks and grows with the window.
    boolean isCentral(String panel) {
        return type(panel).map(type -> type.place() == Place.CENTRE).orElse(false);
    }

    void restore(Map<String, Map<String, String>> all) {
        saved.clear();
        saved.putAll(all);
    }

    void forget(String panel) {
        saved.remove(panel);
    }

    /// What open panels save now, and what others saved last.
    Map<String, Map<String, String>> saved() {
        open.forEach(this::save);
        saved.values().removeIf(Map::isEmpty);
        return Map.copyOf(saved);
    }

    private void save(String id, Open one) {
        if (one.panel() != null) {
            try {
                saved.put(id, one.panel().save());
            } catch (RuntimeException e) { // of a panel; the others are to be saved all the same
                LOG.log(Level.WARNING, "panel " + id + " cannot be saved", e);
            }
        }
    }

    /// What docks a panel, which is opened if it is not.
    Dockable dockable(String panel) {
        Open known = open.get(panel);
        if (known != null) {
            return known.dockable();
        }
        Dockable dockable = bento.dockBuilding().dockable(panel);
        dockable.setContextMenuFactory(d -> menus.of(panel));
        PanelType type = types.get(panel);
        open.put(panel, type == null ? unknown(panel, dockable) : opened(type, dockable));
        return dockable;
    }

    private Open opened(PanelType type, Dockable dockable) {
        dockable.setTitle(type.title());
        dockable.setClosable(type.closable());
        dockable.setCanBeDroppedToNewWindow(type.closable());
        dockable.setIconFactory(d -> new org.kordamp.ikonli.javafx.FontIcon(type.icon()));
        try {
            Panel panel = type.opening().get();
            panel.restore(saved.getOrDefault(type.id(), Map.of()));
            if (panel.node() instanceof Region region) {
                region.setMinSize(0, 0); // a low group cuts it, and keeps its tabs
            }
            dockable.setNode(panel.node());
            if (panel.title() != null) {
                dockable.titleProperty().bind(panel.title());
            }
            return new Open(dockable, panel);
        } catch (RuntimeException e) { // of a panel, which may be anybody's
            failed.accept(type, e);
            Button again = new Button(Texts.of("panel.again"));
            again.setOnAction(event -> openAgain(type, dockable));
            dockable.setNode(
                    message(
                            MaterialDesignA.ALERT_CIRCLE_OUTLINE,
                            Texts.of("panel.failed", type.title()),
                            ErrorText.of(e),
                            List.of(again)));
            return new Open(dockable, null);
        }
    }

    private void openAgain(PanelType type, Dockable dockable) {
        open.put(type.id(), opened(type, dockable));
    }

    private static Open unknown(String panel, Dockable dockable) {
        dockable.setTitle(panel);
        dockable.setIconFactory(
                d -> new org.kordamp.ikonli.javafx.FontIcon(MaterialDesignP.PUZZLE_OUTLINE));
        dockable.setNode(
                message(
                        MaterialDesignP.PUZZLE_OUTLINE,
                        Texts.of("panel.unknown", panel),
                        Texts.of("panel.unknown.detail"),
                        List.of()));
        return new Open(dockable, null);
    }

    private static Message message(Ikon icon, String title, String detail, List<Button> actions) {
        return new Message(icon, title, detail, actions);
    }

    void focus(String panel) {
        Open one = open.get(panel);
        if (one != null && one.panel() != null) {
            one.panel().focus();
        }
    }

    /// A panel was closed: it is saved and ends.
    void closed(String panel) {
        Open one = open.remove(panel);
        if (one == null) {
            return;
        }
        save(panel, one);
        one.dockable().titleProperty().unbind();
        if (one.panel() != null) {
            try {
                one.panel().close();
            } catch (RuntimeException e) { // of a panel; it is gone all the same
                LOG.log(Level.WARNING, "panel " + panel + " did not close in order", e);
            }
        }
    }
}
