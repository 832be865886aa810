package plumbline.simulator.market;

import plumbline.engine.market.CandleSeries;
import plumbline.engine.market.Timeframe;

/// A market whose candles are given, not drawn.
///
/// @param market how it is listed; its prices and quantities have the decimals of the candles
/// @param timeframe a day at most
/// @param candles on the grid of the timeframe, at least one; each value is a whole number of ticks
///   or lots
public record RecordedMarket(SimulatedMarket market, Timeframe timeframe, CandleSeries candles) {
    private static final double[] POWERS = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8};

    /// When the last candle ends, epoch milliseconds UTC.
    public long endMs() {
        return timeframe.next(candles.lastOpenMs());
    }

    long ticks(double price) {
        return units(price, market.priceDecimals());
    }

    long lots(double volume) {
        return units(volume, market.lotDecimals());
    }

    /// How many units of `10^-decimals` a value is, to the nearest.
    ///
    /// @param decimals 0 to 8
    public static long units(double value, int decimals) {
        return (long) Math.rint(value * POWERS[decimals]);
    }

    /// Whether a value is a whole number of units: whether it is read from text of so many
    /// decimals.
    ///
    /// @param decimals 0 to 8
    public static boolean isWhole(double value, int decimals) {
        return Math.rint(value * POWERS[decimals]) / POWERS[decimals] == value;
    }
}
