package plumbline.engine.feed.csv;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import plumbline.engine.bytes.NumberParser;

/// How the numbers of a file are written: one way for all its rows.
///
/// @param decimal what stands before the decimals, `.` or `,`
/// @param decorated whether there is more than digits, a sign, a point and an exponent: separators
///   of thousands, signs of currencies, `K`, `M`, `bn` and their like
public record NumberForm(char decimal, boolean decorated) {
    /// As programs write numbers.
    public static final NumberForm PLAIN = new NumberForm('.', false);

    private static final int MOST = 64;

    /// Numbers of so many digits are doubles without loss.
    private static final int EXACT_DIGITS = 15;

    /// Bytes of what may stand around a number and says nothing of its size: blanks of several
    /// kinds, `$`, `€`, `£`, `¥`, `₹`, `₩`, `₽`, `₿`.
    private static final byte[][] AROUND =
            Arrays.stream(" \t\u00A0\u202F\u2009$€£¥₹₩₽₿".split(""))
                    .map(sign -> sign.getBytes(StandardCharsets.UTF_8))
                    .toArray(byte[][]::new);

    /// What stands behind a number and multiplies it, as a power of ten.
    private static final Map<String, Integer> WORDS =
            Map.ofEntries(
                    Map.entry("k", 3),
                    Map.entry("tsd", 3),
                    Map.entry("thousand", 3),
                    Map.entry("thousands", 3),
                    Map.entry("000", 3),
                    Map.entry("000s", 3),
                    Map.entry("m", 6),
                    Map.entry("mm", 6),
                    Map.entry("million", 6),
                    Map.entry("millions", 6),
                    Map.entry("mn", 6),
                    Map.entry("mln", 6),
                    Map.entry("mio", 6),
                    Map.entry("b", 9),
                    Map.entry("bn", 9),
                    Map.entry("billion", 9),
                    Map.entry("billions", 9),
                    Map.entry("mrd", 9),
                    Map.entry("lakh", 5),
                    Map.entry("lac", 5),
                    Map.entry("cr", 7));

    /// What separates thousands beside the other of point and comma.
    private static final byte[][] BETWEEN =
            Arrays.stream("' \u2019\u00A0\u202F\u2009".split(""))
                    .map(sign -> sign.getBytes(StandardCharsets.UTF_8))
                    .toArray(byte[][]::new);

    /// For people: `1.234,5`.
    public String text() {
        if (!decorated) {
            return "decimal point";
        }
        return decimal == '.' ? "decimal point, thousands apart" : "decimal comma";
    }

    /// Reads one number; any thread, allocates only for what is decorated.
    ///
    /// @return `NaN` if there is none in this form
    public double read(byte[] bytes, int from, int to) {
        if (!decorated) {
            return NumberParser.number(bytes, from, to);
        }
        double simple = simple(bytes, from, to);
        return Double.isNaN(simple) ? decorated(bytes, from, to) : simple;
    }

    /// Digits with at most one decimal sign, which most numbers of any file are; `NaN` for all
    /// else.
    private double simple(byte[] bytes, int from, int to) {
        long mantissa = 0;
        int point = -1;
        int digits = 0;
        for (int at = from; at < to; at++) {
            int digit = bytes[at] - '0';
            if (digit >= 0 && digit <= 9) {
                mantissa = mantissa * 10 + digit;
                digits++;
            } else if (bytes[at] == decimal && point < 0) {
                point = at;
            } else {
                return Double.NaN;
            }
            if (digits > EXACT_DIGITS) {
                return Double.NaN;
            }
        }
        return digits == 0
                ? Double.NaN
                : NumberParser.decimal(mantissa, point < 0 ? 0 : to - point - 1);
    }

    public double read(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return read(bytes, 0, bytes.length);
    }

    /// Whether a text that is no number in this form is one in another.
    boolean isOtherwise(String text) {
        return text.indexOf('"') < 0
                && (!Double.isNaN(new NumberForm('.', true).read(text))
                        || !Double.isNaN(new NumberForm(',', true).read(text)));
    }

    private double decorated(byte[] bytes, int from, int to) {
        int start = from;
        int end = to;
        while (end > start && (bytes[start] == ' ' || bytes[start] == '\t')) {
            start++;
        }
        boolean quoted = end - start >= 2 && bytes[start] == '"' && bytes[end - 1] == '"';
        start += quoted ? 1 : 0;
        end -= quoted ? 1 : 0;
        for (int wide = around(bytes, start, end); wide > 0; wide = around(bytes, start, end)) {
            start += wide;
        }
        boolean negative = start < end && bytes[start] == '-';
        if (negative) {
            start++;
            start += around(bytes, start, end);
        }
        for (int wide = aroundEnd(bytes, start, end);
                wide > 0;
                wide = aroundEnd(bytes, start, end)) {
            end -= wide;
        }
        boolean shortened = end - start > 1 && bytes[end - 1] == '.' && isLetter(bytes[end - 2]);
        int letters = letters(bytes, start, shortened ? end - 1 : end);
        int exponent = letters == end ? 0 : exponent(bytes, letters, shortened ? end - 1 : end);
        if (exponent > 0) {
            end = letters;
            end -= aroundEnd(bytes, start, end);
        }
        return end - start > MOST ? Double.NaN : plain(bytes, start, end, negative, exponent);
    }

