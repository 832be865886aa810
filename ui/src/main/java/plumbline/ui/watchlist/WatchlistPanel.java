package plumbline.ui.watchlist;

import java.util.Map;
import javafx.scene.Node;
import plumbline.ui.workspace.Panel;

/// The list of markets as a panel, which keeps the order of its rows.
///
/// Threads: FX thread.
public final class WatchlistPanel implements Panel {
    private static final String ORDER = "order";

    private final WatchlistViewModel model;
    private final WatchlistView view;

    public WatchlistPanel(WatchlistViewModel model, WatchlistView view) {
        this.model = model;
        this.view = view;
    }

    @Override
    public Node node() {
        return view;
    }

    @Override
    public void focus() {
        view.focus();
    }

    @Override
    public Map<String, String> save() {
        return Map.of(ORDER, model.orderProperty().get().text());
    }

    @Override
    public void restore(Map<String, String> saved) {
        model.order(MarketOrder.of(saved.getOrDefault(ORDER, "")));
    }

    @Override
    public void close() {
        view.close();
    }
}
