package plumbline.ui.settings;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;
import plumbline.ui.control.Controls;
import plumbline.ui.text.Texts;

/// A line of the page: what it is, what it does, what is usual, and the control.
///
/// Threads: FX thread.
final class SettingRow extends HBox {

    SettingRow(SettingItem item) {
        getStyleClass().add("setting-row");
        setId("row-" + item.id());
        setAlignment(Pos.CENTER_LEFT);
        Label explanation = Controls.label(item.explanation(), "muted");
        explanation.setWrapText(true);
        explanation.setMinHeight(USE_PREF_SIZE);
        VBox words = new VBox(2, Controls.label(item.title(), "strong"), explanation);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().add(words);
        switch (item) {
            case Setting<?> setting -> setting(setting, words);
            case SettingFact fact -> fact(fact, words);
            case SettingLink link -> {
                Button open = new Button(link.button());
                open.setId("setting-" + link.id());
                open.setMinWidth(USE_PREF_SIZE);
                open.setOnAction(e -> link.open().run());
                getChildren().add(open);
            }
        }
    }

    private <T> void setting(Setting<T> setting, VBox words) {
        Label origin = Controls.label("", "small", "faint");
        origin.setId("origin-" + setting.id());
        words.getChildren().add(origin);
        Button reset =
                Controls.iconButton(MaterialDesignB.BACKUP_RESTORE, Texts.of("settings.reset"));
        reset.setId("reset-" + setting.id());
        reset.setOnAction(e -> setting.reset());
        setting.watch(
                this,
                () -> {
                    boolean usual = setting.isUsual();
                    reset.setVisible(!usual);
                    origin.setText(
                            Texts.of(
                                    usual ? "settings.default" : "settings.changed",
                                    setting.name(setting.usual())));
                });
        Region control = SettingControls.of(setting);
        control.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(control, reset);
    }

    private void fact(SettingFact fact, VBox words) {
        words.getChildren().add(Controls.label(fact.origin(), "small", "faint"));
        Label value = Controls.label(fact.value(), "mono");
        value.setId("fact-" + fact.id());
        Controls.tooltip(value, fact.value());
        getChildren().add(value);
    }
}
