package plumbline.ui.chart;

import java.util.List;
import plumbline.engine.market.CandleSeries;

/// Lines that belong to candles, ready to be drawn at any zoom. Made in the background, because it
/// looks at every value.
///
/// Threads: any thread makes one; drawn by the FX thread.
public final class Studies {
    private final long firstOpenMs;
    private final List<OverlayLine> lines;

    private Studies(long firstOpenMs, List<OverlayLine> lines) {
        this.firstOpenMs = firstOpenMs;
        this.lines = lines;
    }

    /// @param candles those that the lines have a value for each of; at least one
    public static Studies of(CandleSeries candles, List<LineStudy> studies) {
        List<OverlayLine> lines = studies.stream().map(OverlayLine::new).toList();
        lines.forEach(line -> line.pyramid().build(candles.size()));
        return new Studies(candles.firstOpenMs(), lines);
    }

    /// The lines as they lie over the candles of a chart.
    List<OverlayLine> over(SeriesData data) {
        int offset = data.candles().firstAtOrAfter(firstOpenMs);
        return lines.stream().map(line -> line.at(offset)).toList();
    }
}
