package plumbline.ui.chart;

/// A line over the candles.
///
/// @param name as the legend shows it, for example `EMA 20`
/// @param series its colour: that of the design token `s1` to `s8`
/// @param values one for each candle; `NaN` where there is none
record LineStudy(String name, int series, double[] values) {}
