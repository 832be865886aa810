package plumbline.engine.bytes;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Reads numbers from bytes, exactly as `Double.parseDouble` reads the same text, only faster.
public final class NumberParser {
    /// Below this every integer is a double.
    public static final long EXACT = 1L << 53;

    private static final long[] WHOLE_POWERS = {
        1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000
    };

    private static final double[] POWERS = new double[23];
    private static final int MANTISSA_DIGITS = 18;

    /// No double has more of them.
    private static final int MOST_DECIMALS = 1100;

    static {
        for (int i = 0; i < POWERS.length; i++) {
            POWERS[i] = Double.parseDouble("1e" + i);
        }
    }

    private NumberParser() {}

    /// The number in `bytes[from..to)`, or `NaN` if there is none.
    ///
    /// Digits with at most 22 decimals whose integer is below 2⁵³ need one division of two exact
    /// numbers, which rounds correctly; everything else goes to the library.
    public static double number(byte[] bytes, int from, int to) {
        int at = from;
        boolean negative = at < to && bytes[at] == '-';
        if (negative) {
            at++;
        }
        long mantissa = 0;
        int point = -1;
        int first = at;
        for (; at < to; at++) {
            int digit = bytes[at] - '0';
            if (digit >= 0 && digit <= 9) {
                mantissa = mantissa * 10 + digit;
            } else if (bytes[at] == '.' && point < 0) {
                point = at;
            } else {
                return slowNumber(bytes, from, to);
            }
        }
        int digits = to - first - (point < 0 ? 0 : 1);
        int decimals = point < 0 ? 0 : to - point - 1;
        if (digits == 0 || digits > MANTISSA_DIGITS || mantissa >= EXACT) {
            return slowNumber(bytes, from, to);
        }
        double value = decimal(mantissa, decimals);
        return negative ? -value : value;
    }

    /// `mantissa / 10^decimals`, correctly rounded.
    ///
    /// @param mantissa below [#EXACT]
    /// @param decimals at most 22
    public static double decimal(long mantissa, int decimals) {
        return mantissa / POWERS[decimals];
    }

    private static double slowNumber(byte[] bytes, int from, int to) {
        return number(text(bytes, from, to));
    }

    /// The bytes as text, without blanks and quotation marks around it.
    public static String text(byte[] bytes, int from, int to) {
        String text = new String(bytes, from, to - from, StandardCharsets.UTF_8).strip();
        if (text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"")) {
            text = text.substring(1, text.length() - 1).replace("\"\"", "\"").strip();
        }
        return text;
    }

    /// Where the field that begins at `from` ends: at the next delimiter that is not within
    /// quotation marks, or at `to`.
    public static int end(byte[] bytes, int from, int to, byte delimiter) {
        boolean quoted = false;
        for (int i = from; i < to; i++) {
            if (bytes[i] == '"') {
                quoted = !quoted;
            } else if (bytes[i] == delimiter && !quoted) {
                return i;
            }
        }
        return to;
    }

    /// `whole` with so many decimals appended: 12 and 345 of three make 12345.
    ///
    /// @param count of decimals, at most 8
    public static long append(long whole, long decimals, int count) {
        return whole * WHOLE_POWERS[count] + decimals;
    }

    /// The number that `text` is, or `NaN`.
    public static double number(String text) {
        // what Java's parser takes beyond numbers: hexadecimal, and the suffixes d and f
        if (text.isEmpty() || !isNumberLike(text)) {
            return Double.NaN;
        }
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private static boolean isNumberLike(String text) {
        for (int i = 0; i < text.length(); i++) {
            if ("0123456789.+-eE".indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    /// A decimal number, or `null`; also for one that is beyond what a double can be.
    public static @Nullable BigDecimal decimal(String text) {
        if (text.isEmpty() || !isNumberLike(text)) {
            return null;
        }
        try {
            BigDecimal number = new BigDecimal(text);
            // 1592E6640000, one letter off a time, would take seconds to reckon with
            return Math.abs((long) number.scale()) > MOST_DECIMALS ? null : number;
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
