/// Figures of a report, drawn through one painter onto whatever it paints on: a PDF page, an SVG
/// text, a picture. No screen is needed and none is grabbed.
///
/// Start with [FigurePainter] and [EquityFigure]. Units are millimetres, y grows downwards. Caller:
/// `plumbline.engine.report`.
package plumbline.engine.report.figure;
