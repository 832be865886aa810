package plumbline.ui.settings;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;
import plumbline.ui.action.PaletteEntry;
import plumbline.ui.action.PaletteSource;
import plumbline.ui.text.Texts;

/// Every setting that there is, by group.
///
/// Threads: FX thread.
public final class Settings {
    private final List<SettingItem> items;

    /// @throws IllegalArgumentException if two have the same id
    public Settings(List<? extends SettingItem> items) {
        this.items =
                items.stream()
                        .map(SettingItem.class::cast)
                        .sorted(Comparator.comparing(SettingItem::group))
                        .toList();
        List<String> ids = items.stream().map(SettingItem::id).sorted().toList();
        for (int i = 1; i < ids.size(); i++) {
            if (ids.get(i).equals(ids.get(i - 1))) {
                throw new IllegalArgumentException("two settings are called " + ids.get(i));
            }
        }
    }

    public List<SettingItem> all() {
        return items;
    }

    /// Those in which each word of a search is found, in whatever order.
    List<SettingItem> find(String search) {
        List<String> words =
                Stream.of(search.toLowerCase(Locale.ROOT).split("\\s+"))
                        .filter(word -> !word.isEmpty())
                        .toList();
        return items.stream()
                .filter(item -> {
                    String in = item.words().toLowerCase(Locale.ROOT);
                    return words.stream().allMatch(in::contains);
                })
                .toList();
    }

    /// What is chosen, by the id of the setting. [#choose] takes it elsewhere.
    public Map<String, String> chosen() {
        Map<String, String> chosen = new LinkedHashMap<>();
        for (SettingItem item : items) {
            if (item instanceof Setting<?> setting) {
                chosen.put(setting.id(), setting.chosen());
            }
        }
        return chosen;
    }

    /// Sets what is chosen elsewhere. It holds at once.
    ///
    /// @return what was passed over, because there is no such setting or choice
    public List<String> choose(Map<String, String> chosen) {
        List<String> passedOver = new ArrayList<>();
        chosen.forEach((id, code) -> {
            Optional<Setting<?>> setting = setting(id);
            if (setting.isEmpty()) {
                passedOver.add(id);
            } else if (!setting.get().choose(code)) {
                passedOver.add(id + " = " + code);
            }
        });
        return passedOver;
    }

    /// What was remembered and cannot be used, each in a sentence.
    public List<String> problems() {
        List<String> problems = new ArrayList<>();
        for (SettingItem item : items) {
            if (item instanceof Setting<?> setting && !setting.unknown().isEmpty()) {
                problems.add(problem(setting));
            }
        }
        return problems;
    }

    private static <T> String problem(Setting<T> setting) {
        return Texts.of(
                "settings.unknown",
                setting.title(),
                setting.unknown(),
                setting.name(setting.usual()));
    }

    private Optional<Setting<?>> setting(String id) {
        for (SettingItem item : items) {
            if (item instanceof Setting<?> setting && setting.id().equals(id)) {
                return Optional.of(setting);
            }
        }
        return Optional.empty();
    }

    /// Each choice of each setting, for the palette.
    public PaletteSource palette() {
        return PaletteSource.of(Texts.of("settings.palette.title"), "", this::entries);
    }

    private List<PaletteEntry> entries() {
        List<PaletteEntry> entries = new ArrayList<>();
        for (SettingItem item : items) {
            switch (item) {
                case Setting<?> setting -> entries(setting, entries);
                case ConfigSetting config -> {} // what is typed is no choice
                case SettingLink link -> {} // the palette has its action
                case SettingFact fact -> {} // nothing can be done about it here
            }
        }
        return entries;
    }

    private static <T> void entries(Setting<T> setting, List<PaletteEntry> to) {
        for (T choice : setting.choices()) {
            String name = setting.name(choice);
            to.add(
                    entry(
                            setting.id() + ':' + name,
                            Texts.of("settings.palette", setting.title(), name),
                            setting,
                            () -> setting.set(choice)));
        }
    }

    private static PaletteEntry entry(String id, String title, SettingItem item, Runnable work) {
        return new PaletteEntry(
                "setting:" + id,
                title,
                Texts.of("settings.palette.detail", item.group().title()),
                MaterialDesignT.TUNE_VARIANT,
                "",
                work);
    }
}
