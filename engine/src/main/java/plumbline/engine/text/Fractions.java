package plumbline.engine.text;

import java.math.BigDecimal;

/// Fractions as people write them: `0.1%`, `10bp` or `0.001`, all three the same number.
public final class Fractions {
    private static final int MOST_DIGITS = 1000;

    private Fractions() {}

    /// The fraction nearest to what is written.
    ///
    /// @throws NumberFormatException if `text` is not a number with an optional `%` or `bp`, or one
    ///   that is too large
    public static double parse(String text) {
        String trimmed = text.strip();
        int places = trimmed.endsWith("%") ? 2 : trimmed.endsWith("bp") ? 4 : 0;
        String digits = trimmed.substring(0, trimmed.length() - places / 2).strip();
        // decimal arithmetic: 0.07 / 100 in doubles is not 0.0007
        BigDecimal value = new BigDecimal(digits);
        // moving the point of a number near the end of the exponents overflows
        boolean near = Math.abs((long) value.precision() - value.scale()) < MOST_DIGITS;
        double fraction = near ? value.movePointLeft(places).doubleValue() : value.doubleValue();
        if (Double.isInfinite(fraction)) {
            throw new NumberFormatException("too large: " + text);
        }
        return fraction;
    }

    /// As a percentage without rounding: `0.1%`.
    public static String percent(double fraction) {
        return plain(BigDecimal.valueOf(fraction).movePointRight(2)) + "%";
    }

    /// Digits only, no exponent, no trailing zeros.
    public static String plain(double value) {
        return plain(BigDecimal.valueOf(value));
    }

    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
