package plumbline.ui.settings;

import plumbline.ui.text.Texts;

/// Something that is set in a place of its own, which `open` shows.
///
/// @param id its button says `setting.ID.open`
public record SettingLink(String id, SettingGroup group, Runnable open) implements SettingItem {
    String button() {
        return Texts.of("setting." + id + ".open");
    }

    @Override
    public String words() {
        return title() + ' ' + explanation() + ' ' + group.title();
    }
}
