package plumbline.engine.exchange;

import plumbline.engine.market.CandleSeries;
import plumbline.engine.market.TimeRange;

/// Candles of one answer, or of some that belong together.
///
/// @param candles finished ones, oldest first
/// @param complete the part of the range that was asked for in which the venue has no others; ends
///   at the last finished candle at the latest. Empty if nothing in the range has happened yet
public record CandlePage(CandleSeries candles, TimeRange complete) {}
