package plumbline.ui.settings;

import plumbline.ui.text.Texts;

/// Something that is set outside the window and shown here, with who set it.
///
/// @param origin for people: `from the environment: PLUMBLINE_LOG`
public record SettingFact(String id, SettingGroup group, String value, String origin)
        implements SettingItem {
    /// Nobody set it.
    public static String usual() {
        return Texts.of("origin.default");
    }

    /// A variable of the environment set it.
    public static String environment(String name) {
        return Texts.of("origin.environment", name);
    }

    /// A line of a configuration file set it.
    public static String file(String place) {
        return Texts.of("origin.file", place);
    }

    /// The user set it.
    ///
    /// @param otherwise what it would be else, and who set that
    static String user(String otherwise) {
        return Texts.of("origin.user", otherwise);
    }

    /// An option of the command line set it.
    public static String option(String name) {
        return Texts.of("origin.option", name);
    }

    @Override
    public String words() {
        return title() + ' ' + explanation() + ' ' + value + ' ' + origin + ' ' + group.title();
    }
}
