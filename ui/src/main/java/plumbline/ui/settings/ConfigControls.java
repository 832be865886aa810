package plumbline.ui.settings;

import java.util.List;
import java.util.Objects;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import plumbline.ui.control.Controls;
import plumbline.ui.text.Texts;

/// Makes what a key of the configuration is set with: buttons side by side or a list for a few
/// words, a field for everything else, and of a secret only whether there is one.
///
/// Threads: FX thread.
final class ConfigControls {
    private static final int FEW = 3;
    private static final int SHORT = 12;
    private static final int LONG = 26;

    private ConfigControls() {}

    static Region of(ConfigSetting setting) {
        List<String> choices = setting.key().type().choices();
        Region control;
        if (setting.key().secret()) {
            control = secret(setting);
        } else if (choices.isEmpty()) {
            control = field(setting);
        } else {
            control = choices.size() <= FEW ? segments(setting) : list(setting);
        }
        Controls.tooltip(control, allowed(setting));
        return control;
    }

    private static String allowed(ConfigSetting setting) {
        return setting.key().secret()
                ? Texts.of("config.secret", setting.key().variable())
                : Texts.of("config.allowed", setting.key().type().allowed());
    }

    private static Label secret(ConfigSetting setting) {
        Label label =
                Controls.label(
                        Texts.of(setting.isSet() ? "config.secret.set" : "config.nothing"), "mono");
        label.setId(id(setting));
        return label;
    }

    private static String id(ConfigSetting setting) {
        return "setting-" + setting.id();
    }

    private static HBox segments(ConfigSetting setting) {
        HBox box = new HBox();
        box.getStyleClass().add("segments");
        box.setAlignment(Pos.CENTER_LEFT);
        ToggleGroup group = new ToggleGroup();
        for (String choice : setting.key().type().choices()) {
            ToggleButton button = new ToggleButton(setting.name(choice));
            button.setId(id(setting) + "-" + choice);
            button.setAccessibleText(setting.title() + ": " + setting.name(choice));
            button.setToggleGroup(group);
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setOnAction(e -> {
                button.setSelected(true); // a second click does not unselect
                setting.set(choice);
            });
            setting.watch(button, () -> button.setSelected(choice.equals(setting.text())));
            box.getChildren().add(button);
        }
        return box;
    }

    private static ComboBox<String> list(ConfigSetting setting) {
        ComboBox<String> list = new ComboBox<>();
        list.setId(id(setting));
        list.setAccessibleText(setting.title());
        list.getItems().setAll(setting.key().type().choices());
        list.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(@Nullable String choice) {
                        return choice == null ? "" : setting.name(choice);
                    }

                    @Override
                    public String fromString(String text) {
                        throw new UnsupportedOperationException("choices are not typed");
                    }
                });
        setting.watch(list, () -> list.setValue(setting.text()));
        list.setOnAction(e -> setting.set(Objects.requireNonNull(list.getValue())));
        return list;
    }

    /// What is entered is taken when the user ends it: with Enter, or by going elsewhere. Escape
    /// takes it back.
    private static TextField field(ConfigSetting setting) {
        setting.forget();
        TextField field = new TextField();
        field.setId(id(setting));
        field.setAccessibleText(setting.title());
        field.setAccessibleHelp(allowed(setting));
        field.setPromptText(Texts.of("config.nothing"));
        boolean isNumber = setting.key().usual() instanceof Number;
        field.setPrefColumnCount(isNumber ? SHORT : LONG);
        setting.watch(
                field,
                () -> {
                    field.getStyleClass().remove("wrong");
                    if (setting.fault().isEmpty()) {
                        field.setText(setting.text());
                    } else {
                        field.getStyleClass().add("wrong"); // what was entered stays, to be mended
                    }
                });
        field.setOnAction(e -> setting.set(field.getText()));
        field.focusedProperty()
                .subscribe((before, now) -> {
                    if (before && !field.getText().equals(setting.text())) {
                        setting.set(field.getText());
                    }
                });
        field.setOnKeyPressed(e -> {
            boolean isOther = !field.getText().equals(setting.text());
            if (e.getCode() == KeyCode.ESCAPE && isOther) {
                setting.forget();
                e.consume();
            }
        });
        return field;
    }
}
