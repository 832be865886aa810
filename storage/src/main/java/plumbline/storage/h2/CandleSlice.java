package plumbline.storage.h2;

import plumbline.engine.market.CandleSeries;

/// Candles `from` to `to` (exclusive) of a series, at least one, without a copy.
record CandleSlice(CandleSeries series, int from, int to) {

    /// All of a series.
    static CandleSlice of(CandleSeries series) {
        return new CandleSlice(series, 0, series.size());
    }

    int size() {
        return to - from;
    }

    long firstMs() {
        return series.openTime()[from];
    }

    long lastMs() {
        return series.openTime()[to - 1];
    }
}
