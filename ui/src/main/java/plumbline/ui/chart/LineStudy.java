package plumbline.ui.chart;

/// A line over the candles.
///
/// @param name as the legend shows it, for example `EMA 20`
/// @param series its colour: that of the design token `s1` to `s8`
/// @param values one for each candle; `NaN` where there is none
/// @param isLevel whether it stands still for a while and then jumps, as stops do. Such a line is
///   drawn in pieces, and prices do not make room for it
public record LineStudy(String name, int series, double[] values, boolean isLevel) {
    /// A line that runs along.
    public LineStudy(String name, int series, double[] values) {
        this(name, series, values, false);
    }
}
