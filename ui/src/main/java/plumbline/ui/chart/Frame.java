package plumbline.ui.chart;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/// What the painters of one frame share, and the strokes they are made of: rectangles on device
/// pixels.
///
/// Units: logical pixels from the top left of the view.
record Frame(
        GraphicsContext gc, ChartInk ink, ChartArea area, ChartViewModel model, SeriesData data) {
    private static final double DASH = 4;

    /// Share of its step that the body of a candle takes.
    private static final double BODY = 0.8;

    Viewport viewport() {
        return model.viewport();
    }

    PriceScale scale() {
        return model.scale();
    }

    /// Device pixels a candle takes.
    double deviceStep() {
        return viewport().step() * area.scale();
    }

    /// Whether candles are wide enough to be seen one by one.
    boolean hasSingleCandles() {
        return deviceStep() >= 2;
    }

    /// Width of a body: an odd number of device pixels, so that the wick is in its middle.
    double bodyWidth() {
        return area.odd(BODY * viewport().step());
    }

    /// Left border of the wick of candle `i`.
    double wickLeft(int i) {
        return area.snapDown(viewport().centre(i) - area.hairline() / 2);
    }

    void fill(double x, double y, double width, double height, Color color) {
        gc.setFill(color);
        gc.fillRect(x, y, width, height);
    }

    /// A hair line across, at `y`.
    void across(double y, double from, double to, Color color) {
        fill(from, area.snapDown(y), to - from, area.hairline(), color);
    }

    /// A hair line down, at `x`.
    void down(double x, double from, double to, Color color) {
        fill(area.snapDown(x), from, area.hairline(), to - from, color);
    }

    void dashesAcross(double y, double from, double to, Color color) {
        dotsAcross(y, from, to, DASH, color);
    }

    /// Dashes of length `on` with as much between them.
    void dotsAcross(double y, double from, double to, double on, Color color) {
        gc.setFill(color);
        double top = area.snapDown(y);
        for (double x = from; x < to; x += 2 * on) {
            gc.fillRect(area.snap(x), top, Math.min(on, to - x), area.hairline());
        }
    }

    void dashesDown(double x, double from, double to, Color color) {
        gc.setFill(color);
        double left = area.snapDown(x);
        for (double y = from; y < to; y += 2 * DASH) {
            gc.fillRect(left, area.snap(y), area.hairline(), Math.min(DASH, to - y));
        }
    }

    /// A text with its left end at `x` and its base line at `y`.
    void text(String text, double x, double y, TextStyle style, Color color) {
        gc.setFont(style.font());
        gc.setFill(color);
        gc.fillText(text, area.snap(x), area.snap(y));
    }
}
