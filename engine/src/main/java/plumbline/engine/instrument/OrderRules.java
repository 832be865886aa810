package plumbline.engine.instrument;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import plumbline.engine.instrument.Instrument.Limits;

/// Looks at price and quantity of an order as the venue will, before it is sent: the same rules for
/// forms, backtests and orders.
///
/// Thread-safe.
public final class OrderRules {
    /// What a venue refuses an order for.
    public enum Rule {
        STATUS,
        PRICE_RANGE,
        TICK,
        LOT,
        MIN_QUANTITY,
        MAX_QUANTITY,
        MIN_NOTIONAL
    }

    /// Why an order would be refused.
    ///
    /// @param reason for people
    /// @param nearest the nearest price, for the rules of prices, or quantity that would be taken;
    ///   empty if there is none
    public record Refusal(Rule rule, String reason, Optional<BigDecimal> nearest) {}

    private final Instrument instrument;
    private final List<Refusal> refusals = new ArrayList<>();

    private OrderRules(Instrument instrument) {
        this.instrument = instrument;
    }

    /// What is wrong with an order; nothing if the venue would take it.
    ///
    /// @param price of the limit, or the last one for an order at the market
    public static List<Refusal> check(
            Instrument instrument, BigDecimal price, BigDecimal quantity) {
        OrderRules rules = new OrderRules(instrument);
        rules.status();
        rules.price(price);
        rules.quantity(price, quantity);
        return List.copyOf(rules.refusals);
    }

    private void status() {
        TradingStatus status = instrument.status();
        if (status != TradingStatus.TRADING && status != TradingStatus.REDUCE_ONLY) {
            refuse(Rule.STATUS, instrument.id() + " " + status.text(), Optional.empty());
        }
    }

    private void price(BigDecimal price) {
        Limits limits = instrument.limits();
        BigDecimal tick = instrument.tick();
        BigDecimal least = up(limits.minPrice().filter(p -> p.signum() > 0).orElse(tick), tick);
        Optional<BigDecimal> most =
                limits.maxPrice().map(p -> instrument.roundPrice(p, RoundingMode.DOWN));
        if (price.compareTo(least) < 0) {
            refuse(
                    Rule.PRICE_RANGE,
                    "the price " + plain(price) + " is below the least, " + plain(least),
                    Optional.of(least));
        } else if (most.isPresent() && price.compareTo(most.get()) > 0) {
            refuse(
                    Rule.PRICE_RANGE,
                    "the price " + plain(price) + " is above the most, " + plain(most.get()),
                    most);
        } else if (!Instrument.isMultiple(price, tick)) {
            refuse(
                    Rule.TICK,
                    "the price " + plain(price) + " is no multiple of " + plain(tick),
                    Optional.of(instrument.roundPrice(price, RoundingMode.HALF_EVEN)));
        }
    }

    private void quantity(BigDecimal price, BigDecimal quantity) {
        BigDecimal least = least(price);
        Optional<BigDecimal> most =
                instrument.limits().maxQuantity().map(instrument::roundQuantity);
        boolean possible = most.isEmpty() || most.get().compareTo(least) >= 0;
        Optional<BigDecimal> smallest = possible ? Optional.of(least) : Optional.empty();
        BigDecimal minimum = instrument.limits().minQuantity().orElse(BigDecimal.ZERO);
        if (quantity.signum() <= 0 || quantity.compareTo(minimum) < 0) {
            String what =
                    quantity.signum() <= 0
                            ? " is not above 0"
                            : " is below the least, " + plain(minimum);
            refuse(Rule.MIN_QUANTITY, "the quantity " + plain(quantity) + what, smallest);
            return;
        }
        if (most.isPresent() && quantity.compareTo(most.get()) > 0) {
            refuse(
                    Rule.MAX_QUANTITY,
                    "the quantity " + plain(quantity) + " is above the most, " + plain(most.get()),
                    possible ? most : Optional.empty());
            return;
        }
        if (!Instrument.isMultiple(quantity, instrument.lot())) {
            refuse(
                    Rule.LOT,
                    "the quantity "
                            + plain(quantity)
                            + " is no multiple of "
                            + plain(instrument.lot()),
                    smallest.map(s -> s.max(instrument.roundQuantity(quantity))));
        }
        notional(price, quantity, smallest);
    }

    private void notional(BigDecimal price, BigDecimal quantity, Optional<BigDecimal> smallest) {
        Optional<BigDecimal> least = instrument.limits().minNotional();
        BigDecimal worth = instrument.notional(price, quantity);
        if (least.isPresent() && worth.compareTo(least.get()) < 0) {
            refuse(
                    Rule.MIN_NOTIONAL,
                    "the order is worth "
                            + plain(worth)
                            + ", which is below the least, "
                            + plain(least.get()),
                    smallest);
        }
    }

    /// The smallest quantity that keeps lot, least quantity and least notional.
    private BigDecimal least(BigDecimal price) {
        BigDecimal lot = instrument.lot();
        BigDecimal least = up(instrument.limits().minQuantity().orElse(lot).max(lot), lot);
        BigDecimal each = instrument.notional(price, BigDecimal.ONE);
        Optional<BigDecimal> notional = instrument.limits().minNotional();
        if (notional.isEmpty() || each.signum() <= 0) {
            return least;
        }
        // exact where the division is not: rounded up to whole lots of money
        BigDecimal lots = notional.get().divide(each.multiply(lot), 0, RoundingMode.UP);
        return least.max(up(lots.multiply(lot), lot));
    }

    private static BigDecimal up(BigDecimal value, BigDecimal step) {
        return Instrument.rounded(value, step, RoundingMode.UP);
    }

    private void refuse(Rule rule, String reason, Optional<BigDecimal> nearest) {
        refusals.add(new Refusal(rule, reason, nearest));
    }

    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
