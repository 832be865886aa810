package plumbline.ui.backtest;

/// How many values lie in each of some equally wide classes; zero is a border between two.
///
/// @param from lower end of the first class
/// @param width of a class: 1, 2 or 5 times a power of ten
/// @param counts by class; a value on a border counts in the upper one
record Histogram(double from, double width, int[] counts) {
    private static final int ABOUT = 24;

    /// Shapes: `values[n]`, at least one.
    static Histogram of(double[] values) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        double width = round((most - least) / ABOUT, Math.max(Math.abs(least), Math.abs(most)));
        long first = (long) Math.floor(Math.min(least, 0) / width);
        long last = (long) Math.floor(Math.max(most, 0) / width);
        int[] counts = new int[(int) (last - first + 1)];
        for (double value : values) {
            counts[(int) ((long) Math.floor(value / width) - first)]++;
        }
        return new Histogram(first * width, width, counts);
    }

    double to() {
        return from + counts.length * width;
    }

    private static double round(double wanted, double size) {
        double least = Math.max(wanted, Math.max(size / ABOUT, 1e-9));
        double power = Math.pow(10, Math.floor(Math.log10(least)));
        double mantissa = least / power;
        return (mantissa <= 1 ? 1 : mantissa <= 2 ? 2 : mantissa <= 5 ? 5 : 10) * power;
    }
}
