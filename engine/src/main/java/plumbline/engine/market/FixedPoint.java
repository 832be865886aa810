package plumbline.engine.market;

import org.jspecify.annotations.Nullable;

/// A column as whole multiples of 10⁻⁸, when every value is one: sums of such numbers are exact, so
/// two averages that are equal on paper are equal here, in whatever order they were added.
///
/// A value `v` qualifies when `rint(v·10⁸)/10⁸` gives `v` back and the integer is below 2⁵⁰, so
/// that thousands of them fit into a `long`; that holds for every price of up to eight decimals
/// below 11 million.
///
/// Threads: any thread; immutable by contract.
public final class FixedPoint {
    /// Points in one unit.
    public static final double SCALE = 1e8;

    private static final double LIMIT = 1L << 50;

    private final long @Nullable [] points;
    private final long largest;

    private FixedPoint(long @Nullable [] points, long largest) {
        this.points = points;
        this.largest = largest;
    }

    /// Shapes: `in[n] -> points[n]`, or no points if any value does not qualify.
    public static FixedPoint of(double[] in) {
        long[] points = new long[in.length];
        boolean exact = true;
        long largest = 0;
        for (int i = 0; i < in.length; i++) {
            double scaled = Math.rint(in[i] * SCALE);
            exact &= isExact(in[i], scaled);
            points[i] = (long) scaled;
            largest = Math.max(largest, Math.abs(points[i]));
        }
        return new FixedPoint(exact ? points : null, largest);
    }

    /// The column in points, or `null` if a value does not qualify.
    public long @Nullable [] points() {
        return points;
    }

    /// Whether sums of products of a point and `factor` stay within a `long`, with room for twice
    /// that.
    public boolean allows(long factor) {
        return largest <= Long.MAX_VALUE / 4 / factor;
    }

    /// Whether `value` is a whole number of points.
    public static boolean isExact(double value) {
        return isExact(value, Math.rint(value * SCALE));
    }

    private static boolean isExact(double value, double scaled) {
        return Math.abs(scaled) < LIMIT && scaled / SCALE == value;
    }
}
