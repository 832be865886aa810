package plumbline.ui.shell;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;
import plumbline.engine.market.MarketId;
import plumbline.engine.market.SeriesKey;
import plumbline.engine.market.TimeRange;
import plumbline.engine.market.Timeframe;
import plumbline.engine.text.ErrorText;
import plumbline.ui.backtest.BacktestServices;
import plumbline.ui.backtest.BacktestViewModel;
import plumbline.ui.chart.ChartViewModel;
import plumbline.ui.fx.FxTasks;
import plumbline.ui.text.Texts;

/// One chart: its market and timeframe, what is drawn, and the strategy that is tried on it.
///
/// Threads: FX thread.
final class ChartSession {
    private final String id;
    private final FxTasks tasks;
    private final ShownSeries series;
    private final BacktestViewModel backtest;
    private final ChartViewModel chart = new ChartViewModel();
    private final DrawnRun drawn;
    private final ObjectProperty<Link> link = new SimpleObjectProperty<>(Link.NONE);
    private final BooleanProperty tiesTimeframe = new SimpleBooleanProperty(true);
    private final BooleanProperty follows = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<ChartState> state =
            new ReadOnlyObjectWrapper<>(new ChartState.Empty());
    private Timeframe wanted;
    private @Nullable MarketId market;
    private @Nullable TimeRange wantedTime;
    private boolean closed;

    /// @param id of its panel
    /// @param series reads candles
    /// @param timeframe to begin with
    ChartSession(
            String id,
            FxTasks tasks,
            ShownSeries series,
            BacktestServices services,
            Timeframe timeframe) {
        this.id = id;
        this.tasks = tasks;
        this.series = series;
        this.wanted = timeframe;
        this.backtest = new BacktestViewModel(tasks, services);
        this.drawn = new DrawnRun(this);
        backtest.onReveal(chart::select);
        backtest.onTimeframe(this::show);
    }

    String id() {
        return id;
    }

    BacktestViewModel backtest() {
        return backtest;
    }

    ChartViewModel chart() {
        return chart;
    }

    ReadOnlyObjectProperty<ChartState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// Which panels it is tied to.
    ObjectProperty<Link> linkProperty() {
        return link;
    }

    /// Whether it shares the timeframe too with those that it is tied to.
    BooleanProperty tiesTimeframeProperty() {
        return tiesTimeframe;
    }

    /// Whether it draws the run of the first chart of its colour instead of its own.
    BooleanProperty followsProperty() {
        return follows;
    }

    /// Whose run it draws.
    DrawnRun drawn() {
        return drawn;
    }

    @Nullable MarketId market() {
        return market;
    }

    Timeframe timeframe() {
        return wanted;
    }

    /// `BTC/USDT · 1h`.
    ObservableValue<String> title() {
        return state.map(this::title);
    }

    private String title(ChartState now) {
        return switch (now) {
            case ChartState.Shown s ->
                    s.loaded().key().market().pair() + " · " + s.loaded().key().timeframe();
            case ChartState.Loading l -> l.market().pair();
            case ChartState.Failed f -> f.market().pair();
            case ChartState.Empty e -> Texts.of("panel.chart");
        };
    }

    /// The stored series in view, `null` if none is.
    @Nullable SeriesKey stored() {
        return state.get() instanceof ChartState.Shown shown
                ? new SeriesKey(shown.loaded().key().market(), shown.loaded().stored())
                : null;
    }

    /// The same market at another timeframe.
    void show(Timeframe timeframe) {
        load(market, timeframe);
    }

    /// Another market at the same timeframe.
    void show(@Nullable MarketId other) {
        load(other, wanted);
    }

    /// Another market and timeframe.
    void show(@Nullable MarketId other, Timeframe timeframe) {
        load(other, timeframe);
    }

    /// A time of a series.
    void show(SeriesKey key, @Nullable TimeRange time) {
        wantedTime = time;
        load(key.market(), key.timeframe());
    }

    /// Reads the candles again.
    void retry() {
        load(market, wanted);
    }

    /// Reads newer candles of what is shown, which stays until they are there.
    void reload() {
        MarketId asked = market;
        Timeframe at = wanted;
        if (asked == null) {
            return;
        }
        tasks.run(
                () -> series.read(asked, at),
                read -> {
                    if (isWanted(asked, at)) {
                        series.keep(read);
                        shown(read);
                    }
                },
                failure -> {
                    if (isWanted(asked, at)) {
                        failed(asked, failure);
                    }
                });
    }

    private boolean isWanted(MarketId asked, Timeframe at) {
        return !closed && asked.equals(market) && at == wanted;
    }

    private void load(@Nullable MarketId other, Timeframe timeframe) {
        market = other;
        wanted = timeframe;
        if (other == null) {
            backtest.show(null);
            state.set(new ChartState.Empty());
            return;
        }
        ChartState.Shown known = series.known(new SeriesKey(other, timeframe));
        if (known != null) {
            shown(known);
            return;
        }
        state.set(new ChartState.Loading(other));
        reload();
    }

    private void shown(ChartState.Shown read) {
        SeriesKey key = read.loaded().key();
        chart.show(key, read.drawn(), read.loaded().source());
        backtest.show(read.loaded());
        state.set(read);
        TimeRange time = wantedTime;
        wantedTime = null;
        if (time != null) {
            chart.reveal(time);
        }
    }

    private void failed(MarketId asked, Throwable failure) {
        backtest.show(null);
        state.set(new ChartState.Failed(asked, ErrorText.of(failure)));
    }

    /// Nothing of it is wanted any more.
    void close() {
        closed = true;
        drawn.close();
        backtest.close();
    }
}
