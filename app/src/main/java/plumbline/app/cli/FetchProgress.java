package plumbline.app.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import plumbline.engine.exchange.history.VenueSeries;

/// How far downloads are, all together: counted in candles, which users know.
///
/// Thread-safe.
final class FetchProgress {
    private final Terminal terminal;
    private final String what;
    private final Map<VenueSeries, long[]> parts = new LinkedHashMap<>();

    FetchProgress(Terminal terminal, List<VenueSeries> all) {
        this.terminal = terminal;
        what = "fetching " + (all.size() == 1 ? all.getFirst().key() : all.size() + " series");
        // of those that have not begun nothing is known; they must not look like done
        all.forEach(series -> parts.put(series, new long[] {0, 1}));
    }

    /// @param doneMs of the time that was to be downloaded
    synchronized void at(VenueSeries series, long doneMs, long allMs) {
        long one = series.timeframe().millis();
        parts.put(series, new long[] {doneMs / one, Math.max(1, allMs / one)});
        long done = 0;
        long all = 0;
        for (long[] part : parts.values()) {
            done += part[0];
            all += part[1];
        }
        terminal.progress(what, done, all);
    }
}
