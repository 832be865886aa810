package plumbline.engine.market;

/// One candle by itself; series keep columns ([CandleSeries]), so this is for edges and tests.
///
/// @param openTimeMs when it opened, epoch milliseconds UTC
/// @param volume in base currency
public record Candle(
        long openTimeMs, double open, double high, double low, double close, double volume) {}
