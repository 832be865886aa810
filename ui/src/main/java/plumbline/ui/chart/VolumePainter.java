package plumbline.ui.chart;

import javafx.scene.canvas.GraphicsContext;
import plumbline.engine.market.CandleSeries;

/// Volume at the bottom of the plot, as high as its share of the largest in view.
final class VolumePainter {
    private static final double OPACITY = 0.28;

    private final Frame frame;
    private final GraphicsContext gc;
    private final CandleSeries candles;

    VolumePainter(Frame frame) {
        this.frame = frame;
        gc = frame.gc();
        candles = frame.data().candles();
    }

    void paint(PixelColumns columns) {
        boolean single = frame.hasSingleCandles();
        double most = single ? largestCandle() : largestColumn(columns);
        if (!(most > 0)) {
            return;
        }
        double perUnit = ChartArea.VOLUME_SHARE * frame.area().plotHeight() / most;
        for (boolean rising : new boolean[] {true, false}) {
            gc.setFill(ChartInk.faded(frame.ink().direction(rising), OPACITY));
            if (single) {
                paintCandles(rising, perUnit);
            } else {
                paintColumns(columns, rising, perUnit);
            }
        }
    }

    private double largestCandle() {
        double most = 0;
        for (int i = frame.viewport().first(); i <= frame.viewport().last(); i++) {
            most = Math.max(most, candles.volume()[i]);
        }
        return most;
    }

    private static double largestColumn(PixelColumns columns) {
        double most = 0;
        for (int c = 0; c < columns.count(); c++) {
            most = Math.max(most, columns.volume(c));
        }
        return most;
    }

    private void paintCandles(boolean rising, double perUnit) {
        Viewport viewport = frame.viewport();
        double body = frame.bodyWidth();
        double beside = (body - frame.area().hairline()) / 2;
        for (int i = viewport.first(); i <= viewport.last(); i++) {
            if (candles.close()[i] >= candles.open()[i] == rising) {
                bar(frame.wickLeft(i) - beside, body, candles.volume()[i] * perUnit);
            }
        }
    }

    private void paintColumns(PixelColumns columns, boolean rising, double perUnit) {
        for (int c = 0; c < columns.count(); c++) {
            if (columns.rose(c) == rising) {
                bar(columns.x(c), columns.pitch(), columns.volume(c) * perUnit);
            }
        }
    }

    private void bar(double x, double width, double height) {
        ChartArea area = frame.area();
        double bottom = area.snapDown(area.plotHeight());
        double top = area.snap(bottom - height);
        if (top < bottom) {
            gc.fillRect(x, top, width, bottom - top);
        }
    }
}
