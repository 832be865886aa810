package plumbline.engine.portfolio;

/// Worth of the account at each candle's close, in quote currency. Immutable by contract, like the
/// columns of a series.
///
/// @param openTime open times of the candles, epoch milliseconds
/// @param equity cash and position at the candle's close, `equity[i]` belongs to `openTime[i]`
/// @param startingCash before the first candle
public record EquityCurve(long[] openTime, double[] equity, double startingCash) {

    /// Shapes: `openTime[n], equity[n]`.
    ///
    /// @throws IllegalArgumentException if the columns differ in length
    public EquityCurve {
        if (openTime.length != equity.length) {
            throw new IllegalArgumentException(
                    openTime.length + " times for " + equity.length + " values");
        }
    }

    public int size() {
        return equity.length;
    }

    /// Worth at the end; the starting cash if there is no candle.
    public double last() {
        return equity.length == 0 ? startingCash : equity[equity.length - 1];
    }
}
