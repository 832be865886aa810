package plumbline.engine.exchange;

import java.math.BigDecimal;

/// One trade that a venue reports to everybody.
///
/// @param id the venue's, which no other trade of the market has
/// @param timeMs epoch milliseconds UTC, by the venue's clock
/// @param price in the quote
/// @param quantity in units of the quantity of the market, above 0
/// @param taker who came to the other's order
public record MarketTrade(
        String id, long timeMs, BigDecimal price, BigDecimal quantity, Taker taker) {
    /// Who traded at once, with an order that was waiting.
    public enum Taker {
        BUYER,
        SELLER,
        /// The venue does not say.
        UNKNOWN
    }

    /// @throws IllegalArgumentException if price or quantity is not above 0
    public MarketTrade {
        if (price.signum() <= 0 || quantity.signum() <= 0) {
            throw new IllegalArgumentException(
                    "trade " + id + " of " + quantity + " at " + price + " is none");
        }
    }
}
