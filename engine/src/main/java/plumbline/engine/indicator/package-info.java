/// Indicator kernels: pure arithmetic on `double[]` columns, oldest candle first.
///
/// Every indicator here obeys four rules, checked by `IndicatorContractTest`:
///
/// - `out.length == in.length`; warm-up slots are `NaN`, never `0`;
/// - batch and incremental results are bit-for-bit equal;
/// - no look-ahead: `out[i]` depends on `in[0..i]` only;
/// - a `NaN` input yields `NaN` for as long as it is inside the window, and does not poison what
///   comes after.
///
/// Start with [Ema], the smallest complete example. Callers: `plumbline.engine.strategy`, the
/// chart.
package plumbline.engine.indicator;
