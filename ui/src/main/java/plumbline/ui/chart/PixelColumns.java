package plumbline.ui.chart;

import java.util.Arrays;
import plumbline.engine.market.CandleSeries;

/// A zoomed-out view cut into columns of one device pixel, and what the candles in each come to.
/// The cuts belong to the candles and not to the window, so panning moves the columns and changes
/// none.
///
/// Threads: not thread-safe; one instance is used again for each frame.
final class PixelColumns {
    private final RangeIndex.Range range = new RangeIndex.Range();
    private int count;
    private int[] from = new int[0];
    private double[] low = new double[0];
    private double[] high = new double[0];
    private double[] volume = new double[0];
    private boolean[] rose = new boolean[0];
    private double left;
    private double pitch;

    /// Cuts what the viewport shows.
    ///
    /// @param deviceScale device pixels of a logical one
    void cut(SeriesData data, Viewport viewport, double deviceScale) {
        double step = viewport.step() * deviceScale;
        long offset = Math.round(viewport.start() * step);
        int wide = (int) Math.ceil(viewport.width() * deviceScale);
        int size = viewport.count();
        int first = (int) Math.max(0, -offset);
        int last = (int) Math.min(wide, Math.ceil(size * step) - offset);
        count = Math.max(0, last - first);
        reserve();
        for (int c = 0; c <= count; c++) {
            from[c] = (int) Math.clamp(Math.ceil((offset + first + c) / step), 0, size);
        }
        pitch = 1 / deviceScale;
        left = first * pitch;
        CandleSeries candles = data.candles();
        for (int c = 0; c < count; c++) {
            data.pyramid().query(from[c], from[c + 1], range);
            low[c] = range.low;
            high[c] = range.high;
            volume[c] = range.sum;
            rose[c] = !isEmpty(c) && candles.close()[from[c + 1] - 1] >= candles.open()[from[c]];
        }
    }

    int count() {
        return count;
    }

    boolean isEmpty(int column) {
        return from[column] >= from[column + 1];
    }

    /// First candle of a column.
    int from(int column) {
        return from[column];
    }

    /// The candle after the last one of a column.
    int to(int column) {
        return from[column + 1];
    }

    double low(int column) {
        return low[column];
    }

    double high(int column) {
        return high[column];
    }

    double volume(int column) {
        return volume[column];
    }

    /// Whether the last close is not below the first open.
    boolean rose(int column) {
        return rose[column];
    }

    /// Left border.
    double x(int column) {
        return left + column * pitch;
    }

    /// How wide a column is.
    double pitch() {
        return pitch;
    }

    private void reserve() {
        if (from.length <= count) {
            from = Arrays.copyOf(from, count + 1);
            low = new double[count];
            high = new double[count];
            volume = new double[count];
            rose = new boolean[count];
        }
    }
}
