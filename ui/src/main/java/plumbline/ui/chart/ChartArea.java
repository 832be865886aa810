package plumbline.ui.chart;

/// How the view's rectangle is divided: the plot at top left, the price axis right of it, below it
/// a pane if a study has a scale of its own, and the time axis at the bottom.
///
/// Units: logical pixels; `scale` device pixels each.
///
/// @param priceAxis width of the price axis
/// @param pane height of the pane, 0 if there is none
record ChartArea(double width, double height, double priceAxis, double pane, double scale) {
    static final double PRICE_AXIS = 68;
    static final double TIME_AXIS = 24;

    /// Share of the plot that volume takes at its bottom.
    static final double VOLUME_SHARE = 0.13;

    /// What a pane takes of the height; where it would leave little for prices there is none.
    private static final double PANE_SHARE = 0.24;

    private static final double LEAST_PANE = 76;
    private static final double MOST_PANE = 170;
    private static final double LEAST_WITH_PANE = 165;

    /// Less than this is not worth painting.
    private static final double LEAST = 40;

    /// What a part of the view is for.
    enum Part {
        PLOT,
        PANE,
        PRICE_AXIS,
        PANE_AXIS,
        TIME_AXIS
    }

    /// A view with a pane, if there is room for one.
    static ChartArea withPane(double width, double height, double priceAxis, double scale) {
        double room = height - TIME_AXIS;
        double pane =
                room < LEAST_WITH_PANE
                        ? 0
                        : Math.rint(Math.clamp(PANE_SHARE * room, LEAST_PANE, MOST_PANE));
        return new ChartArea(width, height, priceAxis, pane, scale);
    }

    double plotWidth() {
        return Math.max(1, width - priceAxis);
    }

    /// Of the plot of prices.
    double plotHeight() {
        return Math.max(1, height - TIME_AXIS - pane);
    }

    boolean hasPane() {
        return pane > 0;
    }

    /// Where the time axis begins, below the plot and the pane.
    double timeAxisTop() {
        return Math.max(1, height - TIME_AXIS);
    }

    boolean isTooSmall() {
        return plotWidth() < LEAST || plotHeight() < LEAST;
    }

    Part part(double x, double y) {
        if (x >= plotWidth()) {
            return hasPane() && y >= plotHeight() ? Part.PANE_AXIS : Part.PRICE_AXIS;
        }
        return y >= timeAxisTop() ? Part.TIME_AXIS : y >= plotHeight() ? Part.PANE : Part.PLOT;
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
