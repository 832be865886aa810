package plumbline.engine.market;

/// What the store knows of a series without reading it.
///
/// @param candles how many are stored
/// @param firstOpenMs open time of the oldest, epoch milliseconds
/// @param lastOpenMs open time of the newest
/// @param source where they came from, for example `csv`, `lean` or `sample: Bitstamp 2013`
public record SeriesInfo(
        SeriesKey key, long candles, long firstOpenMs, long lastOpenMs, String source) {}
