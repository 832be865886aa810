package plumbline.ui.data;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.StringProperty;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignW;
import plumbline.ui.control.Controls;
import plumbline.ui.text.Texts;

/// The bar above the page: which series to show, and what to do with them.
///
/// Threads: FX thread.
final class DataTools extends HBox {
    private final DataViewModel model;
    private final DataActions actions;
    private final DataPage page;
    private final MenuButton venue = new MenuButton();
    private final MenuButton timeframe = new MenuButton();
    private final List<WorkButton> ofChosen = new ArrayList<>();

    DataTools(DataViewModel model, DataActions actions, DataPage page, Runnable addMarket) {
        this.model = model;
        this.actions = actions;
        this.page = page;
        getStyleClass().add("data-tools");
        setAlignment(Pos.CENTER_LEFT);
        TextField text = new TextField();
        text.setId("data-filter");
        text.setPromptText(Texts.of("data.filter.market"));
        text.setAccessibleText(Texts.of("data.filter.market"));
        text.setPrefColumnCount(10);
        text.textProperty().bindBidirectional(model.textProperty());
        venue.setId("data-venue");
        timeframe.setId("data-timeframe");
        getChildren().setAll(venue, timeframe, text, Controls.spring());
        tool("import", MaterialDesignD.DATABASE_IMPORT_OUTLINE, page::importFiles);
        ofChosen("export", MaterialDesignD.DATABASE_EXPORT_OUTLINE, page::export);
        ofChosen("repair", MaterialDesignW.WRENCH_OUTLINE, page::repair);
        ofChosen("verify", MaterialDesignC.CHECK, actions::verify);
        tool("verifyAll", MaterialDesignC.CHECK_ALL, actions::verifyAll);
        Button download =
                new Button(
                        Texts.of("data.tool.download"),
                        Controls.icon(MaterialDesignD.DOWNLOAD_OUTLINE));
        download.setId("data-download");
        download.getStyleClass().add("accent");
        download.setMinWidth(USE_PREF_SIZE);
        download.setOnAction(e -> addMarket.run());
        getChildren().add(download);
        model.rows().addListener((ListChangeListener<SeriesRow>) change -> menus());
        model.selectedProperty().subscribe(this::chosen);
        menus();
    }

    private WorkButton tool(String name, Ikon ikon, Runnable action) {
        WorkButton button = new WorkButton(name, ikon, model.lane(), action);
        getChildren().add(button);
        return button;
    }

    private void ofChosen(String name, Ikon ikon, java.util.function.Consumer<SeriesRow> action) {
        ofChosen.add(
                tool(
                        name,
                        ikon,
                        () -> {
                            SeriesRow row = model.selectedProperty().get();
                            if (row != null) {
                                action.accept(row);
                            }
                        }));
    }

    private void chosen(@Nullable SeriesRow row) {
        for (WorkButton button : ofChosen) {
            button.off(row == null ? Texts.of("data.tool.noneChosen") : "");
        }
    }

    private void menus() {
        menu(venue, Texts.of("data.filter.venues"), model.venues(), model.venueProperty());
        menu(
                timeframe,
                Texts.of("data.filter.timeframes"),
                model.timeframes(),
                model.timeframeProperty());
    }

    private static void menu(
            MenuButton menu, String all, List<String> values, StringProperty chosen) {
        ToggleGroup group = new ToggleGroup();
        List<RadioMenuItem> items = new ArrayList<>();
        items.add(item(all, "", group, chosen));
        values.forEach(value -> items.add(item(value, value, group, chosen)));
        menu.getItems().setAll(items);
        menu.setText(chosen.get().isEmpty() ? all : chosen.get());
        menu.setMinWidth(USE_PREF_SIZE);
    }

    private static RadioMenuItem item(
            String text, String value, ToggleGroup group, StringProperty chosen) {
        RadioMenuItem item = new RadioMenuItem(text);
        item.setToggleGroup(group);
        item.setSelected(chosen.get().equals(value));
        item.setOnAction(e -> chosen.set(value));
        return item;
    }
}
