package plumbline.ui.action;

import java.util.List;
import plumbline.ui.text.Texts;

/// The actions that can be done now, for the palette; by themselves after `>`.
///
/// Threads: FX thread.
public final class PaletteActions implements PaletteSource {
    private final KeyMap keys;

    public PaletteActions(KeyMap keys) {
        this.keys = keys;
    }

    @Override
    public String title() {
        return Texts.of("palette.actions");
    }

    @Override
    public String prefix() {
        return ">";
    }

    @Override
    public List<PaletteEntry> entries() {
        return keys.actions().all().stream()
                .filter(action -> action.enabled().getValue())
                .map(this::entry)
                .toList();
    }

    private PaletteEntry entry(Action action) {
        return new PaletteEntry(
                "action:" + action.id(),
                action.title(),
                action.group().title(),
                action.icon(),
                keys.keyText(action),
                action::run);
    }
}
