package plumbline.ui.action;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;

/// Something that can be chosen in the palette.
///
/// Threads: FX thread.
public final class PaletteEntry {
    private final String id;
    private final String title;
    private final String detail;
    private final @Nullable Ikon icon;
    private final String keyText;
    private final Runnable work;
    private @Nullable FuzzyText text;

    /// @param id one of its kind among all sources, the same at each start:
    ///   `market:binance:BTC/USDT`
    /// @param detail empty if there is none
    /// @param keyText empty if there is none
    public PaletteEntry(
            String id,
            String title,
            String detail,
            @Nullable Ikon icon,
            String keyText,
            Runnable work) {
        this.id = id;
        this.title = title;
        this.detail = detail;
        this.icon = icon;
        this.keyText = keyText;
        this.work = work;
    }

    public String id() {
        return id;
    }

    public String title() {
        return title;
    }

    public String detail() {
        return detail;
    }

    public @Nullable Ikon icon() {
        return icon;
    }

    public String keyText() {
        return keyText;
    }

    public void run() {
        work.run();
    }

    /// What is looked through; made once, because that takes longer than to look.
    FuzzyText text() {
        FuzzyText made = text;
        if (made == null) {
            made = FuzzyText.of(title, detail);
            text = made;
        }
        return made;
    }

    @Override
    public String toString() {
        return title;
    }
}
