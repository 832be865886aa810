package plumbline.ui.chart;

import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import plumbline.engine.market.CandleSeries;
import plumbline.engine.market.SeriesKey;
import plumbline.engine.market.TimeRange;
import plumbline.engine.portfolio.Trade;

/// What a price chart shows: candles, trades, the crosshair, zoom. Tested without a screen.
///
/// Units: x and y in logical pixels from the top left of the plot.
///
/// Threads: FX thread.
public final class ChartViewModel {
    /// The time of a crosshair that points at nothing.
    public static final long NOWHERE = Long.MIN_VALUE;

    private final Viewport viewport = new Viewport();
    private final PriceScale scale = new PriceScale();
    private final Crosshair crosshair = new Crosshair();
    private final TradeSelection selection = new TradeSelection();
    private final ReadOnlyObjectWrapper<TimeRange> visible =
            new ReadOnlyObjectWrapper<>(this, "visibleRange", new TimeRange(0, 0));
    private final ReadOnlyLongWrapper hoverTimeMs =
            new ReadOnlyLongWrapper(this, "hoverTimeMs", NOWHERE);

    private @Nullable SeriesData data;
    private @Nullable SeriesKey key;
    private final Lines lines = new Lines();
    private Runnable onChange = () -> {};
    private boolean dirty = true;
    private ChartArea area = new ChartArea(868, 400, ChartArea.PRICE_AXIS, 0, 1);

    /// Shows a series. The same key again keeps zoom and position: these are more or newer candles
    /// of it.
    ///
    /// @param source where the candles are from, shown next to the timeframe
    public void show(SeriesKey newKey, ChartCandles shown, String source) {
        CandleSeries candles = shown.candles();
        SeriesData old = data;
        if (old != null && newKey.equals(key) && old.size() > 0 && !candles.isEmpty()) {
            int before = candles.firstAtOrAfter(old.candles().firstOpenMs());
            boolean follows = viewport.showsNewest();
            viewport.replace(candles.size(), follows ? candles.size() - old.size() : before);
        } else {
            viewport.showNewest(candles.size());
            scale.follow();
        }
        key = newKey;
        data = new SeriesData(newKey, shown, source);
        place();
    }

    /// Shows nothing, trades neither.
    public void clear() {
        key = null;
        data = null;
        selection.replace(List.of());
        viewport.showNewest(0);
        scale.follow();
        place();
    }

    /// Marks these trades; what was selected stays so if it is among them.
    public void trades(List<Trade> made) {
        selection.replace(made);
        place();
    }

    /// The trades that are marked.
    public List<Trade> trades() {
        return selection.trades();
    }

    /// Draws these lines instead of the usual averages; `null` for the usual ones.
    public void studies(@Nullable Studies drawn) {
        lines.draw(drawn);
        place();
    }

    /// Selects a trade, or none; the view stays where it is.
    public void mark(@Nullable Trade trade) {
        selection.select(trade);
        changed();
    }

    /// Selects a trade, or none, and brings it into view.
    public void select(@Nullable Trade trade) {
        selection.select(trade);
        int mark = selection.mark();
        if (mark >= 0) {
            viewport.reveal(marks().entry(mark), marks().exit(mark));
        }
        changed();
    }

    public @Nullable Trade selected() {
        return selection.selected();
    }

    /// Called with the trade that has been selected, or `null`, whoever did it.
    public void onSelect(Consumer<@Nullable Trade> listener) {
        selection.onSelect(listener);
    }

    /// From the open of the first to the close of the last candle in view.
    public ReadOnlyObjectProperty<TimeRange> visibleRangeProperty() {
        return visible.getReadOnlyProperty();
    }

    /// Time of the crosshair, [#NOWHERE] if there is none.
    public ReadOnlyLongProperty hoverTimeMsProperty() {
        return hoverTimeMs.getReadOnlyProperty();
    }

    public long hoverTimeMs() {
        return hoverTimeMs.get();
    }

    /// Points the crosshair at a time, on behalf of another panel; [#NOWHERE] takes it away.
    public void pointAt(long timeMs) {
        if (timeMs != hoverTimeMs.get()) {
            crosshair.pointAt(timeMs);
            changed();
        }
    }

    /// Makes candles wider by `factor`; what is at `x` stays there.
    public void zoom(double factor, double x) {
        viewport.zoom(factor, x);
        changed();
    }

    /// Brings a time into view, with some candles around it.
    public void reveal(TimeRange time) {
        SeriesData shown = data;
        if (shown != null && shown.size() > 0) {
            int last = shown.size() - 1;
            int from = Math.min(last, shown.candles().firstAtOrAfter(time.fromMs()));
            int to = Math.min(last, shown.candles().firstAtOrAfter(time.toMs()));
            viewport.reveal(Math.max(0, from - 1), to);
            changed();
        }
    }

    /// Shows just this time, as far as there are candles and zoom goes.
    public void showRange(TimeRange time) {
        SeriesData shown = data;
        if (shown != null && shown.size() > 0 && !time.equals(visible.get())) {
            int from = Math.max(0, shown.axis().holding(time.fromMs()));
            int to = Math.max(from, shown.axis().atOrAfter(time.toMs()) - 1);
            viewport.show(from, to);
            changed();
        }
    }

    /// Whether the time in view is somebody's choice and not how the series came.
    public boolean isMovedByUser() {
        return !viewport.isUntouched();
    }

    /// Moves to candles that are `pixels` further right, as the pointer does that drags left.
    public void pan(double pixels) {
        viewport.pan(pixels / viewport.step());
        changed();
    }

