package plumbline.ui.shell;

import java.util.List;
import java.util.Set;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.kordamp.ikonli.materialdesign2.MaterialDesignV;
import plumbline.ui.control.Controls;
import plumbline.ui.text.Texts;
import plumbline.ui.workspace.DockHost;
import plumbline.ui.workspace.PanelType;
import plumbline.ui.workspace.Place;

/// Which panels of a page are open, and the layouts that there are.
///
/// Threads: FX thread.
final class LayoutMenu extends MenuButton {
    private final Page page;
    private final PageDeck deck;
    private final WorkspaceLayouts layouts;

    LayoutMenu(Page page, PageDeck deck, WorkspaceLayouts layouts) {
        this.page = page;
        this.deck = deck;
        this.layouts = layouts;
        setId("layout-" + page.code());
        getStyleClass().add("icon-button");
        setGraphic(Controls.icon(MaterialDesignV.VIEW_DASHBOARD_OUTLINE));
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setAccessibleText(Texts.of("layout.menu"));
        Controls.tooltip(this, Texts.of("layout.menu"));
        setOnShowing(e -> fill());
        setOnShown(e -> layouts.refresh(this::fill));
        getItems().add(new MenuItem()); // without any it would not open
    }

    private void fill() {
        List<String> names = layouts.names();
        getItems().clear();
        List<PanelType> panels = deck.type(page).panels();
        if (panels.size() > 1) {
            panels.stream()
                    .filter(panel -> panel.closable() && panel.place() != Place.CENTRE)
                    .map(this::panel)
                    .forEach(getItems()::add);
            getItems().add(new SeparatorMenuItem());
        }
        for (String name : names) {
            RadioMenuItem item = new RadioMenuItem(name);
            item.setSelected(name.equals(layouts.name()));
            item.setOnAction(e -> layouts.change(name));
            getItems().add(item);
        }
        getItems()
                .addAll(
                        new SeparatorMenuItem(),
                        item("layout.saveAs", layouts::saveAs),
                        deletion(names),
                        item("layout.reset", layouts::reset));
    }

    private CheckMenuItem panel(PanelType type) {
        DockHost dock = deck.dock(page);
        Set<String> open = dock.open();
        CheckMenuItem item = new CheckMenuItem(type.title());
        item.setId("panel-" + type.id());
        item.setSelected(open.contains(type.id()));
        item.setOnAction(e -> {
            if (item.isSelected()) {
                dock.open(type.id());
            } else {
                dock.close(type.id());
            }
        });
        return item;
    }

    private static MenuItem item(String key, Runnable action) {
        MenuItem item = new MenuItem(Texts.of(key));
        item.setId(key);
        item.setOnAction(e -> action.run());
        return item;
    }

    private Menu deletion(List<String> names) {
        Menu menu = new Menu(Texts.of("layout.delete"));
        for (String name : names) {
            if (!name.equals(layouts.name())) {
                MenuItem item = new MenuItem(name);
                item.setOnAction(e -> layouts.delete(name));
                menu.getItems().add(item);
            }
        }
        menu.setDisable(menu.getItems().isEmpty());
        return menu;
    }
}
