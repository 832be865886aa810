package plumbline.engine.indicator;

/// What all periods have in common.
final class Periods {
    private static final double ROUNDING = 0x1p-53;

    private Periods() {}

    static int checked(int period) {
        if (period < 1) {
            throw new IllegalArgumentException("period must be >= 1, was " + period);
        }
        return period;
    }

    /// Of an average that is seeded with `period` values (which may take one input more) and then
    /// moves by `share` of the difference to each new one: after how many inputs the seed weighs
    /// less than the rounding of a double.
    static int settledAfter(int period, double share) {
        double steps = share < 1 ? Math.log(ROUNDING) / Math.log1p(-share) : 0;
        return period + 1 + (int) Math.ceil(steps);
    }
}
