package plumbline.ui.shell;

import java.util.List;
import java.util.Objects;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import plumbline.engine.backtest.BacktestRun;
import plumbline.ui.backtest.BacktestViewModel;
import plumbline.ui.chart.ChartViewModel;
import plumbline.ui.fx.Subscriptions;

/// Which run a chart draws: its own, or that of the chart that it follows while both show the same
/// market. Lines that were computed on candles of another timeframe are left out.
///
/// Threads: FX thread.
final class DrawnRun {
    private final ChartSession session;
    private final ReadOnlyObjectWrapper<ChartSession> source;
    private final Subscriptions heard = new Subscriptions();
    private final Subscriptions tie = new Subscriptions();
    private @Nullable ChartSession leader;

    DrawnRun(ChartSession session) {
        this.session = session;
        this.source = new ReadOnlyObjectWrapper<>(session);
        hear(session.backtest());
        session.chart().onSelect(trade -> run().selectedProperty().set(trade));
    }

    /// The chart whose run is drawn.
    ReadOnlyObjectProperty<ChartSession> sourceProperty() {
        return source.getReadOnlyProperty();
    }

    private BacktestViewModel run() {
        return source.get().backtest();
    }

    /// Draws the run of another chart from now on.
    ///
    /// @param other `null` for its own
    void follow(@Nullable ChartSession other) {
        if (other == leader) {
            return;
        }
        tie.end();
        leader = other;
        if (other != null) {
            tie.changes(other.stateProperty(), state -> choose());
            tie.changes(session.stateProperty(), state -> choose());
        }
        choose();
    }

    private void choose() {
        ChartSession now =
                leader != null && Objects.equals(leader.market(), session.market())
                        ? leader
                        : session;
        if (now != source.get()) {
            source.set(now);
            hear(now.backtest());
        } else if (now != session) {
            show(run().runProperty().get()); // its candles were read anew, without trades
        }
    }

    private void hear(BacktestViewModel backtest) {
        heard.end();
        heard.values(backtest.runProperty(), this::show);
        heard.changes(backtest.selectedProperty(), session.chart()::mark);
    }

    private void show(@Nullable BacktestRun run) {
        ChartViewModel chart = session.chart();
        boolean alike = source.get().timeframe() == session.timeframe();
        chart.studies(run == null || !alike ? null : run().studies());
        chart.trades(run == null ? List.of() : run.result().trades());
    }

    void close() {
        heard.end();
        tie.end();
    }
}
