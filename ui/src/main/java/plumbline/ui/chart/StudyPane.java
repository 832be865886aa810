package plumbline.ui.chart;

import java.util.List;
import plumbline.engine.strategy.Study.Level;

/// The pane below the candles: lines that are no prices, their levels, and which value is at which
/// height. It fits what is in view.
///
/// Units: y in logical pixels from the top of the view.
///
/// Threads: FX thread.
final class StudyPane {
    /// Room for the legend above and for the border below the lines.
    private static final double TOP = 18;

    private static final double BOTTOM = 9;
    private static final double LEAST_ROOM = 8;

    private final List<OverlayLine> lines;
    private final List<Level> levels;
    private final RangeIndex.Range range = new RangeIndex.Range();
    private double top;
    private double bottom = 1;
    private double low;
    private double high = 1;

    StudyPane(List<OverlayLine> lines, List<Level> levels) {
        this.lines = lines;
        this.levels = levels;
    }

    boolean isEmpty() {
        return lines.isEmpty();
    }

    List<OverlayLine> lines() {
        return lines;
    }

    List<Level> levels() {
        return levels;
    }

    /// Value at the lower border.
    double low() {
        return low;
    }

    /// Value at the upper border.
    double high() {
        return high;
    }

    double y(double value) {
        return bottom - (value - low) / (high - low) * (bottom - top);
    }

    double valueAt(double y) {
        return low + (bottom - y) / (bottom - top) * (high - low);
    }

    /// How many decimals show three digits of the usual values.
    int decimals() {
        return (int) Math.clamp(2 - Math.floor(Math.log10((high - low) / 2)), 0, 12);
    }

    /// Places the pane and fits into it the levels and what the lines are at candles `from..to`.
    void fit(ChartArea area, int from, int to) {
        top = area.plotHeight();
        bottom = Math.max(top + 1, area.timeAxisTop());
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (Level level : levels) {
            least = Math.min(least, level.value());
            most = Math.max(most, level.value());
        }
        for (OverlayLine line : lines) {
            line.query(from, to, range);
            least = Math.min(least, range.low);
            most = Math.max(most, range.high);
        }
        if (!(least <= most)) {
            least = 0;
            most = 1;
        }
        double half = Math.max((most - least) / 2, Math.max(Math.abs(most) * 1e-4, 1e-12));
        double middle = (least + most) / 2;
        double perPixel = 2 * half / Math.max(LEAST_ROOM, bottom - top - TOP - BOTTOM);
        low = middle - half - BOTTOM * perPixel;
        high = low + (bottom - top) * perPixel;
    }
}
