package plumbline.ui.chart;

/// How the view's rectangle is divided: the plot at top left, the price axis right of it, the time
/// axis below.
///
/// Units: logical pixels; `scale` device pixels each.
///
/// @param priceAxis width of the price axis
record ChartArea(double width, double height, double priceAxis, double scale) {
    static final double PRICE_AXIS = 68;
    static final double TIME_AXIS = 24;

    /// Share of the plot that volume takes at its bottom.
    static final double VOLUME_SHARE = 0.13;

    /// Less than this is not worth painting.
    private static final double LEAST = 40;

    /// What a part of the view is for.
    enum Part {
        PLOT,
        PRICE_AXIS,
        TIME_AXIS
    }

    double plotWidth() {
        return Math.max(1, width - priceAxis);
    }

    double plotHeight() {
        return Math.max(1, height - TIME_AXIS);
    }

    boolean isTooSmall() {
        return plotWidth() < LEAST || plotHeight() < LEAST;
    }

    Part part(double x, double y) {
        if (x >= plotWidth()) {
            return Part.PRICE_AXIS;
        }
        return y >= plotHeight() ? Part.TIME_AXIS : Part.PLOT;
    }

    /// The nearest border between two device pixels.
    double snap(double value) {
        return Math.rint(value * scale) / scale;
    }

    /// The border between device pixels at or before `value`.
    double snapDown(double value) {
        return Math.floor(value * scale) / scale;
    }

    /// A whole number of device pixels that looks one logical pixel thick.
    double hairline() {
        return Math.max(1, Math.round(scale)) / scale;
    }

    /// `wide` logical pixels as a whole number of device pixels, odd so that it has a middle.
    double odd(double wide) {
        int device = (int) Math.floor(wide * scale);
        int line = (int) Math.max(1, Math.round(scale));
        int around = Math.max(0, (device - line) / 2);
        return (2 * around + line) / scale;
    }
}
