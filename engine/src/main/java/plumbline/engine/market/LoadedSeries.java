package plumbline.engine.market;

import org.jspecify.annotations.Nullable;

/// Candles with where they come from.
///
/// @param candles finished ones only: what computes never sees half a candle
/// @param stored the timeframe in the store that they were read or built from
/// @param partial the candle after them that is not over yet, as far as it is known; `null` if
///   there is none, or if the range ends before the stored candles do
/// @param isFirstPartial whether the first candle was built of stored ones that begin within it, so
///   that it may lack its beginning
public record LoadedSeries(
        SeriesKey key,
        CandleSeries candles,
        String source,
        Timeframe stored,
        @Nullable Candle partial,
        boolean isFirstPartial) {

    /// Candles with nothing unfinished in them or after them.
    public LoadedSeries(SeriesKey key, CandleSeries candles, String source, Timeframe stored) {
        this(key, candles, source, stored, null, false);
    }

    /// Those of its finished candles that opened within `range`.
    public LoadedSeries between(TimeRange range) {
        CandleSeries within = candles.between(range);
        boolean hasFirst = !within.isEmpty() && within.firstOpenMs() == candles.firstOpenMs();
        return new LoadedSeries(key, within, source, stored, null, isFirstPartial && hasFirst);
    }
}
