package plumbline.ui.shell;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import plumbline.engine.backtest.BacktestRun;
import plumbline.engine.feed.SampleTrades;
import plumbline.engine.market.LoadedSeries;
import plumbline.engine.market.MarketId;
import plumbline.engine.market.SeriesKey;
import plumbline.engine.market.TimeRange;
import plumbline.engine.market.Timeframe;
import plumbline.engine.text.ErrorText;
import plumbline.ui.backtest.BacktestViewModel;
import plumbline.ui.chart.ChartCandles;
import plumbline.ui.chart.ChartViewModel;
import plumbline.ui.data.DataViewModel;
import plumbline.ui.error.ErrorCentre;
import plumbline.ui.fx.FxTasks;
import plumbline.ui.health.HealthModel;
import plumbline.ui.health.StallWatchdog;
import plumbline.ui.job.Jobs;
import plumbline.ui.watchlist.WatchlistViewModel;

/// Which market is shown at which timeframe. Keeps watchlist, chart and backtest on the same one.
///
/// Threads: FX thread.
final class WorkspaceModel {
    private static final int REMEMBERED = 6;
    private static final String MARKET = "market";
    private static final String TIMEFRAME = "timeframe";
    private static final String PAGE = "page";

    private final FxTasks tasks;
    private final WindowSettings memory;
    private final WindowServices services;
    private final WatchlistViewModel watchlist;
    private final BacktestViewModel backtest;
    private final ChartViewModel chart = new ChartViewModel();
    private final DataViewModel store;
    private final Centres centres;
    private final ReadOnlyObjectWrapper<Page> page = new ReadOnlyObjectWrapper<>(Page.CHART);
    private final ReadOnlyObjectWrapper<ChartState> state =
            new ReadOnlyObjectWrapper<>(new ChartState.Empty());

    /// The series shown last, so that going back to one takes no time; the eldest goes first.
    private final Map<SeriesKey, ChartState.Shown> recent = new LinkedHashMap<>(16, 0.75f, true);

    private final StoreWatch watch;
    private Timeframe wanted;
    private @Nullable MarketId wantedMarket;
    private @Nullable TimeRange wantedTime;
    private boolean stale;

    WorkspaceModel(WindowContext context, WindowServices services) {
        this.tasks = context.tasks();
        this.memory = context.memory();
        this.services = services;
        this.watchlist = new WatchlistViewModel(tasks, services.candles(), services.data());
        this.backtest = new BacktestViewModel(tasks, services.backtest());
        Jobs jobs = new Jobs(tasks, context.clock(), services.jobs());
        StallWatchdog watchdog = new StallWatchdog(tasks, context.clock());
        this.centres =
                new Centres(
                        jobs,
                        new ErrorCentre(tasks, context.clock()),
                        watchdog,
                        new HealthModel(tasks, watchdog, jobs));
        centres.health().store(services.store().facts());
        this.store = new DataViewModel(tasks, services.store(), jobs);
        watch = new StoreWatch(tasks, services.candles(), this::storedInView, this::changed);
        store.onShow(this::show);
        store.onCandles(() -> stale = true);
        this.wanted = Timeframe.of(memory.read(TIMEFRAME, "")).orElse(Timeframe.M15);
        watchlist.chosenProperty().addListener((property, before, market) -> load(market, wanted));
        backtest.runProperty().addListener((property, before, run) -> showTrades(run));
        backtest.selectedProperty().addListener((property, before, trade) -> chart.mark(trade));
        backtest.onReveal(chart::select);
        backtest.onTimeframe(this::show);
        chart.onSelect(backtest.selectedProperty()::set);
    }

    WatchlistViewModel watchlist() {
        return watchlist;
    }

    BacktestViewModel backtest() {
        return backtest;
    }

