/// The price chart: candles, volume, overlays and trades on one canvas that we paint ourselves.
///
/// - [ChartViewModel] holds what is shown and which part of it, and knows no node. [PriceChartView]
///   turns it into a canvas and gestures into calls on it.
/// - The time axis counts candles, not hours, so there are no holes in it; where time is missing a
///   mark says so.
/// - A frame costs what its pixels cost, not what its candles cost: above two pixels a candle
///   candles are painted, below that one column a pixel, whose extremes come from a [RangeIndex].
///   Nothing is allocated per candle.
/// - Everything is rectangles snapped to device pixels, grouped by colour; smooth lines only where
///   they slope. That is what the software pipeline is fast at.
///
/// Start with [ChartPainter], the order in which a frame comes about. Who embeds a chart needs two
/// classes:
///
/// ```java
/// ChartViewModel model = new ChartViewModel();
/// PriceChartView view = new PriceChartView(model);
/// model.show(key, candles, "sample: Bitstamp 2013");
/// model.trades(result.trades());
/// model.onSelect(trade -> table.select(trade));
/// ```
package plumbline.ui.chart;
