package plumbline.ui.chart;

import java.util.function.DoubleUnaryOperator;
import javafx.scene.canvas.GraphicsContext;

/// Lines over the candles, and those in the pane below. Over candles: zoomed out so far that they
/// would hide them they become columns behind them, and further still they could not be told from
/// them.
final class OverlayPainter {
    private static final double THICKNESS = 1.5;

    /// Candles a pixel up to which a line is in front, and up to which it is drawn at all.
    private static final double FRONT = 3;

    private static final double MOST = 24;

    /// Pixels a stroke. The renderer's work grows with the rectangle around a stroke, so many short
    /// strokes cost less than a long one.
    private static final double PIECE = 32;

    private final Frame frame;
    private final GraphicsContext gc;
    private final RangeIndex.Range range = new RangeIndex.Range();
    private double[] x = new double[0];
    private double[] y = new double[0];
    private DoubleUnaryOperator heights;

    OverlayPainter(Frame frame) {
        this.frame = frame;
        gc = frame.gc();
        heights = frame.scale()::y;
    }

    /// Whether they belong in front of the candles.
    boolean isInFront() {
        return frame.deviceStep() * FRONT >= 1;
    }

    void paint(PixelColumns columns) {
        if (frame.deviceStep() * MOST < 1) {
            return;
        }
        for (OverlayLine line : frame.model().lines()) {
            paint(line, columns);
        }
    }

    /// Lines of the pane hide nothing, so they are drawn at any zoom.
    void paint(StudyPane pane, PixelColumns columns) {
        heights = pane::y;
        for (OverlayLine line : pane.lines()) {
            paint(line, columns);
        }
    }

    private void paint(OverlayLine line, PixelColumns columns) {
        gc.setStroke(frame.ink().series(line.overlay().series()));
        gc.setFill(frame.ink().series(line.overlay().series()));
        gc.setLineWidth(THICKNESS);
        if (frame.hasSingleCandles()) {
            stroke(candlePoints(line), line.overlay().isLevel());
        } else if (isInFront()) {
            stroke(columnPoints(line, columns), line.overlay().isLevel());
        } else {
            fillColumns(line, columns);
        }
    }

    /// Where there is no value the line is interrupted; a level also where it jumps.
    private void stroke(int points, boolean isLevel) {
        int from = 0;
        for (int i = 1; i <= points; i++) {
            boolean ends = i == points || Double.isNaN(y[i]) || isLevel && y[i] != y[i - 1];
            if (ends || Double.isNaN(y[from])) {
                if (!Double.isNaN(y[from])) {
                    strokePiece(from, i);
                }
                from = i;
            }
        }
    }

    private void strokePiece(int begin, int points) {
        if (points - begin < 2) {
            double half = frame.viewport().step() / 2;
            gc.strokeLine(x[begin] - half, y[begin], x[begin] + half, y[begin]);
            return;
        }
        double spacing = (x[points - 1] - x[begin]) / (points - 1 - begin);
        int piece = (int) Math.max(1, PIECE / spacing);
        double[] pieceX = new double[piece + 1];
        double[] pieceY = new double[piece + 1];
        for (int from = begin; from < points - 1; from += piece) {
            int length = Math.min(piece + 1, points - from);
            System.arraycopy(x, from, pieceX, 0, length);
            System.arraycopy(y, from, pieceY, 0, length);
            gc.strokePolyline(pieceX, pieceY, length);
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

    /// The last value of every second column: enough for a line that is smooth.
    private int columnPoints(OverlayLine line, PixelColumns columns) {
        reserve(columns.count());
        int points = 0;
        for (int c = (columns.count() + 1) % 2; c < columns.count(); c += 2) {
            if (!columns.isEmpty(c)) {
                double middle = columns.x(c) + columns.pitch() / 2;
                points = add(points, middle, line.value(columns.to(c) - 1));
            }
        }
        return points;
    }

    private int add(int points, double atX, double value) {
        x[points] = atX;
        y[points] = Double.isNaN(value) ? value : heights.applyAsDouble(value);
        return points + 1;
    }

    private void fillColumns(OverlayLine line, PixelColumns columns) {
        for (int c = 0; c < columns.count(); c++) {
            // from the candle before, so that neighbours touch
            line.query(Math.max(0, columns.from(c) - 1), columns.to(c), range);
            if (!range.isEmpty()) {
                double top = heights.applyAsDouble(range.high) - THICKNESS / 2;
                double height = heights.applyAsDouble(range.low) + THICKNESS / 2 - top;
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
