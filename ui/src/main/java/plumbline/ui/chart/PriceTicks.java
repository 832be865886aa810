package plumbline.ui.chart;

/// Round prices for the axis: 1, 2, 2.5 or 5 times a power of ten apart.
///
/// @param first the lowest tick
/// @param count how many
/// @param decimals how many it takes to write each of them as it is
record PriceTicks(double first, double step, int count, int decimals) {
    private static final PriceTicks NONE = new PriceTicks(0, 1, 0, 0);
    private static final double[] STEPS = {1, 2, 2.5, 5};

    /// The densest ticks within `low..high` that are at least `spacing` pixels apart and need no
    /// more decimals than prices have.
    static PriceTicks of(double low, double high, double height, double spacing, int mostDecimals) {
        // prices are above zero, and so are their ticks
        return ofValues(Math.max(low, 0), high, height * share(low, high), spacing, mostDecimals);
    }

    /// The same for values that may be below zero.
    static PriceTicks ofValues(
            double low, double high, double height, double spacing, int mostDecimals) {
        double least = (high - low) * spacing / height;
        if (!(least > 0) || !Double.isFinite(least)) {
            return NONE;
        }
        int exponent = (int) Math.floor(Math.log10(least));
        for (; ; exponent++) {
            for (double mantissa : STEPS) {
                double step = scaled(mantissa, exponent);
                int decimals = Math.max(0, mantissa == 2.5 ? 1 - exponent : -exponent);
                if (step >= least && decimals <= mostDecimals) {
                    return between(low, high, step, decimals);
                }
            }
        }
    }

    /// How much of `low..high` is above zero.
    private static double share(double low, double high) {
        return low < 0 ? Math.max(high, 0) / (high - low) : 1;
    }

    double price(int i) {
        // a product instead of a sum, so that no error adds up
        return (Math.rint(first / step) + i) * step;
    }

    private static PriceTicks between(double low, double high, double step, int decimals) {
        double from = Math.ceil(low / step);
        double to = Math.floor(high / step);
        int count = (int) Math.max(0, to - from + 1);
        return new PriceTicks(from * step, step, count, decimals);
    }

    private static double scaled(double mantissa, int exponent) {
        return exponent < 0
                ? mantissa / Math.pow(10, -exponent)
                : mantissa * Math.pow(10, exponent);
    }
}
