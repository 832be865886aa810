package plumbline.ui.shell;

import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
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
        getItems().add(new SeparatorMenuItem());
        check("link-timeframe", "link.timeframe", ChartSession::tiesTimeframeProperty);
        check("link-follow", "link.follow", ChartSession::followsProperty);
        model.activeProperty()
                .flatMap(ChartSession::linkProperty)
                .subscribe((Consumer<Link>) this::show);
    }

    /// What else charts of one colour share.
    private void check(String id, String text, Function<ChartSession, BooleanProperty> of) {
        CheckMenuItem item = new CheckMenuItem(Texts.of(text));
        item.setId(id);
        item.setOnAction(e -> of.apply(model.activeProperty().get()).set(item.isSelected()));
        model.activeProperty().flatMap(of).subscribe((Consumer<Boolean>) item::setSelected);
        getItems().add(item);
    }

    private void show(Link now) {
        setGraphic(dot(now));
        for (Link link : Link.values()) {
            ((RadioMenuItem) getItems().get(link.ordinal())).setSelected(link == now);
        }
        getItems().stream()
                .filter(item -> item instanceof CheckMenuItem)
                .forEach(item -> item.setDisable(now == Link.NONE));
    }

    private static Region dot(Link link) {
        Region dot = new Region();
        dot.getStyleClass().addAll("link-dot", "link-" + link.code());
        return dot;
    }
}
