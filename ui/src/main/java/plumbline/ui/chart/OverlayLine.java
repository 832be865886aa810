package plumbline.ui.chart;

/// An overlay with what it takes to draw and fit it at any zoom.
record OverlayLine(LineStudy overlay, RangeIndex pyramid) {
    /// The pyramid is not built yet.
    OverlayLine(LineStudy overlay) {
        this(overlay, new RangeIndex(overlay.values(), overlay.values(), null));
    }

    double value(int i) {
        return overlay.values()[i];
    }
}
