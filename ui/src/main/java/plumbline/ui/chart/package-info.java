/// The price chart: candles, volume, overlays and trades on one canvas that we paint ourselves.
///
/// - [ChartViewModel] holds what is shown and which part of it, and knows no node. [PriceChartView]
///   turns it into a canvas and gestures into calls on it.
/// - The time axis counts candles, not hours, so there are no holes in it; where time is missing a
///   mark says so.
/// - A frame costs what its pixels cost, not what its candles cost: above two pixels a candle
///   candles are painted, below that one column a pixel, whose extremes come from a [Pyramid].
///   Nothing is allocated per candle.
/// - Everything is rectangles snapped to device pixels, grouped by colour; smooth lines only where
///   they slope. That is what the software pipeline is fast at.
///
/// Start with [ChartPainter#paint], the order in which a frame comes about. It needs no events and
/// no scene, so a benchmark or a picture can drive it:
///
/// ```java
/// ChartViewModel model = new ChartViewModel();
/// model.show(key, candles, "sample");
/// model.prepareAll();
/// new ChartPainter().paint(canvas.getGraphicsContext2D(), model, ChartInk.DARK, 1600, 900, 1);
/// ```
package plumbline.ui.chart;
