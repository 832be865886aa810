package plumbline.engine.exchange;

import java.math.BigDecimal;
import java.util.OptionalLong;

/// At what a perpetual's positions are valued now.
///
/// @param timeMs epoch milliseconds UTC, by the venue's clock
/// @param mark the price of liquidations
/// @param index the price of what the contract is about
/// @param fundingRate that would be paid now, as a part of the position's worth
/// @param nextFundingMs when it is paid next, if that is known
public record MarkPrice(
        long timeMs,
        BigDecimal mark,
        BigDecimal index,
        BigDecimal fundingRate,
        OptionalLong nextFundingMs) {}