    /// The newest candles at the usual zoom and automatic prices; once more, the whole series.
    public void reset() {
        if (viewport.isUntouched() && scale.isAutomatic()) {
            viewport.fit();
        } else {
            viewport.showNewest(viewport.count());
        }
        scale.follow();
        changed();
    }

    /// The whole series.
    public void fit() {
        viewport.fit();
        changed();
    }

    public void toNewest() {
        viewport.toNewest();
        changed();
    }

    public void toOldest() {
        viewport.toOldest();
        changed();
    }

    /// The legend as plain words, for readers of the screen.
    public String summary() {
        SeriesData shown = data;
        if (shown == null || shown.size() == 0) {
            return emptyText();
        }
        String prices = legend(shown).plain();
        return pane().isEmpty() ? prices : prices + " " + paneLegend(shown).plain();
    }

    /// The pointer is at a place in the plot.
    void point(double x, double y) {
        crosshair.point(x, y);
        changed();
    }

    /// The pointer has left.
    void unpoint() {
        if (crosshair.isShown()) {
            crosshair.hide();
            changed();
        }
    }

    /// Selects the trade whose marker is at a place; a place without one changes nothing.
    void click(double x, double y) {
        int at = tradeAt(x, y);
        if (at >= 0) {
            selection.select(marks().trade(at));
            changed();
        }
    }

    /// Index of the trade whose marker is at a place, or -1.
    int tradeAt(double x, double y) {
        SeriesData shown = data;
        return shown == null ? -1 : new MarkerPlaces(this, shown).at(x, y);
    }

    void stretchPrices(double factor) {
        lines.fit(scale, viewport, area);
        scale.stretch(factor);
        changed();
    }

    /// Moves prices with the pointer, unless they follow the candles.
    void dragPrices(double pixels) {
        scale.drag(pixels);
        changed();
    }

    void followPrices() {
        scale.follow();
        changed();
    }

    /// The time axis as it is before anyone moves.
    void resetTime() {
        viewport.showNewest(viewport.count());
        changed();
    }

    /// Called once when there is something new to paint.
    void onChange(Runnable listener) {
        onChange = listener;
    }

    boolean isDirty() {
        return dirty;
    }

    /// Goes on with what is computed once per series, for about `nanos`.
    ///
    /// @return whether all of it is done
    boolean prepare(long nanos) {
        SeriesData shown = data;
        if (shown == null || shown.isReady()) {
            return true;
        }
        shown.prepare(nanos);
        changed();
        return shown.isReady();
    }

    /// Fits everything to a size; from here on nothing is dirty.
    ///
    /// @param scaleFactor device pixels of a logical one
    ChartArea layout(double width, double height, double scaleFactor) {
        SeriesData shown = data;
        double axis = shown == null ? ChartArea.PRICE_AXIS : shown.axisWidth();
        area =
                lines.pane().isEmpty()
                        ? new ChartArea(width, height, axis, 0, scaleFactor)
                        : ChartArea.withPane(width, height, axis, scaleFactor);
        if (area.plotWidth() != viewport.width()) {
            viewport.resize(area.plotWidth());
            publish();
        }
        scale.resize(area.plotHeight());
        lines.fit(scale, viewport, area);
        dirty = false;
        return area;
    }

    /// The candle the legend is about: the one at the crosshair, else the newest.
    int legendIndex(SeriesData shown) {
        int at = crosshair.index(viewport, shown.axis());
        return at < 0 ? shown.size() - 1 : Math.min(at, shown.size() - 1);
    }

    /// What the legend says of it.
    Legend legend(SeriesData shown) {
        int i = legendIndex(shown);
        int trade = crosshair.hasPrice() ? selection.heldAt(i) : selection.mark();
        return LegendText.of(shown, lines(), i, marks(), trade);
    }

    /// What the legend of the pane says of it.
    Legend paneLegend(SeriesData shown) {
        return LegendText.of(pane(), legendIndex(shown));
    }

    String emptyText() {
        return key == null
                ? "No candles"
                : "No candles of " + key.market().pair() + " " + key.timeframe();
    }

    /// How the view was divided when it was last laid out.
    ChartArea area() {
        return area;
    }

    @Nullable SeriesData data() {
        return data;
    }

    Viewport viewport() {
        return viewport;
    }

    PriceScale scale() {
        return scale;
    }

    Crosshair crosshair() {
        return crosshair;
    }

    /// The lines over the candles.
    List<OverlayLine> lines() {
        return lines.shown();
    }

    /// What is below them.
    StudyPane pane() {
        return lines.pane();
    }

    TradeMarks marks() {
        return selection.marks();
    }

    /// Index of the selected trade among the marks, or -1.
    int selectedMark() {
        return selection.mark();
    }

    private void place() {
        lines.place(data);
        selection.place(data);
        changed();
    }

    private void changed() {
        publish();
        if (!dirty) {
            dirty = true;
            onChange.run();
        }
    }

    private void publish() {
        SeriesData shown = data;
        if (shown == null || shown.size() == 0) {
            visible.set(new TimeRange(0, 0));
            hoverTimeMs.set(NOWHERE);
            return;
        }
        int first = Math.min(viewport.first(), shown.size() - 1);
        int last = Math.max(first, viewport.last());
        TimeRange range = new TimeRange(shown.axis().time(first), shown.axis().time(last + 1));
        if (!range.equals(visible.get())) {
            visible.set(range);
        }
        hoverTimeMs.set(crosshair.timeMs(viewport, shown.axis()));
    }
}
