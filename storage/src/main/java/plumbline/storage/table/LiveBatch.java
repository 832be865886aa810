package plumbline.storage.table;

import java.util.List;
import java.util.TreeMap;
import plumbline.engine.market.Candle;
import plumbline.engine.market.CandleSeries;
import plumbline.engine.market.LiveCandle;
import plumbline.engine.market.SeriesInfo;
import plumbline.engine.market.TimeRange;

/// Candles of one series that came together, sorted out.
///
/// @param recent newer than every finished candle that is stored, oldest first, one of each time
/// @param late finished candles of a time up to the newest that is stored
public record LiveBatch(List<LiveCandle> recent, CandleSeries late) {

    /// @param candles in the order in which they came
    public static LiveBatch of(List<LiveCandle> candles, SeriesInfo stored) {
        long known = stored.candles() == 0 ? Long.MIN_VALUE : stored.lastOpenMs();
        TreeMap<Long, LiveCandle> recent = new TreeMap<>();
        TreeMap<Long, Candle> late = new TreeMap<>();
        for (LiveCandle one : candles) {
            long time = one.candle().openTimeMs();
            if (time > known) {
                // an update that comes after the finished candle says nothing new
                recent.merge(time, one, (a, b) -> a.finished() && !b.finished() ? a : b);
            } else if (one.finished()) {
                late.put(time, one.candle());
            }
        }
        return new LiveBatch(List.copyOf(recent.values()), CandleSeries.of(late.values()));
    }

    /// The finished ones of the recent candles.
    public CandleSeries finished() {
        return CandleSeries.of(
                recent.stream().filter(LiveCandle::finished).map(LiveCandle::candle).toList());
    }

    /// From the first open time to the last, both within.
    public static TimeRange times(CandleSeries candles) {
        return new TimeRange(candles.firstOpenMs(), candles.lastOpenMs());
    }
}
