package plumbline.engine.strategy;

import java.util.List;

/// A column that a strategy goes by, for whoever draws it.
///
/// Shapes: one value for each candle; `NaN` where there is none.
///
/// @param name as a legend shows it: `EMA 20`
/// @param isPrice whether the values are prices and lie over the candles; others have a scale of
///   their own below them
/// @param levels with which the strategy compares the values; none for prices
public record Study(String name, boolean isPrice, double[] values, List<Level> levels) {

    /// A value that does not change with time.
    ///
    /// @param name what happens there: `exit`
    public record Level(String name, double value) {}

    /// A line over the candles.
    public static Study ofPrices(String name, double[] values) {
        return new Study(name, true, values, List.of());
    }

    /// A line with a scale of its own, and its levels.
    public static Study apart(String name, double[] values, List<Level> levels) {
        return new Study(name, false, values, List.copyOf(levels));
    }
}
