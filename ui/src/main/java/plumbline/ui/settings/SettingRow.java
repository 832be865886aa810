package plumbline.ui.settings;

import java.util.List;
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
            case ConfigSetting config -> config(config, words);
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
        Button reset = resetButton(setting.id(), setting::reset);
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

    private void config(ConfigSetting config, VBox words) {
        Label origin = Controls.label("", "small", "faint");
        origin.setId("origin-" + config.id());
        Label note = Controls.label("", "small");
        note.setId("note-" + config.id());
        Label fault = Controls.label("", "small", "negative");
        fault.setId("fault-" + config.id());
        for (Label line : List.of(origin, note, fault)) {
            line.setWrapText(true);
            line.setMinHeight(USE_PREF_SIZE);
        }
        words.getChildren().addAll(origin, note, fault);
        Button reset = resetButton(config.id(), config::reset);
        config.watch(
                this,
                () -> {
                    reset.setVisible(config.isSetByUser());
                    origin.setText(config.place());
                    show(note, config.note());
                    show(fault, config.fault());
                });
        Region control = ConfigControls.of(config);
        control.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(control, reset);
    }

    private static void show(Label line, String text) {
        line.setText(text);
        Controls.show(line, !text.isEmpty());
    }

    private static Button resetButton(String id, Runnable reset) {
        Button button =
                Controls.iconButton(MaterialDesignB.BACKUP_RESTORE, Texts.of("settings.reset"));
        button.setId("reset-" + id);
        button.setOnAction(e -> reset.run());
        return button;
    }

    private void fact(SettingFact fact, VBox words) {
        words.getChildren().add(Controls.label(fact.origin(), "small", "faint"));
        Label value = Controls.label(fact.value(), "mono");
        value.setId("fact-" + fact.id());
        Controls.tooltip(value, fact.value());
        getChildren().add(value);
    }
}
