package plumbline.ui.shell;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import plumbline.engine.feed.SampleTrades;
import plumbline.engine.market.MarketId;
import plumbline.engine.market.SeriesKey;
import plumbline.engine.market.TimeRange;
import plumbline.engine.market.Timeframe;
import plumbline.ui.backtest.BacktestViewModel;
import plumbline.ui.data.DataViewModel;
import plumbline.ui.error.ErrorCentre;
import plumbline.ui.fx.FxTasks;
import plumbline.ui.health.HealthModel;
import plumbline.ui.health.StallWatchdog;
import plumbline.ui.job.Jobs;
import plumbline.ui.watchlist.WatchlistViewModel;

/// The charts of the window, which of them is used, and what all of them share. Keeps watchlist,
/// active chart and backtest on the same market.
///
/// Threads: FX thread.
final class WorkspaceModel {
    /// The panel of the chart that is always there.
    static final String MAIN = "chart";

    private static final String MARKET = "market";
    private static final String TIMEFRAME = "timeframe";
    private static final String PAGE = "page";

    private final FxTasks tasks;
    private final WindowSettings memory;
    private final WindowServices services;
    private final WatchlistViewModel watchlist;
    private final DataViewModel store;
    private final Centres centres;
    private final ShownSeries series;
    private final ObservableList<ChartSession> sessions = FXCollections.observableArrayList();
    private final Set<ChartSession> leaving = new HashSet<>();
    private final ReadOnlyObjectWrapper<ChartSession> active;

    /// One and the same for all: whoever asks another one leaves this one out of date.
    private final ObservableValue<ChartState> state;

    private final ObservableValue<ChartSession> source;

    private final ChartLinks links = new ChartLinks(() -> sessions);
    private final ReadOnlyObjectWrapper<Page> page = new ReadOnlyObjectWrapper<>(Page.CHART);
    private final StoreWatch watch;
    private boolean stale;

    WorkspaceModel(WindowContext context, WindowServices services) {
        this.tasks = context.tasks();
        this.memory = context.memory();
        this.services = services;
        this.watchlist = new WatchlistViewModel(tasks, services.candles(), services.data());
        this.series = new ShownSeries(services.data());
        Jobs jobs = new Jobs(tasks, context.clock(), services.jobs());
        StallWatchdog watchdog = new StallWatchdog(tasks, context.clock());
        this.centres =
                new Centres(
                        jobs,
                        new ErrorCentre(tasks, context.clock()),
                        watchdog,
                        new HealthModel(tasks, watchdog, jobs));
        centres.health().store(services.store().facts());
        tasks.onFailure(centres.errors()::report);
        this.store = new DataViewModel(tasks, services.store(), jobs);
        watch = new StoreWatch(tasks, services.candles(), this::storedInView, this::changed);
        store.onShow(this::show);
        store.onCandles(() -> stale = true);
        Timeframe timeframe = Timeframe.of(memory.read(TIMEFRAME, "")).orElse(Timeframe.M15);
        active = new ReadOnlyObjectWrapper<>(open(MAIN, timeframe));
        state = active.flatMap(ChartSession::stateProperty);
        source = active.flatMap(session -> session.drawn().sourceProperty());
        watchlist.chosenProperty().addListener((property, before, market) -> chosen(market));
        state.subscribe(this::remember);
    }

    /// The chart of a panel, opened if there is none.
    ChartSession session(String panel) {
        ChartSession session =
                sessions.stream()
                        .filter(known -> known.id().equals(panel))
                        .findFirst()
                        .orElseGet(() -> open(panel, active.get().timeframe()));
        leaving.remove(session);
        return session;
    }

    private ChartSession open(String panel, Timeframe timeframe) {
        ChartSession session =
                new ChartSession(panel, tasks, series, services.backtest(), timeframe);
        sessions.add(session);
        links.add(session);
        return session;
    }

    /// The panel of a chart was closed. One that is opened again at once, elsewhere, is as it was.
    void close(ChartSession session) {
        if (session.id().equals(MAIN)) {
            return; // it comes back with another layout, as it was
        }
        leaving.add(session);
        tasks.onScreen(() -> {
            if (leaving.remove(session)) {
                ended(session);
            }
        });
    }

    private void ended(ChartSession session) {
        if (active.get() == session) {
            activate(session(MAIN));
        }
        sessions.remove(session);
        links.remove(session);
        session.close();
    }

    ObservableList<ChartSession> sessions() {
        return sessions;
    }

