package plumbline.engine.market;

import org.jspecify.annotations.Nullable;

/// What the store knows of a series without reading it.
///
/// @param candles how many are stored
/// @param firstOpenMs open time of the oldest, epoch milliseconds
/// @param lastOpenMs open time of the newest
/// @param source where they came from, for example `csv`, `lean` or `sample: Bitstamp 2013`
public record SeriesInfo(
        SeriesKey key, long candles, long firstOpenMs, long lastOpenMs, String source) {

    /// What of `range` can hold candles of the series, `null` if nothing can.
    public @Nullable TimeRange overlap(TimeRange range) {
        if (candles == 0) {
            return null;
        }
        long from = Math.max(range.fromMs(), firstOpenMs);
        long to = Math.min(range.toMs(), lastOpenMs + 1);
        return from < to ? new TimeRange(from, to) : null;
    }
}
