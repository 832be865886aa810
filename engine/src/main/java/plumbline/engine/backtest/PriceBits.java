package plumbline.engine.backtest;

/// Prices as whole numbers that are in the same order: prices are above 0, and the bits of such
/// doubles are. Compared as whole numbers they need no branch, which in the middle of a run is
/// several times faster than comparing doubles, with their care for `NaN` and `-0.0`.
final class PriceBits {
    private PriceBits() {}

    static long of(double price) {
        return Double.doubleToRawLongBits(price);
    }

    static double price(long bits) {
        return Double.longBitsToDouble(bits);
    }
}
