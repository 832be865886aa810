package plumbline.storage.codec;

/// Doubles that are decimals of `exponent` places as integers, and back: value = integer /
/// 10^exponent, rounded once, as [Double#parseDouble] rounds the decimal. For integers below 2^53
/// both sides of the division are exact, so that it gives every bit again. A product with 10^-e
/// would not.
///
/// **Source**: the quotient without a division, by a multiplication and a fused one with the
/// reciprocal in two parts, is from Brisebarre, Muller and Raina, "Accelerating correctly rounded
/// floating-point division when the divisor is known in advance" (2004). Before its one rounding it
/// is off by less than 2^-104 of the quotient. That cannot change the rounding: a quotient M / 10^e
/// is at least 2^-89 of itself away from each midpoint between two doubles, since a midpoint is
/// (2k+1) * 2^t with 2^53 < 2k+1 < 2^54, and M differs from (2k+1) * 5^e, times a power of two, by
/// a whole number, which is not 0 because M < 2^53.
final class DecimalScale {
    /// The most places that are tried.
    static final int MAX_EXPONENT = 15;

    /// No exponent fits.
    static final int NONE = -1;

    private static final double LIMIT = 0x1p53;
    private static final double[] POWERS = {
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
    };

    /// Processors that have no fused multiplication are given it by big decimals, a microsecond
    /// each. There the division is the faster way to the same bits.
    private static final boolean FUSED = fusesFast();

    private final double power;
    private final double inverse;
    private final double rest;

    private DecimalScale(int exponent) {
        power = POWERS[exponent];
        inverse = 1 / power;
        rest = -Math.fma(inverse, power, -1) / power;
    }

    static DecimalScale of(int exponent) {
        if (exponent < 0 || exponent > MAX_EXPONENT) {
            throw new MalformedChunkException(exponent + " decimal places");
        }
        return new DecimalScale(exponent);
    }

    /// The best of three tries of 20: an instruction takes some microseconds in all, big decimals
    /// take milliseconds.
    private static boolean fusesFast() {
        double x = 1;
        for (int attempt = 0; attempt < 3; attempt++) {
            long begin = System.nanoTime();
            for (int i = 0; i < 20; i++) {
                x = Math.fma(x, 1.0000001, 1e-9);
            }
            if (System.nanoTime() - begin < 200_000) {
                return x > 1;
            }
        }
        return false;
    }

    /// Finds the exponent, not below `least`, for `n` values, and their integers.
    ///
    /// @return the exponent, or [#NONE] when some value is no decimal of up to 15 places below
    ///   2^53: a NaN, an infinity, a negative zero, a sum with noise in its last places
    static int integers(double[] values, int from, int n, int least, long[] out) {
        int exponent = least;
        while (exponent <= MAX_EXPONENT) {
            int fits = integers(POWERS[exponent], values, from, n, out);
            if (fits == n) {
                return exponent;
            }
            do {
                exponent++;
            } while (exponent <= MAX_EXPONENT
                    && integers(POWERS[exponent], values, from + fits, 1, out) == 0);
        }
        return NONE;
    }

    /// @return how many values in a row are integers over `power`
    private static int integers(double power, double[] values, int from, int n, long[] out) {
        for (int i = 0; i < n; i++) {
            double value = values[from + i];
            double rounded = Math.rint(value * power);
            long integer = (long) rounded;
            // bit for bit: a negative zero would come back as a zero
            if (!(Math.abs(rounded) < LIMIT)
                    || Double.doubleToRawLongBits(integer / power)
                            != Double.doubleToRawLongBits(value)) {
                return i;
            }
            out[i] = integer;
        }
        return n;
    }

    /// The doubles of the integers `base + offsets[i]`.
    ///
    /// @param from first row; it goes to `out[at]`
    /// @param to the row behind the last
    void values(int[] offsets, long base, int from, int to, double[] out, int at) {
        if (FUSED) {
            fused(offsets, base, from, to, out, at);
        } else {
            divided(offsets, base, from, to, out, at);
        }
    }

    void fused(int[] offsets, long base, int from, int to, double[] out, int at) {
        double start = base;
        double i1 = inverse;
        double i2 = rest;
        int shift = at - from;
        for (int i = from; i < to; i++) {
            double integer = offsets[i] + start;
            out[shift + i] = Math.fma(integer, i1, integer * i2);
        }
    }

    void divided(int[] offsets, long base, int from, int to, double[] out, int at) {
        double start = base;
        double divisor = power;
        int shift = at - from;
        for (int i = from; i < to; i++) {
            out[shift + i] = (offsets[i] + start) / divisor;
        }
    }

    /// The doubles of integers.
    ///
    /// @param from first row; it goes to `out[at]`
    /// @param to the row behind the last
    void values(long[] integers, int from, int to, double[] out, int at) {
        double divisor = power;
        int shift = at - from;
        for (int i = from; i < to; i++) {
            out[shift + i] = integers[i] / divisor;
        }
    }
}