    ChartViewModel chart() {
        return chart;
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

    /// Shows a series in the chart, and a time of it if one is given.
    private void show(SeriesKey key, @Nullable TimeRange time) {
        go(Page.CHART);
        recent.clear(); // an import or a repair may have changed it
        wantedTime = time;
        wanted = key.timeframe();
        if (key.market().equals(watchlist.chosenProperty().get())) {
            load(key.market(), wanted);
        } else {
            watchlist.choose(key.market());
        }
    }

    ReadOnlyObjectProperty<ChartState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// Shows the market of the last start, else the bundled sample.
    void start() {
        watchlist.refresh();
        watch.start();
        centres.watchdog().start();
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

    /// The same market at another timeframe.
    void show(Timeframe timeframe) {
        wanted = timeframe;
        load(watchlist.chosenProperty().get(), timeframe);
    }

    /// Tries the market again.
    void retry() {
        stale = false;
        recent.clear();
        load(watchlist.chosenProperty().get(), wanted);
    }

    /// Reads everything again; another program may have changed it.
    void refresh() {
        if (page.get() == Page.DATA) {
            store.refresh();
            return;
        }
        watchlist.refresh();
        retry();
    }

    private @Nullable SeriesKey storedInView() {
        return state.get() instanceof ChartState.Shown shown
                ? new SeriesKey(shown.loaded().key().market(), shown.loaded().stored())
                : null;
    }

    /// Another program, or a job of this one, has stored something.
    private void changed(Set<MarketId> markets) {
        watchlist.refresh();
        recent.keySet().removeIf(key -> markets.contains(key.market()));
        MarketId shown = watchlist.chosenProperty().get();
        if (shown != null && markets.contains(shown)) {
            reload(shown, wanted);
        }
    }

    /// Ends what goes on without the user.
    void close() {
        watch.close();
        store.close();
        centres.watchdog().close();
    }

    /// Reads newer candles of what is shown, which stays until they are there.
    private void reload(MarketId market, Timeframe timeframe) {
        tasks.run(
                () -> read(market, timeframe),
                read -> {
                    if (market.equals(wantedMarket) && timeframe == wanted) {
                        shown(read);
                    }
                },
                failure -> {
                    if (market.equals(wantedMarket)) {
                        failed(market, failure);
                    }
                });
    }

    private void load(@Nullable MarketId market, Timeframe timeframe) {
        wantedMarket = market;
        if (market == null) {
            backtest.show(null);
            state.set(new ChartState.Empty());
            return;
        }
        ChartState.Shown known = recent.get(new SeriesKey(market, timeframe));
        if (known != null) {
            shown(known);
            return;
        }
        state.set(new ChartState.Loading(market));
        reload(market, timeframe);
    }

    private ChartState.Shown read(MarketId market, Timeframe timeframe) {
        List<Timeframe> offered = services.data().timeframes(market);
        Timeframe nearest = nearest(offered, timeframe).orElse(timeframe);
        LoadedSeries loaded = services.data().load(new SeriesKey(market, nearest), TimeRange.ALL);
        return ChartState.Shown.of(loaded, ChartCandles.of(loaded), offered);
    }

    private static Optional<Timeframe> nearest(List<Timeframe> offered, Timeframe timeframe) {
        return offered.stream()
                .min((a, b) -> Double.compare(distance(a, timeframe), distance(b, timeframe)));
    }

    private static double distance(Timeframe a, Timeframe b) {
        return Math.abs(Math.log((double) a.millis() / b.millis()));
    }

    private void shown(ChartState.Shown read) {
        SeriesKey key = read.loaded().key();
        recent.put(key, read);
        if (recent.size() > REMEMBERED) {
            recent.remove(recent.keySet().iterator().next());
        }
        memory.write(MARKET, key.market().toString());
        memory.write(TIMEFRAME, key.timeframe().code());
        chart.show(key, read.drawn(), read.loaded().source());
        backtest.show(read.loaded());
        state.set(read);
        TimeRange time = wantedTime;
        wantedTime = null;
        if (time != null) {
            chart.reveal(time);
        }
    }

    private void failed(MarketId market, Throwable failure) {
        backtest.show(null);
        state.set(new ChartState.Failed(market, ErrorText.of(failure)));
    }

    private void showTrades(@Nullable BacktestRun run) {
        chart.studies(run == null ? null : backtest.studies());
        chart.trades(run == null ? List.of() : run.result().trades());
    }
}
