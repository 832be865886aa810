package plumbline.ui.settings;

import java.util.HashMap;
import java.util.Map;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import plumbline.ui.control.Controls;
import plumbline.ui.text.Texts;

/// The page of settings: a field to search in, and below it all that was found, by group.
///
/// Threads: FX thread.
public final class SettingsPanel extends VBox {
    private final Settings settings;
    private final TextField search = new TextField();
    private final VBox list = new VBox();
    private final Map<SettingItem, SettingRow> rows = new HashMap<>();

    public SettingsPanel(Settings settings) {
        this.settings = settings;
        getStyleClass().add("settings");
        search.setId("settings-search");
        search.setPromptText(Texts.of("settings.search"));
        search.textProperty().subscribe(this::show);
        HBox head = new HBox(8, Controls.icon(MaterialDesignM.MAGNIFY), search);
        head.getStyleClass().add("settings-head");
        HBox.setHgrow(search, Priority.ALWAYS);
        list.getStyleClass().add("settings-list");
        HBox middle = new HBox(list);
        middle.getStyleClass().add("settings-middle");
        HBox.setHgrow(list, Priority.ALWAYS);
        ScrollPane scroll = new ScrollPane(middle);
        scroll.getStyleClass().add("settings-scroll");
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().setAll(head, scroll);
    }

    /// Gives the keyboard to the search.
    public void focusSearch() {
        search.requestFocus();
    }

    private void show(String words) {
        list.getChildren().clear();
        @Nullable SettingGroup group = null;
        for (SettingItem item : settings.find(words)) {
            if (item.group() != group) {
                group = item.group();
                list.getChildren().add(Controls.label(group.title(), "setting-group"));
            }
            // made once: dozens of them at each letter that is typed would be felt
            list.getChildren().add(rows.computeIfAbsent(item, SettingRow::new));
        }
        if (list.getChildren().isEmpty()) {
            list.getChildren().add(Controls.label(Texts.of("settings.none"), "muted"));
        }
    }
}
