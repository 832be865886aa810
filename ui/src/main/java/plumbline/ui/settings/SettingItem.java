package plumbline.ui.settings;

import plumbline.ui.text.Texts;

/// A line of the page of settings.
///
/// Threads: FX thread.
public sealed interface SettingItem permits Setting, ConfigSetting, SettingFact, SettingLink {
    /// One of its kind; it never changes, because files of users name it.
    String id();

    SettingGroup group();

    default String title() {
        return Texts.of("setting." + id());
    }

    /// A sentence about what it does.
    default String explanation() {
        return Texts.of("setting." + id() + ".detail");
    }

    /// What the words of a search are compared with.
    String words();
}
