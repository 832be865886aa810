package plumbline.engine.market;

/// A candle as it comes from a stream.
///
/// @param finished whether it can still change: a candle that is forming is kept apart
public record LiveCandle(SeriesKey key, Candle candle, boolean finished) {}
