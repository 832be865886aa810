package plumbline.ui.chart;

import javafx.scene.canvas.GraphicsContext;

/// Lines over the candles. Zoomed out so far that they zigzag within a pixel they become columns
/// like the candles, which costs less than a smooth line nobody could follow, and stay behind them.
final class OverlayPainter {
    private static final double THICKNESS = 1.5;

    /// Candles a pixel up to which a line is still smooth.
    private static final double SMOOTH = 12;

    private final Frame frame;
    private final GraphicsContext gc;
    private final Pyramid.Range range = new Pyramid.Range();
    private double[] x = new double[0];
    private double[] y = new double[0];

    OverlayPainter(Frame frame) {
        this.frame = frame;
        gc = frame.gc();
    }

    /// Whether they belong in front of the candles.
    boolean isSmooth() {
        return frame.deviceStep() * SMOOTH >= 1;
    }

    void paint(Columns columns) {
        for (OverlayLine line : frame.data().averages()) {
            gc.setStroke(frame.ink().series(line.overlay().series()));
            gc.setFill(frame.ink().series(line.overlay().series()));
            gc.setLineWidth(THICKNESS);
            if (frame.hasSingleCandles()) {
                stroke(candlePoints(line));
            } else if (isSmooth()) {
                stroke(columnPoints(line, columns));
            } else {
                fillColumns(line, columns);
            }
        }
    }

    private void stroke(int points) {
        if (points > 1) {
            gc.strokePolyline(x, y, points);
        }
    }

    private int candlePoints(OverlayLine line) {
        Viewport viewport = frame.viewport();
        int first = Math.max(0, viewport.first() - 1);
        int last = Math.min(viewport.count() - 1, viewport.last() + 1);
        reserve(last - first + 1);
        int points = 0;
        for (int i = first; i <= last; i++) {
            points = add(points, viewport.centre(i), line.value(i));
        }
        return points;
    }

    private int columnPoints(OverlayLine line, Columns columns) {
        reserve(columns.count());
        int points = 0;
        for (int c = 0; c < columns.count(); c++) {
            if (columns.from(c) < columns.to(c)) {
                double middle = columns.x(c) + columns.pitch() / 2;
                points = add(points, middle, line.value(columns.to(c) - 1));
            }
        }
        return points;
    }

    /// Values are missing at the start of a line only, so there is one stroke.
    private int add(int points, double atX, double value) {
        if (Double.isNaN(value)) {
            return points;
        }
        x[points] = atX;
        y[points] = frame.scale().y(value);
        return points + 1;
    }

    private void fillColumns(OverlayLine line, Columns columns) {
        PriceScale scale = frame.scale();
        for (int c = 0; c < columns.count(); c++) {
            line.pyramid().query(columns.from(c), columns.to(c), range);
            if (!range.isEmpty()) {
                double top = scale.y(range.high) - THICKNESS / 2;
                double height = scale.y(range.low) + THICKNESS / 2 - top;
                gc.fillRect(columns.x(c), top, columns.pitch(), height);
            }
        }
    }

    private void reserve(int points) {
        if (x.length < points) {
            x = new double[points];
            y = new double[points];
        }
    }
}
