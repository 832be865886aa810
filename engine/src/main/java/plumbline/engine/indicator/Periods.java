package plumbline.engine.indicator;

/// The one check that every period passes.
final class Periods {
    private Periods() {}

    static int checked(int period) {
        if (period < 1) {
            throw new IllegalArgumentException("period must be >= 1, was " + period);
        }
        return period;
    }
}
