package plumbline.storage.h2;

import java.util.Arrays;
import plumbline.engine.market.CandleSeries;

/// Columns that candles are decoded into; they grow when they were made too small.
final class CandleColumns {
    /// Open, high, low, close, volume.
    static final int VALUES = 5;

    private long[] time;
    private final double[][] values;
    private int size;

    CandleColumns(int capacity) {
        time = new long[capacity];
        values = new double[VALUES][capacity];
    }

    int size() {
        return size;
    }

    long[] time() {
        return time;
    }

    /// @param column 0 to 4: open, high, low, close, volume
    double[] values(int column) {
        return values[column];
    }

    /// Makes room for `n` more candles.
    ///
    /// @return where the first of them goes
    int extend(int n) {
        int at = size;
        size += n;
        if (size > time.length) {
            resize(Math.max(size, at + (at >> 1)));
        }
        return at;
    }

    /// The candles as a series, which takes the columns over.
    CandleSeries toSeries() {
        if (time.length != size) {
            resize(size);
        }
        return CandleSeries.of(time, values[0], values[1], values[2], values[3], values[4]);
    }

    private void resize(int room) {
        time = Arrays.copyOf(time, room);
        for (int c = 0; c < VALUES; c++) {
            values[c] = Arrays.copyOf(values[c], room);
        }
    }
}
