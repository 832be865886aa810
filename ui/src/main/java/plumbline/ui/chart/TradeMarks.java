package plumbline.ui.chart;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import plumbline.engine.market.MarketId;
import plumbline.engine.portfolio.Trade;
import plumbline.engine.strategy.PositionSide;

/// Trades placed on the candles of a chart, by time: the run may have seen other candles than the
/// chart shows.
///
/// Threads: not thread-safe.
final class TradeMarks {
    static final TradeMarks NONE = new TradeMarks(List.of(), 0);

    /// Markers that would be closer than this are thinned out.
    private static final double MARKER_SPACING = 13;

    private final List<Trade> trades;
    private final int[] entry;
    private final int[] exit;

    /// `latest[i]` is the largest exit of trades `0..i`.
    private final int[] latest;

    /// `number[i]` is the place of trade `i` in the list that was given, counted from 1.
    private final int[] number;

    private final int total;

    /// Which markers are drawn where they must be `thinned` candles apart.
    private final boolean[] entryShown;

    private final boolean[] exitShown;
    private int thinned;

    private TradeMarks(List<Trade> sorted, int total) {
        trades = sorted;
        this.total = total;
        entry = new int[sorted.size()];
        exit = new int[sorted.size()];
        latest = new int[sorted.size()];
        number = new int[sorted.size()];
        entryShown = new boolean[sorted.size()];
        exitShown = new boolean[sorted.size()];
    }

    /// Trades of another market or outside of the series are left out; of one that reaches beyond
    /// it the part inside stays.
    static TradeMarks of(List<Trade> trades, MarketId market, TimeAxis axis) {
        if (trades.isEmpty() || axis.candles().isEmpty()) {
            return NONE;
        }
        long start = axis.candles().firstOpenMs();
        long end = axis.timeframe().next(axis.candles().lastOpenMs());
        List<Integer> inside =
                IntStream.range(0, trades.size())
                        .filter(i -> trades.get(i).market().equals(market))
                        .filter(i -> trades.get(i).exitTimeMs() >= start)
                        .filter(i -> trades.get(i).entryTimeMs() < end)
                        .boxed()
                        .sorted(Comparator.comparingLong(i -> trades.get(i).entryTimeMs()))
                        .toList();
        TradeMarks marks = new TradeMarks(inside.stream().map(trades::get).toList(), trades.size());
        int largest = 0;
        for (int i = 0; i < marks.size(); i++) {
            marks.number[i] = inside.get(i) + 1;
            marks.entry[i] = Math.max(0, axis.holding(marks.trade(i).entryTimeMs()));
            marks.exit[i] = axis.holding(marks.trade(i).exitTimeMs());
            largest = Math.max(largest, marks.exit[i]);
            marks.latest[i] = largest;
        }
        return marks;
    }

    /// How many trades were given, those that were left out included.
    int total() {
        return total;
    }

    /// Place of trade `i` in the list that was given, counted from 1.
    int number(int i) {
        return number[i];
    }

    int size() {
        return trades.size();
    }

    Trade trade(int i) {
        return trades.get(i);
    }

    /// Candle of the entry.
    int entry(int i) {
        return entry[i];
    }

    /// Candle of the exit.
    int exit(int i) {
        return exit[i];
    }

    int indexOf(Trade trade) {
        return trades.indexOf(trade);
    }

    /// The first trade that was still open at candle `index` or later.
    int firstOpenAt(int index) {
        int low = 0;
        int high = latest.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (latest[middle] < index) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// Whether the marker of trade `i` on the entry (or exit) side is drawn at this zoom. It
    /// depends on nothing else, so that panning makes none flicker.
    boolean showsMarker(int i, boolean ofEntry, double step) {
        if (step >= MARKER_SPACING) {
            return true;
        }
        int distance = Integer.highestOneBit((int) Math.min(1 << 29, MARKER_SPACING / step)) * 2;
        if (distance != thinned) {
            thinned = distance;
            thin(entry, true, entryShown);
            thin(exit, false, exitShown);
        }
        return ofEntry ? entryShown[i] : exitShown[i];
    }

    /// Keeps a marker if it is far enough from the one kept before it on the same side.
    private void thin(int[] index, boolean ofEntry, boolean[] shown) {
        int below = -thinned;
        int above = -thinned;
        for (int i = 0; i < index.length; i++) {
            boolean isBelow = isBelow(i, ofEntry);
            shown[i] = index[i] - (isBelow ? below : above) >= thinned;
            if (shown[i] && isBelow) {
                below = index[i];
            } else if (shown[i]) {
                above = index[i];
            }
        }
    }

    /// Whether the marker stands below the candle and points up: where something was bought.
    boolean isBelow(int i, boolean ofEntry) {
        return trades.get(i).side() == PositionSide.LONG == ofEntry;
    }
}
