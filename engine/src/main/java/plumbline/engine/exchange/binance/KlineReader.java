package plumbline.engine.exchange.binance;

import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Arrays;
import plumbline.engine.bytes.ByteScanner;
import plumbline.engine.bytes.NumberParser;
import plumbline.engine.market.CandleBuffer;
import plumbline.engine.market.SeriesCheck;

/// Reads candles as Binance sends them, `[[1586987400000,"6733.55","6737.79","6726.61","6727.14",
/// "121.201391",1586987699999,...],...]`, straight from the bytes: open time, open, high, low,
/// close and volume, in this order; whatever follows in a row is passed over. Numbers are read with
/// and without quotation marks, each as the double that is nearest to its text.
///
/// Not thread-safe: one instance for one answer.
final class KlineReader {
    private static final int EXCERPT = 60;

    private final byte[] text;
    private final int length;
    private final double[] values = new double[CandleBuffer.VALUES];
    private int at;

    /// @param answer the whole of it
    KlineReader(byte[] answer) {
        text = Arrays.copyOf(answer, answer.length + 2 * ByteScanner.SLACK);
        length = answer.length;
    }

    /// Appends all candles, in the order of the answer.
    ///
    /// @throws ParseException if it is anything but rows of candles; those before the fault are
    ///   appended then
    void read(CandleBuffer into) throws ParseException {
        expect('[');
        blanks();
        if (text[at] != ']') {
            row(into);
            blanks();
            while (text[at] == ',') {
                at++;
                row(into);
                blanks();
            }
        }
        expect(']');
        blanks();
        if (at != length) {
            throw fault("something follows the candles");
        }
    }

    private void row(CandleBuffer into) throws ParseException {
        int start = at;
        expect('[');
        long open = integer();
        for (int i = 0; i < values.length; i++) {
            expect(',');
            values[i] = decimal();
        }
        blanks();
        while (text[at] == ',') {
            at++;
            passOver();
            blanks();
        }
        expect(']');
        String wrong = SeriesCheck.fault(values[0], values[1], values[2], values[3], values[4]);
        if (wrong != null) {
            at = start;
            throw fault("candle " + (into.size() + 1) + ": " + wrong);
        }
        into.add(open, values[0], values[1], values[2], values[3], values[4]);
    }

    private void expect(char wanted) throws ParseException {
        blanks();
        if (text[at] != wanted || at >= length) {
            throw fault("'" + wanted + "' is missing");
        }
        at++;
    }

    private void blanks() {
        while (text[at] == ' ' || text[at] == '\n' || text[at] == '\r' || text[at] == '\t') {
            at++;
        }
    }

    /// A whole number of at most 18 digits.
    private long integer() throws ParseException {
        blanks();
        long value = 0;
        int from = at;
        for (int digit = text[at] - '0'; digit >= 0 && digit <= 9; digit = text[at] - '0') {
            value = value * 10 + digit;
            at++;
        }
        if (at == from || at - from > 18) {
            throw fault("a time is missing");
        }
        return value;
    }

    private double decimal() throws ParseException {
        blanks();
        boolean quoted = text[at] == '"';
        int from = quoted ? at + 1 : at;
        long word = ByteScanner.word(text, from);
        int wholes = ByteScanner.digits(word);
        if (wholes > 0) {
            long mantissa = ByteScanner.number(word, wholes);
            int end = from + wholes;
            int decimals = 0;
            if (text[end] == '.') {
                word = ByteScanner.word(text, end + 1);
                decimals = ByteScanner.digits(word);
                end += 1 + decimals;
                if (decimals > 0) {
                    mantissa =
                            NumberParser.append(
                                    mantissa, ByteScanner.number(word, decimals), decimals);
                }
            }
            if (mantissa < NumberParser.EXACT && ends(end, quoted)) {
                at = quoted ? end + 1 : end;
                return NumberParser.decimal(mantissa, decimals);
            }
        }
        return longDecimal(from, quoted);
    }

    private boolean ends(int end, boolean quoted) {
        byte stop = text[end];
        return quoted ? stop == '"' : stop == ',' || stop == ']' || stop == ' ';
    }

    /// A number of more digits, or with a sign or an exponent.
    private double longDecimal(int from, boolean quoted) throws ParseException {
        int end = from;
        while (end < length && !ends(end, quoted)) {
            end++;
        }
        double value = NumberParser.number(text, from, end);
        if (Double.isNaN(value) || end == length) {
            throw fault("a number is missing");
        }
        at = quoted ? end + 1 : end;
        return value;
    }

    /// One value that is not wanted.
    private void passOver() throws ParseException {
        blanks();
        if (text[at] == '"') {
            at++;
            while (at < length && text[at] != '"') {
                at += text[at] == '\\' ? 2 : 1;
            }
            expect('"');
            return;
        }
        int from = at;
        if (text[at] == 'n' || text[at] == 't') {
            at += 4;
        } else if (text[at] == 'f') {
            at += 5;
        } else {
            passOverNumber();
        }
        if (at == from || at > length) {
            throw fault("a value is missing");
        }
    }

    private void passOverNumber() {
        if (text[at] == '-') {
            at++;
        }
        digits();
        if (text[at] == '.') {
            at++;
            digits();
        }
        if (text[at] == 'e' || text[at] == 'E') {
            at++;
            if (text[at] == '+' || text[at] == '-') {
                at++;
            }
            digits();
        }
    }

    private void digits() {
        while (text[at] >= '0' && text[at] <= '9') {
            at++;
        }
    }

    private ParseException fault(String what) {
        int end = Math.min(length, at + EXCERPT);
        String excerpt =
                at >= length
                        ? "the end of the answer"
                        : new String(text, at, end - at, StandardCharsets.UTF_8)
                                .replaceAll("\\p{Cntrl}", "?");
        return new ParseException(what + " at byte " + at + " of " + length + ": " + excerpt, at);
    }
}
