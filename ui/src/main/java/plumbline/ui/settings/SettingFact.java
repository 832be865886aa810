package plumbline.ui.settings;

/// Something that is set outside the window and shown here, with who set it.
///
/// @param origin for people: `from the environment: PLUMBLINE_LOG`
public record SettingFact(String id, SettingGroup group, String value, String origin)
        implements SettingItem {
    @Override
    public String words() {
        return title() + ' ' + explanation() + ' ' + value + ' ' + origin + ' ' + group.title();
    }
}
