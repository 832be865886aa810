package plumbline.engine.backtest;

import java.util.ArrayList;
import java.util.List;
import plumbline.engine.market.MarketId;
import plumbline.engine.portfolio.Trade;
import plumbline.engine.strategy.PositionSide;
import plumbline.engine.strategy.Signal.Target;

/// Cash, the one position, and the trades so far. `cash + quantity * price` is the equity, for long
/// (cash was paid) as for short (cash was received).
///
/// Between two positions cash is the starting cash and the profits of the trades, added in their
/// order, so that the list of trades explains it to the last bit.
final class Account {
    /// What sums of money may differ by and mean the same, as a fraction.
    private static final double ROUNDING = 1e-12;

    private final MarketId market;
    private final long[] openTime;
    private final int warmup;
    private final double fee;
    private final double slippage;
    private final Sizing sizing;
    private final double startingCash;
    private final List<Trade> trades = new ArrayList<>();

    private double settled;
    private double cash;
    private double writtenOff;
    private double quantity;
    private PositionSide exposure = PositionSide.FLAT;
    private int entryIndex;
    private double entryPrice;
    private double entryFee;
    private String entryReason = "";
    private double lowerExit;
    private double upperExit;
    private boolean ruinComesFirst;
    private long lowestHeld;
    private long highestHeld;

    Account(MarketId market, WarmedCandles candles, Assumptions assumptions) {
        this.market = market;
        this.openTime = candles.all().openTime();
        this.warmup = candles.warmup();
        this.fee = assumptions.fee();
        this.slippage = assumptions.slippage();
        this.sizing = new Sizing(assumptions);
        this.startingCash = assumptions.cash();
        this.settled = startingCash;
        this.cash = startingCash;
    }

    double startingCash() {
        return startingCash;
    }

    double cash() {
        return cash;
    }

    /// Signed: negative when short.
    double quantity() {
        return quantity;
    }

    PositionSide exposure() {
        return exposure;
    }

    double equity(double price) {
        return cash + quantity * price;
    }

    List<Trade> trades() {
        return List.copyOf(trades);
    }

    /// The position was held through candles with these extremes, see [PriceBits].
    void held(long lowest, long highest) {
        lowestHeld = Math.min(lowestHeld, lowest);
        highestHeld = Math.max(highestHeld, highest);
    }

    /// What was owed beyond zero when the account was ruined; 0 if it was not.
    double writtenOff() {
        return writtenOff;
    }

    boolean hasExits() {
        return lowerExit != Double.NEGATIVE_INFINITY || upperExit != Double.POSITIVE_INFINITY;
    }

    /// The price at or below which the position is left: stop or ruin of a long, take-profit of a
    /// short; minus infinity for none.
    double lowerExit() {
        return lowerExit;
    }

    /// The price at or above which the position is left; infinity for none.
    double upperExit() {
        return upperExit;
    }

    /// Whether the exit against the position is where the equity is gone, and not a stop before it.
    boolean ruinComesFirst() {
        return ruinComesFirst;
    }

    /// Opens a position with the whole cash as equity; called when flat.
    ///
    /// @param price before slippage
    /// @return false, and nothing changed, if the equity does not cover a single unit
    boolean open(Target target, int i, double price) {
        PositionSide side = PositionSide.of(target.weight());
        double filled = price * (1 + side.sign() * slippage);
        double size = sizing.quantity(cash * Math.abs(target.weight()), filled);
        if (size == 0) {
            return false;
        }
        exposure = side;
        quantity = side.sign() * size;
        entryIndex = i;
        entryPrice = filled;
        entryFee = size * filled * fee;
        entryReason = target.reason();
        lowestHeld = PriceBits.of(filled);
        highestHeld = lowestHeld;
        cash = settled - quantity * filled - entryFee;
        if (Math.abs(cash) <= ROUNDING * settled) {
            cash = 0;
        }
        placeExits(target, filled);
        return true;
    }

    /// Stop, take-profit, and the price at which cash and position are worth nothing.
    private void placeExits(Target target, double filled) {
        boolean isLong = exposure == PositionSide.LONG;
        double stop = target.brackets().stop().fromEntry(filled);
        double take = target.brackets().take().fromEntry(filled);
        double gone = -cash / quantity;
        lowerExit = below(filled, isLong ? stop : take);
        upperExit = above(filled, isLong ? take : stop);
        ruinComesFirst = isLong ? gone > 0 && gone > lowerExit : gone < upperExit;
        if (ruinComesFirst && isLong) {
            lowerExit = gone;
        } else if (ruinComesFirst) {
            upperExit = gone;
        }
    }

    private static double below(double price, double distance) {
        return Double.isNaN(distance) ? Double.NEGATIVE_INFINITY : price - distance;
    }

    private static double above(double price, double distance) {
        return Double.isNaN(distance) ? Double.POSITIVE_INFINITY : price + distance;
    }

    /// Closes the position with a market order: slippage applies.
    void close(int i, double price, String reason) {
        closeAtLimit(i, price * (1 - exposure.sign() * slippage), reason);
    }

    /// Closes the position at exactly `price`.
    void closeAtLimit(int i, double price, String reason) {
        settle(i, price, reason, Double.POSITIVE_INFINITY);
    }

    /// Closes the position with a market order where the equity is gone: nothing is left of it,
    /// whatever the rounding says.
    void closeRuined(int i, double price) {
        settle(i, price * (1 - exposure.sign() * slippage), "ruin", -settled);
    }

    private void settle(int i, double price, String reason, double mostProfit) {
        double exitFee = Math.abs(quantity) * price * fee;
        double profit = Math.min(quantity * (price - entryPrice) - entryFee - exitFee, mostProfit);
        trades.add(trade(i, price, reason, profit, entryFee + exitFee));
        settled += profit;
        cash = settled;
        quantity = 0;
        exposure = PositionSide.FLAT;
    }

    /// After ruin: what is owed beyond zero is not carried on.
    void writeOff() {
        writtenOff = 0 - cash;
        settled = 0;
        cash = 0;
    }

    private Trade trade(int i, double price, String reason, double profit, double fees) {
        double size = Math.abs(quantity);
        double worst = Math.min(price, PriceBits.price(lowestHeld));
        double best = Math.max(price, PriceBits.price(highestHeld));
        boolean isLong = exposure == PositionSide.LONG;
        double against = isLong ? worst / entryPrice - 1 : 1 - best / entryPrice;
        double inFavour = isLong ? best / entryPrice - 1 : 1 - worst / entryPrice;
        return new Trade(
                market,
                exposure,
                size,
                openTime[entryIndex],
                entryPrice,
                openTime[i],
                price,
                profit,
                profit / (size * entryPrice),
                fees,
                entryReason,
                reason,
                Math.min(against, 0),
                Math.max(inFavour, 0),
                entryIndex - warmup,
                i - warmup);
    }
}
