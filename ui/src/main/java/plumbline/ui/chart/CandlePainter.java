package plumbline.ui.chart;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import plumbline.engine.market.CandleSeries;

/// Candles: hollow if they rose, filled if they fell. Where they are too narrow for that, one
/// column a pixel from the lowest to the highest price.
final class CandlePainter {
    /// Lines that a hollow body is wide and high: three, and a margin for rounding.
    private static final double LEAST_HOLLOW = 2.5;

    /// How much of its colour a candle has that does not hold all of its time.
    private static final double PART = 0.45;

    private final Frame frame;
    private final GraphicsContext gc;
    private final CandleSeries candles;

    CandlePainter(Frame frame) {
        this.frame = frame;
        gc = frame.gc();
        candles = frame.data().candles();
    }

    void paint(PixelColumns columns) {
        if (frame.hasSingleCandles()) {
            paintCandles(true);
            paintCandles(false);
        } else {
            paintColumns(columns, true);
            paintColumns(columns, false);
        }
    }

    private void paintCandles(boolean rising) {
        ChartArea area = frame.area();
        Viewport viewport = frame.viewport();
        PriceScale scale = frame.scale();
        double line = area.hairline();
        double body = frame.bodyWidth();
        Color color = frame.ink().direction(rising);
        gc.setFill(color);
        for (int i = viewport.first(); i <= viewport.last(); i++) {
            double open = candles.open()[i];
            double close = candles.close()[i];
            if (close >= open != rising) {
                continue;
            }
            boolean isPart = frame.data().isPart(i);
            gc.setFill(isPart ? ChartInk.faded(color, PART) : color);
            double x = frame.wickLeft(i);
            double high = area.snap(scale.y(candles.high()[i]));
            double low = area.snap(scale.y(candles.low()[i]));
            double top = area.snap(scale.y(Math.max(open, close)));
            double bottom = Math.max(area.snap(scale.y(Math.min(open, close))), top + line);
            rect(x, high, line, top - high);
            rect(x, bottom, line, low - bottom);
            double left = x - (body - line) / 2;
            if (!rising || Math.min(body, bottom - top) < LEAST_HOLLOW * line) {
                gc.fillRect(left, top, body, bottom - top);
            } else {
                hollow(left, top, body, bottom - top);
            }
        }
    }

    private void hollow(double x, double y, double width, double height) {
        double line = frame.area().hairline();
        gc.fillRect(x, y, width, line);
        gc.fillRect(x, y + height - line, width, line);
        gc.fillRect(x, y + line, line, height - 2 * line);
        gc.fillRect(x + width - line, y + line, line, height - 2 * line);
    }

    private void paintColumns(PixelColumns columns, boolean rising) {
        ChartArea area = frame.area();
        PriceScale scale = frame.scale();
        double least = area.hairline();
        gc.setFill(frame.ink().direction(rising));
        for (int c = 0; c < columns.count(); c++) {
            if (columns.isEmpty(c) || columns.rose(c) != rising) {
                continue;
            }
            double top = area.snap(scale.y(columns.high(c)));
            double bottom = Math.max(area.snap(scale.y(columns.low(c))), top + least);
            gc.fillRect(columns.x(c), top, columns.pitch(), bottom - top);
        }
    }

    private void rect(double x, double y, double width, double height) {
        if (height > 0) {
            gc.fillRect(x, y, width, height);
        }
    }
}
