package plumbline.ui.chart;

/// An overlay with what it takes to draw and fit it at any zoom.
record OverlayLine(Overlay overlay, Pyramid pyramid) {
    /// The pyramid is not built yet.
    OverlayLine(Overlay overlay) {
        this(overlay, new Pyramid(overlay.values(), overlay.values(), null));
    }

    double value(int i) {
        return overlay.values()[i];
    }
}
