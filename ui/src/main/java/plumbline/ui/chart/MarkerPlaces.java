package plumbline.ui.chart;

/// Where the markers of trades stand: for the painter, and for the pointer that clicks on them.
final class MarkerPlaces {
    static final double WIDTH = 12;
    static final double HEIGHT = 10;

    /// Between the wick and the tip of the marker.
    static final double DISTANCE = 10;

    /// How far from its middle a click still counts.
    private static final double REACH = 10;

    private final Viewport viewport;
    private final PriceScale scale;
    private final TradeMarks marks;
    private final SeriesData data;
    private final int selected;
    private final RangeIndex.Range range = new RangeIndex.Range();

    MarkerPlaces(ChartViewModel model, SeriesData data) {
        this.viewport = model.viewport();
        this.scale = model.scale();
        this.marks = model.marks();
        this.selected = model.selectedMark();
        this.data = data;
    }

    /// Whether the marker of trade `i` at its entry (or exit) is drawn.
    boolean isShown(int i, boolean ofEntry) {
        int index = index(i, ofEntry);
        double x = viewport.centre(index);
        return x > -WIDTH
                && x < viewport.width() + WIDTH
                && (i == selected || marks.showsMarker(i, ofEntry, viewport.step()));
    }

    double x(int i, boolean ofEntry) {
        return viewport.centre(index(i, ofEntry));
    }

    /// Where it points; the rest of it is further away from the candles, which includes those
    /// beside it that it would cover.
    double tip(int i, boolean ofEntry) {
        int index = index(i, ofEntry);
        int beside = (int) Math.min(data.size(), WIDTH / 2 / viewport.step());
        data.pyramid()
                .query(
                        Math.max(0, index - beside),
                        Math.min(data.size(), index + beside + 1),
                        range);
        return marks.isBelow(i, ofEntry)
                ? scale.y(range.low) + DISTANCE
                : scale.y(range.high) - DISTANCE;
    }

    /// The trade with a marker at a place, the selected one first; -1 if there is none.
    int at(double x, double y) {
        if (selected >= 0 && isNear(selected, x, y)) {
            return selected;
        }
        int last = viewport.last();
        for (int i = marks.firstOpenAt(viewport.first());
                i < marks.size() && marks.entry(i) <= last;
                i++) {
            if (isNear(i, x, y)) {
                return i;
            }
        }
        return -1;
    }

    private boolean isNear(int i, double x, double y) {
        return isNear(i, true, x, y) || isNear(i, false, x, y);
    }

    private boolean isNear(int i, boolean ofEntry, double x, double y) {
        if (Math.abs(x - x(i, ofEntry)) > REACH || !isShown(i, ofEntry)) {
            return false;
        }
        double outward = marks.isBelow(i, ofEntry) ? HEIGHT / 2 : -HEIGHT / 2;
        return Math.abs(y - tip(i, ofEntry) - outward) <= REACH;
    }

    private int index(int i, boolean ofEntry) {
        return ofEntry ? marks.entry(i) : marks.exit(i);
    }
}
