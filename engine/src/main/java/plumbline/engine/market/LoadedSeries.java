package plumbline.engine.market;

import org.jspecify.annotations.Nullable;

/// Candles with where they come from.
///
/// @param candles finished ones only: what computes never sees half a candle
/// @param stored the timeframe in the store that they were read or built from
/// @param partial the candle after them that is not over yet, as far as it is known; `null` if
///   there is none, or if the range ends before the stored candles do
public record LoadedSeries(
        SeriesKey key,
        CandleSeries candles,
        String source,
        Timeframe stored,
        @Nullable Candle partial) {

    /// Candles with nothing unfinished after them.
    public LoadedSeries(SeriesKey key, CandleSeries candles, String source, Timeframe stored) {
        this(key, candles, source, stored, null);
    }
}
