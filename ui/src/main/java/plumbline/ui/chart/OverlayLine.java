package plumbline.ui.chart;

/// An overlay with what it takes to draw and fit it at any zoom.
///
/// @param offset how many candles the chart has before the first value
record OverlayLine(LineStudy overlay, RangeIndex pyramid, int offset) {
    /// The pyramid is not built yet.
    OverlayLine(LineStudy overlay) {
        this(overlay, new RangeIndex(overlay.values(), overlay.values(), null), 0);
    }

    OverlayLine at(int newOffset) {
        return new OverlayLine(overlay, pyramid, newOffset);
    }

    /// Value at a candle of the chart, `NaN` if there is none.
    double value(int i) {
        int k = i - offset;
        return k < 0 || k >= overlay.values().length ? Double.NaN : overlay.values()[k];
    }

    /// Lowest and highest value at candles `from..to` of the chart.
    void query(int from, int to, RangeIndex.Range out) {
        int n = overlay.values().length;
        pyramid.query(Math.clamp(from - offset, 0, n), Math.clamp(to - offset, 0, n), out);
    }
}