    /// Where the word begins that stands at the end, or `end`.
    private static int letters(byte[] bytes, int start, int end) {
        int at = end;
        while (at > start && isLetter(bytes[at - 1])) {
            at--;
        }
        return at;
    }

    private static boolean isLetter(byte one) {
        return (one | 0x20) >= 'a' && (one | 0x20) <= 'z';
    }

    private static int exponent(byte[] bytes, int from, int to) {
        return exponent(new String(bytes, from, to - from, StandardCharsets.US_ASCII));
    }

    /// What a word behind numbers multiplies by, as a power of ten; 0 for another word.
    public static int exponent(String word) {
        return WORDS.getOrDefault(word.toLowerCase(Locale.ROOT), 0);
    }

    /// The digits as a program would write them, read by the library's rules.
    private double plain(byte[] bytes, int start, int end, boolean negative, int exponent) {
        byte[] plain = new byte[end - start + 4];
        int length = 0;
        if (negative) {
            plain[length++] = '-';
        }
        int whole = wholes(bytes, start, end, plain, length);
        if (whole < 0) {
            return Double.NaN;
        }
        length += whole & 0xFF;
        int at = start + (whole >> 8);
        boolean grouped = (whole >> 8) > (whole & 0xFF);
        if (at < end && bytes[at] == decimal) {
            plain[length++] = '.';
            at++;
        }
        for (; at < end && bytes[at] >= '0' && bytes[at] <= '9'; at++) {
            plain[length++] = bytes[at];
        }
        if (at < end && (grouped || exponent > 0 || hasOtherPoint(bytes, at, end))) {
            return Double.NaN;
        }
        // an exponent, or what is no number
        System.arraycopy(bytes, at, plain, length, end - at);
        length += end - at;
        if (exponent > 0) {
            plain[length++] = 'e';
            plain[length++] = (byte) ('0' + exponent);
        }
        return NumberParser.number(plain, 0, length);
    }

    /// `.500` where decimals follow a comma is a number that lost its first digits.
    private boolean hasOtherPoint(byte[] bytes, int from, int to) {
        boolean found = false;
        for (int i = from; decimal == ',' && i < to; i++) {
            found |= bytes[i] == '.';
        }
        return found;
    }

    /// Copies the digits before the decimals, without what separates thousands; there must be three
    /// behind the last separator and as many between others, or two there as in India, and one to
    /// three before the first, not a zero alone.
    ///
    /// @return how many bytes were read, times 256, and how many digits written; negative if the
    ///   separators are not where they belong
    private int wholes(byte[] bytes, int start, int end, byte[] plain, int to) {
        int digits = 0;
        int first = 0;
        int group = -1;
        int between = 0;
        int at = start;
        while (at < end) {
            int wide = digits == 0 ? 0 : thousands(bytes, at, end);
            if (wide > 0) {
                if (group < 0) {
                    first = digits == 1 && plain[to] == '0' ? MOST : digits;
                } else if (between == 0) {
                    between = group;
                }
                if (first > 3 || group >= 0 && group != between) {
                    return -1;
                }
                group = 0;
                at += wide;
            } else if (bytes[at] >= '0' && bytes[at] <= '9') {
                plain[to + digits++] = bytes[at++];
                group += group < 0 ? 0 : 1;
            } else {
                break;
            }
        }
        boolean indian = between == 2 && first <= 2 && decimal == '.';
        boolean isRight = group < 0 || group == 3 && (between == 0 || between == 3 || indian);
        return isRight ? at - start << 8 | digits : -1;
    }

    /// How wide the separator of thousands at `at` is, 0 if there is none.
    private int thousands(byte[] bytes, int at, int end) {
        if (bytes[at] == (decimal == '.' ? ',' : '.')) {
            return 1;
        }
        return wide(BETWEEN, bytes, at, end);
    }

    private static int around(byte[] bytes, int at, int end) {
        return wide(AROUND, bytes, at, end);
    }

    private static int wide(byte[][] signs, byte[] bytes, int at, int end) {
        if (at < end && bytes[at] >= '0' && bytes[at] <= '9') {
            return 0; // mostly
        }
        for (byte[] sign : signs) {
            if (at + sign.length <= end
                    && Arrays.equals(sign, 0, sign.length, bytes, at, at + sign.length)) {
                return sign.length;
            }
        }
        return 0;
    }

    private static int aroundEnd(byte[] bytes, int from, int end) {
        if (end > from && bytes[end - 1] >= '0' && bytes[end - 1] <= '9') {
            return 0; // mostly
        }
        for (byte[] sign : AROUND) {
            int at = end - sign.length;
            if (at >= from && Arrays.equals(sign, 0, sign.length, bytes, at, end)) {
                return sign.length;
            }
        }
        return 0;
    }
}
