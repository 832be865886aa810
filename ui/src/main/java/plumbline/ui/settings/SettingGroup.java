package plumbline.ui.settings;

import plumbline.ui.text.Texts;

/// Under which heading a setting stands, in the order of the page.
public enum SettingGroup {
    LOOK("look"),
    WINDOW("window"),
    KEYS("keys"),
    CONFIGURATION("configuration"),
    HOME("home");

    private final String key;

    SettingGroup(String key) {
        this.key = key;
    }

    /// The heading.
    public String title() {
        return Texts.of("settings.group." + key);
    }
}
