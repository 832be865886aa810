package plumbline.storage.h2;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import plumbline.engine.market.CandleBuffer;
import plumbline.engine.market.CandleSeries;

/// A buffer that candles are decoded into. Several chunks are decoded at once, on all processors,
/// while the next ones are read from the database.
///
/// Not thread-safe, but for what is decoded.
final class CandleColumns {
    /// Open, high, low, close, volume.
    static final int VALUES = CandleBuffer.VALUES;

    private final CandleBuffer candles;
    private final List<SharedWork<Integer>> decodings = new ArrayList<>();

    CandleColumns(int capacity) {
        candles = new CandleBuffer(capacity);
    }

    int size() {
        return candles.size();
    }

    long[] time() {
        return candles.time();
    }

    /// Open, high, low, close, volume.
    double[][] values() {
        return candles.values();
    }

    /// Appends candles `from` to `to` (exclusive) of a series.
    void add(CandleSeries series, int from, int to) {
        awaitUnlessRoom(to - from);
        candles.add(series, from, to);
    }

    /// Makes room for `n` more candles.
    ///
    /// @param decoder is told where the first of them goes, some time before [#toSeries] returns,
    ///   perhaps on another thread; what it throws comes from there
    void extend(int n, IntConsumer decoder) {
        awaitUnlessRoom(n);
        int at = candles.extend(n);
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

    /// What is being decoded writes to the columns that there are.
    private void awaitUnlessRoom(int n) {
        if (!candles.hasRoom(n)) {
            await();
        }
    }

    private void await() {
        decodings.reversed().forEach(SharedWork::get); // others begin at the front
        decodings.clear();
    }

    /// The candles as a series, which takes the columns over.
    CandleSeries toSeries() {
        await();
        return candles.toSeries();
    }
}
