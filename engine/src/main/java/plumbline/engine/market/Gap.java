package plumbline.engine.market;

/// A run of candles that a series should have and has not.
///
/// @param fromMs open time of the first missing candle
/// @param toMs open time of the next candle that is there
/// @param missing how many candles are missing
public record Gap(long fromMs, long toMs, long missing) {}
