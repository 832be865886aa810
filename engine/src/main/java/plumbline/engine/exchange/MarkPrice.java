package plumbline.engine.exchange;

import java.math.BigDecimal;
import java.util.Optional;

/// At what positions in a future are valued now.
///
/// @param timeMs epoch milliseconds UTC, by the venue's clock
/// @param mark the price of liquidations
/// @param index the price of what the contract is about
/// @param next of a perpetual, what would be paid at the next time, by what is known now
public record MarkPrice(
        long timeMs, BigDecimal mark, BigDecimal index, Optional<FundingRate> next) {}
