package plumbline.ui.chart;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which lines a chart draws: those of a run, else the usual averages.
///
/// Threads: FX thread.
final class Lines {
    private static final StudyPane NO_PANE = new StudyPane(List.of(), List.of());

    private final RangeIndex.Range inView = new RangeIndex.Range();
    private @Nullable Studies studies;
    private @Nullable SeriesData data;
    private List<OverlayLine> placed = List.of();
    private StudyPane pane = NO_PANE;

    /// `null` for the usual averages.
    void draw(@Nullable Studies drawn) {
        studies = drawn;
    }

    /// Lays the lines over a series.
    void place(@Nullable SeriesData over) {
        data = over;
        Studies drawn = studies;
        if (over == null || drawn == null) {
            placed = List.of();
            pane = NO_PANE;
        } else {
            placed = drawn.over(over);
            pane = drawn.below(over);
        }
    }

    /// Those over the candles.
    List<OverlayLine> shown() {
        SeriesData over = data;
        if (over == null) {
            return List.of();
        }
        return studies == null ? over.averages() : placed;
    }

    /// Those below the candles.
    StudyPane pane() {
        return pane;
    }

    /// Fits prices to the candles and lines in view, and the pane to its lines.
    void fit(PriceScale scale, Viewport viewport, ChartArea area) {
        SeriesData over = data;
        if (over == null) {
            return;
        }
        int from = viewport.first();
        int to = viewport.last() + 1;
        // lines are drawn to the candles just outside the view
        pane.fit(area, from - 1, to + 1);
        over.pyramid().query(from, to, inView);
        double low = inView.low;
        double high = inView.high;
        if (low > high) {
            return;
        }
        for (OverlayLine line : shown()) {
            if (!line.overlay().isLevel()) {
                line.query(from, to, inView);
                low = Math.min(low, inView.low);
                high = Math.max(high, inView.high);
            }
        }
        scale.fit(low, high);
    }
}
