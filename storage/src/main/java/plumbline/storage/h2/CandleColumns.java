package plumbline.storage.h2;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import plumbline.engine.market.CandleSeries;

/// Columns that candles are decoded into; they grow when they were made too small. Several chunks
/// are decoded at once, on all processors, while the next ones are read from the database.
///
/// Not thread-safe, but for what is decoded.
final class CandleColumns {
    /// Open, high, low, close, volume.
    static final int VALUES = 5;

    private long[] time;
    private final double[][] values;
    private int size;
    private final List<SharedWork<Integer>> decodings = new ArrayList<>();

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

    /// Open, high, low, close, volume.
    double[][] values() {
        return values;
    }

    /// Appends candles `from` to `to` (exclusive) of a series.
    void add(CandleSeries series, int from, int to) {
        int n = to - from;
        int at = extend(n);
        System.arraycopy(series.openTime(), from, time, at, n);
        System.arraycopy(series.open(), from, values[0], at, n);
        System.arraycopy(series.high(), from, values[1], at, n);
        System.arraycopy(series.low(), from, values[2], at, n);
        System.arraycopy(series.close(), from, values[3], at, n);
        System.arraycopy(series.volume(), from, values[4], at, n);
    }

    /// Makes room for `n` more candles.
    ///
    /// @param decoder is told where the first of them goes, some time before [#toSeries] returns,
    ///   perhaps on another thread; what it throws comes from there
    void extend(int n, IntConsumer decoder) {
        int at = extend(n);
        SharedWork<Integer> decoding =
                new SharedWork<>(() -> {
                    decoder.accept(at);
                    return n;
                });
        if (!decodings.isEmpty()) { // a single one is done sooner here
            decoding.offer();
        }
        decodings.add(decoding);
    }

    private int extend(int n) {
        int at = size;
        if (at + n > time.length) {
            await();
            resize(Math.max(at + n, at + (at >> 1)));
        }
        size += n;
        return at;
    }

    private void await() {
        decodings.reversed().forEach(SharedWork::get); // others begin at the front
        decodings.clear();
    }

    /// The candles as a series, which takes the columns over.
    CandleSeries toSeries() {
        await();
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
