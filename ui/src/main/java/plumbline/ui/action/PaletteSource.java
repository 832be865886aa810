package plumbline.ui.action;

import java.util.List;
import java.util.function.Supplier;

/// Gives the palette what can be chosen in it.
///
/// Threads: FX thread.
public interface PaletteSource {
    /// What its entries are: `Markets`.
    String title();

    /// The sign that, typed first, leaves only this source: `@`. Empty if there is none.
    String prefix();

    /// Asked once each time the palette opens. Who has thousands keeps the list and hands out the
    /// same entries again: their texts are made ready for the search once.
    List<PaletteEntry> entries();

    static PaletteSource of(String title, String prefix, Supplier<List<PaletteEntry>> entries) {
        return new PaletteSource() {
            @Override
            public String title() {
                return title;
            }

            @Override
            public String prefix() {
                return prefix;
            }

            @Override
            public List<PaletteEntry> entries() {
                return entries.get();
            }
        };
    }
}
