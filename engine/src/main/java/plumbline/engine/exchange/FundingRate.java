package plumbline.engine.exchange;

import java.math.BigDecimal;

/// What the holders of a perpetual paid each other at one time.
///
/// @param timeMs when, epoch milliseconds UTC, on the minute
/// @param rate as a part of the position's worth; above 0 the long pay the short
public record FundingRate(long timeMs, BigDecimal rate) {}
