package plumbline.ui.chart;

/// Which price is at which height of the plot. Follows the candles in view until someone scales it
/// by hand.
///
/// Units: y in logical pixels from the top of the plot.
final class PriceScale {
    /// Room for the legend above and for volume below the candles, in pixels and shares of the
    /// height.
    private static final double TOP_PX = 64;

    private static final double TOP_SHARE = 0.2;
    private static final double BOTTOM_SHARE = 0.17;

    private double height = 1;
    private double low;
    private double high = 1;
    private boolean automatic = true;

    /// Price at the bottom of the plot.
    double low() {
        return low;
    }

    /// Price at the top of the plot.
    double high() {
        return high;
    }

    double height() {
        return height;
    }

    /// Whether it follows the candles in view.
    boolean isAutomatic() {
        return automatic;
    }

    void follow() {
        automatic = true;
    }

    void resize(double newHeight) {
        height = Math.max(1, newHeight);
    }

    double y(double price) {
        return (high - price) / (high - low) * height;
    }

    double priceAt(double y) {
        return high - y / height * (high - low);
    }

    /// Fits `least..most` between the margins, unless scaled by hand.
    void fit(double least, double most) {
        if (!automatic || !(least <= most)) {
            return;
        }
        double middle = (least + most) / 2;
        double half = Math.max((most - least) / 2, Math.max(Math.abs(middle) * 1e-4, 1e-12));
        double top = Math.min(TOP_PX, height * TOP_SHARE);
        double bottom = height * BOTTOM_SHARE;
        double perPixel = 2 * half / (height - top - bottom);
        low = middle - half - bottom * perPixel;
        high = middle + half + top * perPixel;
    }

    /// Stretches prices by `factor` around the middle; from now on by hand.
    void stretch(double factor) {
        automatic = false;
        double middle = (low + high) / 2;
        double half = (high - low) / 2 / factor;
        double least = Math.max(Math.abs(middle) * 1e-7, 1e-12);
        half = Math.clamp(half, least, Math.max(Math.abs(middle) * 1e4, 1e3 * least));
        low = middle - half;
        high = middle + half;
    }

    /// Moves with the pointer, if scaled by hand.
    void drag(double pixels) {
        if (!automatic) {
            double shift = pixels / height * (high - low);
            low += shift;
            high += shift;
        }
    }
}
