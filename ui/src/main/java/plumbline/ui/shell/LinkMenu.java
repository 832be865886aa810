package plumbline.ui.shell;

import java.util.function.Consumer;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.layout.Region;
import plumbline.ui.control.Controls;
import plumbline.ui.text.Texts;

/// By which colour the active chart is tied to others.
///
/// Threads: FX thread.
final class LinkMenu extends MenuButton {
    private final WorkspaceModel model;

    LinkMenu(WorkspaceModel model) {
        this.model = model;
        setId("top-link");
        getStyleClass().add("icon-button");
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setAccessibleText(Texts.of("top.link"));
        Controls.tooltip(this, Texts.of("top.link"));
        for (Link link : Link.values()) {
            RadioMenuItem item = new RadioMenuItem(Texts.of("link." + link.code()), dot(link));
            item.setId("link-" + link.code());
            item.setOnAction(e -> model.activeProperty().get().linkProperty().set(link));
            getItems().add(item);
        }
        model.activeProperty()
                .flatMap(ChartSession::linkProperty)
                .subscribe((Consumer<Link>) this::show);
    }

    private void show(Link now) {
        setGraphic(dot(now));
        for (int i = 0; i < getItems().size(); i++) {
            ((RadioMenuItem) getItems().get(i)).setSelected(Link.values()[i] == now);
        }
    }

    private static Region dot(Link link) {
        Region dot = new Region();
        dot.getStyleClass().addAll("link-dot", "link-" + link.code());
        return dot;
    }
}
