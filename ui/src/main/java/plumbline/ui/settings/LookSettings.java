package plumbline.ui.settings;

import java.util.List;
import plumbline.ui.theme.Appearance;
import plumbline.ui.theme.Directions;
import plumbline.ui.theme.Theme;

/// The settings of the look.
///
/// Threads: FX thread.
public final class LookSettings {
    private static final List<Integer> SCALES = List.of(80, 90, 100, 110, 125, 150, 175, 200);

    private final Setting<Theme> theme;
    private final Setting<Directions> directions;
    private final Setting<Integer> scale;

    public LookSettings(SettingStore store) {
        SettingGroup look = SettingGroup.LOOK;
        theme =
                new Setting<>(
                        store, "theme", look, List.of(Theme.values()), Theme.DARK, Theme::code);
        directions =
                new Setting<>(
                        store,
                        "directions",
                        look,
                        List.of(Directions.values()),
                        Directions.CLASSIC,
                        Directions::code);
        scale = new Setting<>(store, "scale", look, SCALES, 100, String::valueOf);
    }

    public List<Setting<?>> all() {
        return List.of(theme, directions, scale);
    }

    public Setting<Theme> theme() {
        return theme;
    }

    public Setting<Directions> directions() {
        return directions;
    }

    /// In percent.
    public Setting<Integer> scale() {
        return scale;
    }

    /// All of them together.
    public Appearance appearance() {
        return new Appearance(theme.get(), directions.get(), scale.get());
    }

    /// Called after each change.
    public void onChange(Runnable changed) {
        all().forEach(s -> s.valueProperty().addListener((property, before, now) -> changed.run()));
    }

    /// One step larger or smaller, as far as it goes.
    ///
    /// @param steps -1 or 1
    public void zoom(int steps) {
        int at = SCALES.indexOf(scale.get()) + steps;
        scale.set(SCALES.get(Math.clamp(at, 0, SCALES.size() - 1)));
    }
}
