package plumbline.ui.shell;

import java.util.ArrayList;
import java.util.List;
import org.kordamp.ikonli.materialdesign2.MaterialDesignV;
import plumbline.ui.action.PaletteEntry;
import plumbline.ui.control.Notices;
import plumbline.ui.text.Texts;
import plumbline.ui.workspace.LayoutStore;
import plumbline.ui.workspace.Layouts;
import plumbline.ui.workspace.WindowLayout;

/// The layouts of the workspace: the one in use is kept by itself, others are chosen, saved and
/// deleted by menu, key and palette.
///
/// Threads: FX thread.
final class WorkspaceLayouts {
    private static final String KEY = "layout";

    private final PageDeck deck;
    private final CardLayer cards;
    private final WindowSettings memory;
    private final Notices notices;
    private final Layouts kept;
    private final Runnable taken;
    private List<String> names;

    /// @param name of the layout in use
    /// @param taken called after another one was chosen
    WorkspaceLayouts(
            WindowContext context,
            LayoutStore store,
            String name,
            PageDeck deck,
            CardLayer cards,
            Notices notices,
            Runnable taken) {
        this.deck = deck;
        this.cards = cards;
        this.memory = context.memory();
        this.notices = notices;
        this.taken = taken;
        names = List.of(name);
        kept = new Layouts(context.tasks(), store, name, deck::layout, this::notSaved);
        kept.names(this::found);
    }

    /// The name of the layout that the window begins with.
    static String first(WindowSettings memory) {
        return memory.read(KEY, Layouts.USUAL);
    }

    private void found(List<String> all) {
        List<String> known = new ArrayList<>(all);
        known.add(name()); // it may not have been written yet
        names = known.stream().distinct().sorted().toList();
    }

    Layouts kept() {
        return kept;
    }

    /// Something moved.
    void changed() {
        kept.changed();
    }

    String name() {
        return kept.name();
    }

    /// The names that are known; [#refresh] looks for others.
    List<String> names() {
        return names;
    }

    void refresh(Runnable found) {
        kept.names(all -> {
            found(all);
            found.run();
        });
    }

    /// Asks for a name and goes on under it.
    void saveAs() {
        SaveLayoutCard card =
                new SaveLayoutCard(
                        name(),
                        names,
                        chosen -> {
                            kept.saveAs(chosen);
                            memory.write(KEY, chosen);
                            found(names);
                            notices.done(Texts.of("layout.saved", chosen), "", List.of());
                        },
                        cards::close);
        cards.open(card);
        card.focusName();
    }

    void change(String name) {
        kept.change(name, this::take);
    }

    void delete(String name) {
        kept.delete(name);
        names = names.stream().filter(one -> !one.equals(name)).toList();
    }

    void reset() {
        deck.lay(WindowLayout.untouched());
        kept.changed();
    }

    private void take(Layouts.Loaded loaded) {
        deck.lay(loaded.layout());
        memory.write(KEY, loaded.name());
        tell(loaded);
        taken.run();
    }

    /// Says it if a layout is not the one that was kept.
    void tell(Layouts.Loaded loaded) {
        if (!loaded.problem().isEmpty()) {
            notices.failed(
                    "LAY-101",
                    Texts.of("layout.problem"),
                    Texts.of("layout.problem.detail", loaded.problem()));
        }
    }

    private void notSaved(String why) {
        notices.failed("LAY-102", Texts.of("layout.notSaved"), why);
    }

    /// Saves what the user arranged; the window is about to end.
    void close() {
        memory.write(KEY, name());
        kept.close();
    }

    /// The other layouts, for the palette.
    List<PaletteEntry> entries() {
        return names.stream()
                .filter(one -> !one.equals(name()))
                .map(one ->
                        new PaletteEntry(
                                "layout:" + one,
                                Texts.of("palette.layout", one),
                                "",
                                MaterialDesignV.VIEW_DASHBOARD_OUTLINE,
                                "",
                                () -> change(one)))
                .toList();
    }
}
