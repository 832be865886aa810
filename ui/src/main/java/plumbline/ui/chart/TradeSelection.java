package plumbline.ui.chart;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import plumbline.engine.portfolio.Trade;

/// The trades of a chart and which one is selected.
final class TradeSelection {
    private List<Trade> trades = List.of();
    private TradeMarks marks = TradeMarks.NONE;
    private @Nullable Trade selected;
    private int mark = -1;
    private Consumer<@Nullable Trade> listener = trade -> {};

    void onSelect(Consumer<@Nullable Trade> newListener) {
        listener = newListener;
    }

    List<Trade> trades() {
        return trades;
    }

    /// Other trades; a selected one that is not among them is selected no longer.
    void replace(List<Trade> made) {
        trades = List.copyOf(made);
        if (selected != null && !trades.contains(selected)) {
            select(null);
        }
    }

    /// Places the trades on a series, or nowhere.
    void place(@Nullable SeriesData data) {
        marks =
                data == null
                        ? TradeMarks.NONE
                        : TradeMarks.of(trades, data.key().market(), data.axis());
        mark = selected == null ? -1 : marks.indexOf(selected);
    }

    /// Selects a trade or none, and tells so if that is new.
    void select(@Nullable Trade trade) {
        if (trade == null ? selected == null : trade.equals(selected)) {
            return;
        }
        selected = trade;
        mark = trade == null ? -1 : marks.indexOf(trade);
        listener.accept(trade);
    }

    @Nullable Trade selected() {
        return selected;
    }

    TradeMarks marks() {
        return marks;
    }

    /// Index of the selected trade among the marks, or -1.
    int mark() {
        return mark;
    }

    /// Index of a trade that was open at candle `i`, the selected one first; -1 if there is none.
    int heldAt(int i) {
        if (mark >= 0 && marks.entry(mark) <= i && i <= marks.exit(mark)) {
            return mark;
        }
        int held = marks.firstOpenAt(i);
        return held < marks.size() && marks.entry(held) <= i ? held : -1;
    }
}
