package plumbline.ui.data;

/// Which months lie where on a line of a certain width. Immutable.
///
/// Units: months as in [Months], with fractions; x in logical pixels from the left.
///
/// @param first the first month there is
/// @param end the one after the last
/// @param from left end of what is shown
/// @param to right end of it
record MonthScale(int first, int end, double from, double to) {
    /// Nothing is shown larger than this.
    private static final double LEAST = 3;

    static final MonthScale NONE = new MonthScale(0, 12, 0, 12);

    /// All of it.
    static MonthScale all(int first, int end) {
        return new MonthScale(first, Math.max(first + 1, end), first, Math.max(first + 1, end));
    }

    /// The same view of other months.
    MonthScale over(int newFirst, int newEnd) {
        boolean whole = from <= first && to >= end;
        return whole ? all(newFirst, newEnd) : all(newFirst, newEnd).showing(from, to);
    }

    boolean isWhole() {
        return from <= first && to >= end;
    }

    double x(double month, double width) {
        return (month - from) / (to - from) * width;
    }

    double monthAt(double x, double width) {
        return from + x / Math.max(1, width) * (to - from);
    }

    /// Shows `factor` times as many months; the one at the share `at` of the width stays there.
    MonthScale zoomed(double factor, double at) {
        double middle = from + at * (to - from);
        double length = Math.clamp((to - from) * factor, Math.min(LEAST, end - first), end - first);
        return showing(middle - at * length, middle + (1 - at) * length);
    }

    /// Moves by a share of what is shown.
    MonthScale moved(double share) {
        double by = share * (to - from);
        return showing(from + by, to + by);
    }

    /// A year, or all of it if that year is shown already.
    MonthScale year(int year) {
        boolean shown = Math.abs(from - Math.max(first, year * 12)) < 0.01 && to - from <= 12.01;
        return shown ? all(first, end) : showing(year * 12.0, year * 12.0 + 12);
    }

    private MonthScale showing(double newFrom, double newTo) {
        double length = Math.min(newTo - newFrom, end - first);
        double start = Math.clamp(newFrom, first, Math.max(first, end - length));
        return new MonthScale(first, end, start, start + length);
    }
}
