package plumbline.ui.chart;

/// Which candles are where: candle `i` takes the pixels from `x(i)` to `x(i + 1)`. Pure arithmetic,
/// so the laws of zooming can be tested without a screen.
///
/// Units: positions in candles (fractions allowed), x in logical pixels from the left of the plot.
final class Viewport {
    static final int DEFAULT_CANDLES = 180;

    /// Free room right of the newest candle, in candles and at least in pixels.
    static final int ROOM_CANDLES = 7;

    private static final double ROOM_PX = 24;
    private static final double MAX_STEP = 64;

    /// What is closer to the border of a candle than this is rounding.
    private static final double EPSILON = 1e-6;

    private int count;

    /// A guess until the first layout, so that nothing divides by zero before.
    private double width = 800;

    private double start;
    private double step = 1;
    private boolean untouched = true;

    /// Whether it shows the newest candles at the usual zoom because nobody has moved yet.
    boolean isUntouched() {
        return untouched;
    }

    /// Number of candles of the series.
    int count() {
        return count;
    }

    /// Position at the left border.
    double start() {
        return start;
    }

    /// Pixels a candle.
    double step() {
        return step;
    }

    double width() {
        return width;
    }

    /// How many candles fit into the width.
    double span() {
        return width / step;
    }

    /// Left border of candle `i`.
    double x(double position) {
        return (position - start) * step;
    }

    /// Centre of candle `i`.
    double centre(int i) {
        return (i + 0.5 - start) * step;
    }

    double positionAt(double x) {
        return start + x / step;
    }

    /// The candle at `x`; may lie outside of the series.
    int indexAt(double x) {
        return (int) Math.floor(positionAt(x));
    }

    /// First candle of which a part is in view, within `0..count`.
    int first() {
        return Math.clamp((int) Math.floor(start + EPSILON), 0, count);
    }

    /// Last candle of which a part is in view, `first() - 1` if none is.
    int last() {
        return Math.clamp((int) Math.ceil(start + span() - EPSILON) - 1, first() - 1, count - 1);
    }

    /// A new series: the newest candles, until someone moves.
    void showNewest(int candles) {
        count = candles;
        untouched = true;
        applyDefault();
    }

    /// More or fewer candles of the same series: what was at position `p` is now at `p + shift`.
    void replace(int candles, double shift) {
        count = candles;
        start += shift;
        if (untouched) {
            applyDefault();
        }
    }

    /// Keeps the right border where it is, and the default zoom as long as nobody has moved.
    void resize(double newWidth) {
        double end = start + span();
        width = Math.max(1, newWidth);
        if (untouched) {
            applyDefault();
        } else {
            step = boundedStep(step);
            start = end - span();
        }
    }

    /// Whether the newest candle is in view.
    boolean showsNewest() {
        return last() == count - 1;
    }

    /// Makes candles wider by `factor`; what is at `x` stays there, or the end of the series if `x`
    /// is beyond it.
    void zoom(double factor, double x) {
        untouched = false;
        double anchor = Math.clamp(positionAt(x), 0, count);
        double at = x(anchor);
        step = boundedStep(step * factor);
        start = bounded(anchor - at / step, 0, count);
    }

    /// Moves to later candles (or earlier ones if negative). Stops when only one is left in view,
    /// but does not draw back a view that is beyond that already.
    void pan(double candles) {
        untouched = false;
        double lowest = Math.min(start, 1 - span());
        double highest = Math.max(start, count - 1);
        start = Math.clamp(start + candles, lowest, highest);
    }

    void toNewest() {
        untouched = false;
        start = count + room(step) - span();
    }

    void toOldest() {
        untouched = false;
        start = 0;
    }

    /// The whole series.
    void fit() {
        untouched = false;
        double whole = Math.min(width / (count + ROOM_CANDLES), (width - ROOM_PX) / count);
        step = boundedStep(count == 0 ? MAX_STEP : whole);
        start = count + room(step) - span();
    }

    /// Brings candles `from..to` into the middle unless they are well in view already; zooms only
    /// if they take too much or too little of the width.
    void reveal(int from, int to) {
        double length = to - from + 1;
        double share = length / span();
        if (share > 0.7) {
            step = boundedStep(width * 0.5 / length);
        } else if (step < 4 && length * step < 40) {
            step = boundedStep(Math.min(4, 40 / length));
        } else if (x(from) >= width * 0.08 && x(to + 1) <= width * 0.92) {
            return;
        }
        untouched = false;
        start = bounded(from + length / 2 - span() / 2, 1, count - 1);
    }

    /// Candles `from..to` over the whole width, as far as zoom goes.
    void show(int from, int to) {
        untouched = false;
        step = boundedStep(width / Math.max(1, to - from + 1.0));
        start = bounded(from, 1, count - 1);
    }

    private void applyDefault() {
        double shown = Math.min(DEFAULT_CANDLES, Math.max(count, 1));
        step = boundedStep(width / (shown + ROOM_CANDLES));
        start = count + ROOM_CANDLES - span();
    }

    private double room(double atStep) {
        return Math.max(ROOM_CANDLES, ROOM_PX / atStep);
    }

    /// At least `inside` candles of the series stay in view.
    private double bounded(double wanted, int inside, double highest) {
        return Math.clamp(wanted, Math.min(inside - span(), highest), highest);
    }

    private double boundedStep(double wanted) {
        double least = Math.min(MAX_STEP, width / (1.25 * count + 4 * ROOM_CANDLES));
        return Math.clamp(wanted, least, MAX_STEP);
    }
}
