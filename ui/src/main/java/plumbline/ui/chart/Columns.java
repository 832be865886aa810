package plumbline.ui.chart;

import java.util.Arrays;

/// A zoomed-out view cut into columns of one device pixel. The cuts belong to the candles and not
/// to the window, so panning moves the columns and changes none.
///
/// Threads: not thread-safe; one instance is used again for each frame.
final class Columns {
    private int count;
    private int[] from = new int[0];
    private double left;
    private double pitch;

    /// Cuts what the viewport shows.
    void cut(Frame frame) {
        Viewport viewport = frame.viewport();
        double step = frame.deviceStep();
        long offset = Math.round(viewport.start() * step);
        int wide = (int) Math.ceil(frame.area().plotWidth() * frame.area().scale());
        int size = viewport.count();
        int first = (int) Math.max(0, -offset);
        int last = (int) Math.min(wide, Math.ceil(size * step) - offset);
        count = Math.max(0, last - first);
        if (from.length <= count) {
            from = Arrays.copyOf(from, count + 1);
        }
        for (int c = 0; c <= count; c++) {
            from[c] = (int) Math.min(size, Math.ceil((offset + first + c) / step));
        }
        pitch = 1 / frame.area().scale();
        left = first * pitch;
    }

    int count() {
        return count;
    }

    /// First candle of a column, which may have none.
    int from(int column) {
        return from[column];
    }

    /// The candle after the last one of a column.
    int to(int column) {
        return from[column + 1];
    }

    /// Left border.
    double x(int column) {
        return left + column * pitch;
    }

    /// How wide a column is.
    double pitch() {
        return pitch;
    }
}
