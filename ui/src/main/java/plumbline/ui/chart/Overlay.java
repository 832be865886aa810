package plumbline.ui.chart;

/// A line over the candles.
///
/// @param name as the legend shows it, for example `EMA 20`
/// @param role its colour by the name of the design token, `s1` to `s8`
/// @param values one for each candle; `NaN` where there is none
public record Overlay(String name, String role, double[] values) {}
