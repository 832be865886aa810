package plumbline.ui.shell;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plumbline.engine.feed.CandleQuery;
import plumbline.engine.market.LoadedSeries;
import plumbline.engine.market.MarketId;
import plumbline.engine.market.SeriesKey;
import plumbline.engine.market.TimeRange;
import plumbline.engine.market.Timeframe;
import plumbline.ui.chart.ChartCandles;

/// Reads candles for charts, and keeps those that were shown last, so that going back to one takes
/// no time.
///
/// Threads: FX thread, but for [#read].
final class ShownSeries {
    private static final int REMEMBERED = 12;

    private final CandleQuery data;

    /// The eldest goes first.
    private final Map<SeriesKey, ChartState.Shown> recent = new LinkedHashMap<>(16, 0.75f, true);

    ShownSeries(CandleQuery data) {
        this.data = data;
    }

    ChartState.@Nullable Shown known(SeriesKey key) {
        return recent.get(key);
    }

    /// At the nearest timeframe that there is. Any thread; blocks.
    ChartState.Shown read(MarketId market, Timeframe timeframe) {
        List<Timeframe> offered = data.timeframes(market);
        Timeframe nearest = nearest(offered, timeframe).orElse(timeframe);
        LoadedSeries loaded = data.load(new SeriesKey(market, nearest), TimeRange.ALL);
        return ChartState.Shown.of(loaded, ChartCandles.of(loaded), offered);
    }

    void keep(ChartState.Shown read) {
        recent.put(read.loaded().key(), read);
        if (recent.size() > REMEMBERED) {
            recent.remove(recent.keySet().iterator().next());
        }
    }

    /// Something has changed in these.
    void forget(Set<MarketId> markets) {
        recent.keySet().removeIf(key -> markets.contains(key.market()));
    }

    void forgetAll() {
        recent.clear();
    }

    private static Optional<Timeframe> nearest(List<Timeframe> offered, Timeframe timeframe) {
        return offered.stream()
                .min((a, b) -> Double.compare(distance(a, timeframe), distance(b, timeframe)));
    }

    private static double distance(Timeframe a, Timeframe b) {
        return Math.abs(Math.log((double) a.millis() / b.millis()));
    }
}
