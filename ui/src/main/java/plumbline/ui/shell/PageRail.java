package plumbline.ui.shell;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import plumbline.ui.control.Controls;
import plumbline.ui.text.Texts;

/// The strip at the left edge that chooses the page.
///
/// Threads: FX thread.
final class PageRail extends VBox {
    private final Map<Page, ToggleButton> buttons = new EnumMap<>(Page.class);
    private final ToggleGroup group = new ToggleGroup();

    PageRail(Consumer<Page> choose) {
        getStyleClass().add("page-rail");
        for (Page page : Page.values()) {
            if (page == Page.SETTINGS) { // at the bottom
                Region spring = new Region();
                VBox.setVgrow(spring, Priority.ALWAYS);
                getChildren().add(spring);
            }
            add(page, WorkspaceActions.icon(page), choose);
        }
    }

    private void add(Page page, Ikon icon, Consumer<Page> choose) {
        ToggleButton button = new ToggleButton("", Controls.icon(icon));
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.setId("page-" + page.code());
        button.setAccessibleText(Texts.of("page." + page.code()));
        Controls.tooltip(button, Texts.of("page." + page.code() + ".tooltip"));
        button.setToggleGroup(group);
        button.setOnAction(e -> choose.accept(page));
        buttons.put(page, button);
        getChildren().add(button);
    }

    void show(Page page) {
        buttons.forEach((p, button) -> button.setSelected(p == page));
    }
}
