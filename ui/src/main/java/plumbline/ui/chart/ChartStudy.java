package plumbline.ui.chart;

import java.util.List;
import plumbline.engine.strategy.Study.Level;

/// A line of a chart and where it belongs.
///
/// @param isInPane whether it lies in the pane below the candles, which has a scale of its own, and
///   not over them
/// @param levels drawn across the pane; none over candles
public record ChartStudy(LineStudy line, boolean isInPane, List<Level> levels) {
    /// A line on the scale of prices.
    public static ChartStudy overCandles(LineStudy line) {
        return new ChartStudy(line, false, List.of());
    }

    /// A line in the pane below the candles.
    public static ChartStudy inPane(LineStudy line, List<Level> levels) {
        return new ChartStudy(line, true, levels);
    }
}
