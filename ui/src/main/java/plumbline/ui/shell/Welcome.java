package plumbline.ui.shell;

import plumbline.engine.feed.SampleTrades;
import plumbline.ui.settings.LookSettings;
import plumbline.ui.start.FirstStart;

/// Lays the card of the very first start over the window, once in the life of a home.
///
/// Threads: FX thread.
final class Welcome {
    private static final String WELCOMED = "welcomed";
    private static final String NOT_YET = "no";

    private final WindowSettings memory;
    private final boolean isDue;

    /// To be made before the window remembers anything of this start.
    ///
    /// @param wanted whether newcomers are welcomed at all
    Welcome(WindowSettings memory, boolean wanted) {
        this.memory = memory;
        boolean untouched = memory.read("page", "").isEmpty() && memory.read("hint", "").isEmpty();
        if (wanted && untouched && memory.read(WELCOMED, "").isEmpty()) {
            memory.write(WELCOMED, NOT_YET); // until the card was put away
        }
        isDue = wanted && memory.read(WELCOMED, "").equals(NOT_YET);
    }

    /// Shows the card if it is due; Start leads to the chart of the sample, and then to that of an
    /// exchange if one was chosen.
    void show(WorkspaceView view, WorkspaceModel model, LookSettings look) {
        if (!isDue) {
            return;
        }
        CardLayer cards = view.overlay();
        FirstStart card =
                new FirstStart(
                        look,
                        TopBar.logo(),
                        source -> {
                            cards.close();
                            if (model.watchlist().markets().contains(SampleTrades.MARKET)) {
                                model.watchlist().choose(SampleTrades.MARKET);
                            }
                            view.go(Page.CHART);
                            if (source == FirstStart.Source.BINANCE) {
                                view.downloadUsual();
                            }
                        });
        cards.open(card);
        card.focusStart();
        cards.openProperty().addListener((property, before, open) -> memory.write(WELCOMED, "yes"));
    }
}
