package plumbline.ui.chart;

import java.util.List;
import plumbline.engine.market.CandleSeries;
import plumbline.engine.strategy.Study.Level;

/// Lines that belong to candles, ready to be drawn at any zoom: over the candles, or in a pane
/// below them. Made in the background, because it looks at every value.
///
/// Threads: any thread makes one; drawn by the FX thread.
public final class Studies {
    private final long firstOpenMs;
    private final List<OverlayLine> lines;
    private final List<OverlayLine> paneLines;
    private final List<Level> levels;

    private Studies(
            long firstOpenMs,
            List<OverlayLine> lines,
            List<OverlayLine> paneLines,
            List<Level> levels) {
        this.firstOpenMs = firstOpenMs;
        this.lines = lines;
        this.paneLines = paneLines;
        this.levels = levels;
    }

    /// @param candles those that the lines have a value for each of; at least one
    public static Studies of(CandleSeries candles, List<ChartStudy> studies) {
        return new Studies(
                candles.firstOpenMs(),
                lines(candles, studies, false),
                lines(candles, studies, true),
                studies.stream().flatMap(study -> study.levels().stream()).distinct().toList());
    }

    private static List<OverlayLine> lines(
            CandleSeries candles, List<ChartStudy> studies, boolean isInPane) {
        List<OverlayLine> lines =
                studies.stream()
                        .filter(study -> study.isInPane() == isInPane)
                        .map(study -> new OverlayLine(study.line()))
                        .toList();
        lines.forEach(line -> line.pyramid().build(candles.size()));
        return lines;
    }

    /// The lines as they lie over the candles of a chart.
    List<OverlayLine> over(SeriesData data) {
        return placed(lines, data);
    }

    /// Those below the candles of a chart.
    StudyPane below(SeriesData data) {
        return new StudyPane(placed(paneLines, data), levels);
    }

    private List<OverlayLine> placed(List<OverlayLine> of, SeriesData data) {
        int offset = data.candles().firstAtOrAfter(firstOpenMs);
        return of.stream().map(line -> line.at(offset)).toList();
    }
}
