package plumbline.ui.shell;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import plumbline.engine.market.MarketId;
import plumbline.ui.fx.Subscriptions;

/// Ties charts of one colour together: market, time in view, and where the crosshair points.
///
/// Threads: FX thread.
final class ChartLinks {
    private final Supplier<List<ChartSession>> all;
    private final Map<ChartSession, Subscriptions> heard = new HashMap<>();
    private boolean passing;

    /// @param all the charts that there are
    ChartLinks(Supplier<List<ChartSession>> all) {
        this.all = all;
    }

    void add(ChartSession session) {
        Subscriptions subscriptions = new Subscriptions();
        heard.put(session, subscriptions);
        subscriptions.changes(
                session.chart().hoverTimeMsProperty(),
                time -> pass(session, other -> other.chart().pointAt(time.longValue())));
        subscriptions.changes(
                session.chart().visibleRangeProperty(),
                range -> {
                    if (session.chart().isMovedByUser()) {
                        pass(session, other -> other.chart().showRange(range));
                    }
                });
        subscriptions.changes(session.linkProperty(), link -> join(session));
    }

    void remove(ChartSession session) {
        Subscriptions subscriptions = heard.remove(session);
        if (subscriptions != null) {
            subscriptions.end();
        }
    }

    /// A market was chosen for a chart: its others follow.
    void market(ChartSession chosen, MarketId market) {
        pass(
                chosen,
                other -> {
                    if (!market.equals(other.market())) {
                        other.show(market);
                    }
                });
    }

    /// Who joins a colour takes the market of those who have it.
    private void join(ChartSession session) {
        for (ChartSession other : all.get()) {
            MarketId market = other.market();
            if (isTied(session, other) && market != null && !market.equals(session.market())) {
                session.show(market);
                return;
            }
        }
    }

    /// What comes back from the others is not passed on.
    private void pass(ChartSession from, Consumer<ChartSession> to) {
        if (passing) {
            return;
        }
        passing = true;
        try {
            for (ChartSession other : List.copyOf(all.get())) {
                if (isTied(from, other)) {
                    to.accept(other);
                }
            }
        } finally {
            passing = false;
        }
    }

    private static boolean isTied(ChartSession one, ChartSession other) {
        return one != other
                && one.linkProperty().get() != Link.NONE
                && one.linkProperty().get() == other.linkProperty().get();
    }
}
