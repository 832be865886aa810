package plumbline.engine.instrument;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import plumbline.engine.market.MarketId;

/// A market as its venue describes it. Prices and quantities are rounded and written here and
/// nowhere else.
///
/// @param id our name of it
/// @param symbol the venue's
/// @param tick prices are multiples of it; above 0
/// @param lot quantities are multiples of it; above 0
/// @param limits what an order must keep
/// @param contract what one unit of the quantity is
public record Instrument(
        MarketId id,
        String symbol,
        InstrumentKind kind,
        TradingStatus status,
        BigDecimal tick,
        BigDecimal lot,
        Limits limits,
        Contract contract) {

    /// What an order must keep, beside tick and lot. Empty is no limit.
    ///
    /// @param minQuantity in units of the quantity
    /// @param minNotional in money: price times quantity times size of the contract
    public record Limits(
            Optional<BigDecimal> minQuantity,
            Optional<BigDecimal> maxQuantity,
            Optional<BigDecimal> minNotional,
            Optional<BigDecimal> minPrice,
            Optional<BigDecimal> maxPrice) {
        /// Nothing but tick and lot.
        public static final Limits NONE =
                new Limits(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
    }

    /// One unit of the quantity.
    ///
    /// @param size of the base, or of the quote if it is inverse: a contract of 100 USD
    /// @param inverse whether the size is money, and profits are paid in the base
    /// @param underlying what the base is a multiple of: `SHIB` for `1000SHIB`; the base itself
    ///   where it is none
    /// @param multiplier how many of it one of the base is, 1 where it is none
    public record Contract(
            BigDecimal size, boolean inverse, String underlying, BigDecimal multiplier) {
        /// A unit of the base.
        public static Contract of(String base) {
            return new Contract(BigDecimal.ONE, false, base, BigDecimal.ONE);
        }

        public Contract {
            requirePositive("size of the contract", size);
            requirePositive("multiplier", multiplier);
        }
    }

    /// @throws IllegalArgumentException if tick, lot or a limit is not above 0, or a lower limit
    ///   above its upper one
    public Instrument {
        requirePositive("tick", tick);
        requirePositive("lot", lot);
        requireOrder("quantity", limits.minQuantity(), limits.maxQuantity());
        requireOrder("price", limits.minPrice(), limits.maxPrice());
        limits.minNotional().ifPresent(least -> requireNotNegative("least notional", least));
    }

    /// The same at a time when its venue called it so.
    public Instrument called(String other) {
        return other.equals(symbol)
                ? this
                : new Instrument(id, other, kind, status, tick, lot, limits, contract);
    }

    private static void requirePositive(String what, BigDecimal value) {
        if (value.signum() <= 0) {
            throw new IllegalArgumentException(what + " must be above 0, is " + value);
        }
    }

    private static void requireNotNegative(String what, BigDecimal value) {
        if (value.signum() < 0) {
            throw new IllegalArgumentException(what + " must not be below 0, is " + value);
        }
    }

    private static void requireOrder(
            String what, Optional<BigDecimal> least, Optional<BigDecimal> most) {
        least.ifPresent(value -> requireNotNegative("least " + what, value));
        most.ifPresent(value -> requirePositive("most " + what, value));
        if (least.isPresent() && most.isPresent() && least.get().compareTo(most.get()) > 0) {
            throw new IllegalArgumentException(
                    "least " + what + " " + least.get() + " is above the most, " + most.get());
        }
    }

    /// The multiple of the tick that is nearest in that direction.
    public BigDecimal roundPrice(BigDecimal price, RoundingMode mode) {
        return rounded(price, tick, mode);
    }

    /// The largest multiple of the lot that is not more: what is not there cannot be sold.
    public BigDecimal roundQuantity(BigDecimal quantity) {
        return rounded(quantity, lot, RoundingMode.DOWN);
    }

    static BigDecimal rounded(BigDecimal value, BigDecimal step, RoundingMode mode) {
        BigDecimal steps = value.divide(step, 0, mode);
        return steps.multiply(step).setScale(decimals(step));
    }

    static boolean isMultiple(BigDecimal value, BigDecimal step) {
        return value.remainder(step).signum() == 0;
    }

    /// With as many decimals as the tick has: `6727.10`, not `6727.1`.
    public String priceText(BigDecimal price) {
        return roundPrice(price, RoundingMode.HALF_EVEN).toPlainString();
    }

    /// The same of a price of a candle.
    public String priceText(double price) {
        return priceText(BigDecimal.valueOf(price));
    }

    /// With as many decimals as the lot has, rounded down.
    public String quantityText(BigDecimal quantity) {
        return roundQuantity(quantity).toPlainString();
    }

    /// How many decimals prices have.
    public int priceDecimals() {
        return decimals(tick);
    }

    /// How many decimals quantities have.
    public int quantityDecimals() {
        return decimals(lot);
    }

    private static int decimals(BigDecimal step) {
        return Math.max(0, step.stripTrailingZeros().scale());
    }

    /// What a quantity costs at a price, in money: of an inverse contract the price does not
    /// matter.
    public BigDecimal notional(BigDecimal price, BigDecimal quantity) {
        BigDecimal size = quantity.multiply(contract.size());
        return contract.inverse() ? size : size.multiply(price);
    }
}
