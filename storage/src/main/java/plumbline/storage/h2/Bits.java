package plumbline.storage.h2;

/// Doubles as H2's columns keep them: there is one zero and one NaN.
final class Bits {
    private Bits() {}

    /// The value that is read back after `value` was written.
    static double plain(double value) {
        return Double.longBitsToDouble(of(value));
    }

    static long of(double value) {
        return Double.doubleToLongBits(value + 0.0);
    }
}
