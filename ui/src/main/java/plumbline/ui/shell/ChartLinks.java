package plumbline.ui.shell;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import plumbline.engine.market.MarketId;
import plumbline.engine.market.Timeframe;
import plumbline.ui.fx.Subscriptions;

/// Ties charts of one colour together: market, timeframe, time in view, where the crosshair points,
/// and whose run they draw.
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
        subscriptions.changes(
                session.linkProperty(),
                link -> {
                    join(session);
                    lead();
                });
        subscriptions.changes(session.followsProperty(), follows -> lead());
        lead();
    }

    void remove(ChartSession session) {
        Subscriptions subscriptions = heard.remove(session);
        if (subscriptions != null) {
            subscriptions.end();
        }
        session.drawn().follow(null);
        lead();
    }

    /// Those who follow draw the run of the first of their colour that does not.
    private void lead() {
        for (ChartSession session : all.get()) {
            session.drawn().follow(session.followsProperty().get() ? leader(session) : null);
        }
    }

    private @Nullable ChartSession leader(ChartSession session) {
        return all.get().stream()
                .filter(other -> isTied(session, other) && !other.followsProperty().get())
                .findFirst()
                .orElse(null);
    }

    /// A timeframe was chosen for a chart: its others follow, if both sides want it.
    void timeframe(ChartSession chosen, Timeframe timeframe) {
        if (chosen.tiesTimeframeProperty().get()) {
            pass(
                    chosen,
                    other -> {
                        if (other.tiesTimeframeProperty().get() && other.timeframe() != timeframe) {
                            other.show(timeframe);
                        }
                    });
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

    /// Does something that only concerns one chart: nothing of it is passed on.
    void alone(Runnable work) {
        boolean before = passing;
        passing = true;
        try {
            work.run();
        } finally {
            passing = before;
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
