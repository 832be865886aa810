package plumbline.ui.chart;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which lines a chart draws: those of a run, else the usual averages.
///
/// Threads: FX thread.
final class Lines {
    private @Nullable Studies studies;
    private @Nullable SeriesData data;
    private List<OverlayLine> placed = List.of();

    /// `null` for the usual averages.
    void draw(@Nullable Studies drawn) {
        studies = drawn;
    }

    /// Lays the lines over a series.
    void place(@Nullable SeriesData over) {
        data = over;
        Studies drawn = studies;
        placed = over == null || drawn == null ? List.of() : drawn.over(over);
    }

    List<OverlayLine> shown() {
        SeriesData over = data;
        if (over == null) {
            return List.of();
        }
        return studies == null ? over.averages() : placed;
    }
}
