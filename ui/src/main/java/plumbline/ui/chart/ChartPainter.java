package plumbline.ui.chart;

import javafx.scene.canvas.GraphicsContext;

/// Paints one frame of a chart.
///
/// Threads: FX thread.
final class ChartPainter {
    private static final double RING = 2;

    private final PixelColumns columns = new PixelColumns();

    /// Paints all of `area`, which the model has laid out.
    void paint(GraphicsContext gc, ChartViewModel model, ChartInk ink, ChartArea area) {
        gc.setFill(ink.background());
        gc.fillRect(0, 0, area.width(), area.height());
        SeriesData data = model.data();
        if (data == null || data.size() == 0) {
            paintEmpty(gc, model.emptyText(), ink, area);
        } else if (!area.isTooSmall()) {
            paint(new Frame(gc, ink, area, model, data));
        }
    }

    /// Shows that the keyboard moves this chart.
    void paintFocus(GraphicsContext gc, ChartInk ink, ChartArea area) {
        gc.setFill(ink.accent());
        gc.fillRect(0, 0, area.width(), RING);
        gc.fillRect(0, area.height() - RING, area.width(), RING);
        gc.fillRect(0, RING, RING, area.height() - 2 * RING);
        gc.fillRect(area.width() - RING, RING, RING, area.height() - 2 * RING);
    }

    /// The order in which a frame comes about, from behind to the front.
    private void paint(Frame frame) {
        AxisPainter axes = new AxisPainter(frame);
        TradePainter trades = new TradePainter(frame);
        CrosshairPainter crosshair = new CrosshairPainter(frame);
        if (!frame.hasSingleCandles()) {
            columns.cut(frame.data(), frame.viewport(), frame.area().scale());
        }
        trades.paintHeld();
        axes.paintGrid();
        new VolumePainter(frame).paint(columns);
        GapPainter.paint(frame);
        OverlayPainter overlays = new OverlayPainter(frame);
        if (overlays.isInFront()) {
            new CandlePainter(frame).paint(columns);
            overlays.paint(columns);
        } else {
            overlays.paint(columns);
            new CandlePainter(frame).paint(columns);
        }
        trades.paintMarks();
        crosshair.paintLines();
        new LegendPainter(frame).paint(frame.model().legend(frame.data()));
        PanePainter pane = new PanePainter(frame);
        if (pane.isNeeded()) {
            pane.paint(columns, crosshair);
        }
        axes.paintAxes(crosshair);
        if (pane.isNeeded()) {
            pane.paintAxis(crosshair);
        }
        crosshair.paintTags();
    }

    private static void paintEmpty(GraphicsContext gc, String text, ChartInk ink, ChartArea area) {
        TextStyle style = TextStyle.LABEL;
        gc.setFont(style.font());
        gc.setFill(ink.muted());
        double x = (area.width() - style.width(text)) / 2;
        gc.fillText(text, area.snap(x), area.snap(area.height() / 2));
    }
}
