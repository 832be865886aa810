package plumbline.engine.portfolio;

import plumbline.engine.market.MarketId;
import plumbline.engine.strategy.PositionSide;

/// One position from its entry to its exit.
///
/// Times are the open times of the candles in which the fills happened, epoch milliseconds UTC;
/// prices are those of the fills, slippage included; money is in the market's quote currency.
///
/// @param quantity in base currency, above 0 for long and short
/// @param profit net of fees
/// @param returnFraction profit as a fraction of the entry's cost, `quantity * entryPrice`
/// @param fees of entry and exit together
/// @param mae largest move against the position while it was open, as a fraction of the entry
///   price, not above 0
/// @param mfe largest move in its favour, not below 0
/// @param entryIndex index of the entry's candle in the series of the run
/// @param exitIndex index of the exit's candle
public record Trade(
        MarketId market,
        PositionSide side,
        double quantity,
        long entryTimeMs,
        double entryPrice,
        long exitTimeMs,
        double exitPrice,
        double profit,
        double returnFraction,
        double fees,
        String entryReason,
        String exitReason,
        double mae,
        double mfe,
        int entryIndex,
        int exitIndex) {

    /// For how many candles it was open: 0 if it was left in the candle in which it was entered.
    public int candles() {
        return exitIndex - entryIndex;
    }

    public boolean won() {
        return profit > 0;
    }
}