    /// The chart that is used: the one that had the keyboard or the pointer last.
    ReadOnlyObjectProperty<ChartSession> activeProperty() {
        return active.getReadOnlyProperty();
    }

    void activate(ChartSession session) {
        if (active.get() != session) {
            active.set(session);
            watchlist.choose(session.market());
        }
    }

    WatchlistViewModel watchlist() {
        return watchlist;
    }

    /// The run that the active chart draws.
    BacktestViewModel backtest() {
        return source.getValue().backtest();
    }

    /// The chart whose run the active one draws.
    ObservableValue<ChartSession> sourceProperty() {
        return source;
    }

    /// Jobs, faults and health of the whole window.
    Centres centres() {
        return centres;
    }

    DataViewModel store() {
        return store;
    }

    ReadOnlyObjectProperty<Page> pageProperty() {
        return page.getReadOnlyProperty();
    }

    /// Goes to a page; what the page shows is read again, the other one keeps what it shows.
    void go(Page to) {
        page.set(to);
        memory.write(PAGE, to.code());
        if (to == Page.DATA) {
            store.refresh();
        } else if (to == Page.CHART && stale) {
            refresh();
        } else if (to == Page.CHART) {
            watchlist.refresh();
        }
    }

    /// The window has the keyboard again; the command line may have stored something meanwhile.
    void focused() {
        watchlist.refresh();
        if (page.get() == Page.DATA) {
            store.refresh();
        }
    }

    /// Shows a series in the active chart.
    void show(SeriesKey key) {
        show(key, null);
    }

    /// Shows a series in the active chart, and a time of it if one is given.
    private void show(SeriesKey key, @Nullable TimeRange time) {
        go(Page.CHART);
        series.forgetAll(); // an import or a repair may have changed it
        active.get().show(key, time);
        watchlist.choose(key.market());
    }

    /// Of the active chart.
    ObservableValue<ChartState> stateProperty() {
        return state;
    }

    /// Shows the market of the last start, else the bundled sample.
    void start() {
        watchlist.refresh();
        watch.start();
        MarketId market = SampleTrades.MARKET;
        String remembered = memory.read(MARKET, "");
        if (!remembered.isEmpty()) {
            try {
                market = MarketId.parse(remembered);
            } catch (IllegalArgumentException e) {
                memory.write(MARKET, ""); // edited by hand; the sample is there in any case
            }
        }
        watchlist.choose(market);
        go(Page.of(memory.read(PAGE, "")));
    }

    /// The active chart at another timeframe.
    void show(Timeframe timeframe) {
        active.get().show(timeframe);
        links.timeframe(active.get(), timeframe);
    }

    /// What a chart is to show; the others that it is tied to are left as they are.
    void show(ChartSession session, @Nullable MarketId market, Timeframe timeframe) {
        if (!Objects.equals(market, session.market()) || timeframe != session.timeframe()) {
            session.show(market, timeframe);
            if (session == active.get()) {
                links.alone(() -> watchlist.choose(market));
            }
        }
    }

    /// Tries the market of the active chart again.
    void retry() {
        stale = false;
        series.forgetAll();
        active.get().retry();
    }

    /// Reads everything again; another program may have changed it.
    void refresh() {
        if (page.get() == Page.DATA) {
            store.refresh();
            return;
        }
        stale = false;
        watchlist.refresh();
        series.forgetAll();
        sessions.forEach(ChartSession::retry);
    }

    private @Nullable SeriesKey storedInView() {
        return active.get().stored();
    }

    private void chosen(@Nullable MarketId market) {
        ChartSession session = active.get();
        if (market == null || !market.equals(session.market())) {
            session.show(market);
        }
        if (market != null) {
            links.market(session, market);
        }
    }

    /// Another program, or a job of this one, has stored something.
    private void changed(Set<MarketId> markets) {
        watchlist.refresh();
        if (page.get() == Page.DATA) {
            store.changed();
        }
        series.forget(markets);
        for (ChartSession session : List.copyOf(sessions)) {
            MarketId shown = session.market();
            if (shown != null && markets.contains(shown)) {
                session.reload();
            }
        }
    }

    private void remember(@Nullable ChartState state) {
        if (state instanceof ChartState.Shown shown && active.get().id().equals(MAIN)) {
            memory.write(MARKET, shown.loaded().key().market().toString());
            memory.write(TIMEFRAME, shown.loaded().key().timeframe().code());
        }
    }

    /// Ends what goes on without the user.
    void close() {
        watch.close();
        store.close();
        centres.watchdog().close();
    }
}
