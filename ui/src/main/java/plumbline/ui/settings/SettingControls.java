package plumbline.ui.settings;

import java.util.Objects;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// Makes what a setting is chosen with: buttons side by side if there are few choices, else a list
/// that opens. It follows the setting.
///
/// Threads: FX thread.
public final class SettingControls {
    private static final int FEW = 3;

    private SettingControls() {}

    static Region of(Setting<?> setting) {
        return setting.choices().size() <= FEW ? segments(setting) : list(setting);
    }

    /// Buttons side by side, `setting-ID-CHOICE`.
    public static <T> HBox segments(Setting<T> setting) {
        HBox box = new HBox();
        box.getStyleClass().add("segments");
        box.setAlignment(Pos.CENTER_LEFT);
        ToggleGroup group = new ToggleGroup();
        for (T choice : setting.choices()) {
            ToggleButton button = new ToggleButton(setting.name(choice));
            button.setId("setting-" + setting.id() + "-" + setting.code(choice));
            button.setAccessibleText(setting.title() + ": " + setting.name(choice));
            button.setToggleGroup(group);
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setOnAction(e -> {
                button.setSelected(true); // a second click does not unselect
                setting.set(choice);
            });
            setting.watch(button, () -> button.setSelected(choice.equals(setting.get())));
            box.getChildren().add(button);
        }
        return box;
    }

    private static <T> ComboBox<T> list(Setting<T> setting) {
        ComboBox<T> list = new ComboBox<>();
        list.setId("setting-" + setting.id());
        list.setAccessibleText(setting.title());
        list.getItems().setAll(setting.choices());
        list.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(@Nullable T choice) {
                        return choice == null ? "" : setting.name(choice);
                    }

                    @Override
                    public T fromString(String text) {
                        throw new UnsupportedOperationException("choices are not typed");
                    }
                });
        setting.watch(list, () -> list.setValue(setting.get()));
        list.setOnAction(e -> setting.set(Objects.requireNonNull(list.getValue())));
        return list;
    }
}
