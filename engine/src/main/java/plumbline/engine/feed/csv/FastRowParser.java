package plumbline.engine.feed.csv;

import plumbline.engine.bytes.ByteScanner;
import plumbline.engine.bytes.NumberParser;
import plumbline.engine.feed.rows.CandleColumns;

/// Reads rows of the plain kind, which almost all are: digits with at most one point, a time, no
/// quotation marks around what is wanted. A row of any other kind is not judged here but left to
/// [RowReader], which also knows what to say about it.
///
/// Not thread-safe: one instance for one stream.
final class FastRowParser {
    /// What [#read] says of a row that is not plain.
    static final int OTHER = -1;

    private static final int TIME = CandleColumns.VALUES.size();

    private final int[] roles;
    private final byte delimiter;
    private final long delimiters;
    private final TimeReader times;

    /// How many fields there are behind the last that is wanted.
    private final int others;

    private final double[] values = new double[TIME];
    private long time;

    FastRowParser(CsvLayout layout, TimeReader times) {
        this.roles = layout.roles();
        this.delimiter = (byte) layout.delimiter();
        this.delimiters = ByteScanner.repeated(delimiter);
        this.times = times;
        this.others = Math.max(0, layout.columns() - roles.length);
    }

    /// When the last row opened.
    long time() {
        return time;
    }

    /// Open, high, low, close and volume of the last row.
    double[] values() {
        return values;
    }

    /// Reads the row at `from`. There must be a newline after it and [ByteScanner#SLACK] bytes
    /// after that.
    ///
    /// @return where the next row begins, or [#OTHER]
    int read(byte[] block, int from) {
        int last = roles.length - 1;
        int at = from;
        for (int field = 0; field <= last; field++) {
            at = field(block, at, roles[field]);
            if (at < 0) {
                return OTHER;
            }
            if (block[at] == delimiter) {
                at++;
            } else if (field < last) {
                return OTHER;
            }
        }
        int rest = others - (block[at - 1] == delimiter ? 1 : 0);
        if (rest == 0 && block[at] == '\n') {
            return at + 1;
        }
        if (rest < 0 || rest > 0 && others == rest) {
            return OTHER;
        }
        int end = ByteScanner.lineEnd(block, at, delimiters, rest);
        return end < 0 ? OTHER : end + 1;
    }

    /// @return where the field ends, or [#OTHER]
    private int field(byte[] block, int from, int role) {
        if (role >= 0 && role < TIME) {
            return number(block, from, role);
        }
        int end = ByteScanner.stop(block, from, delimiters);
        if (block[end] == '"') {
            return OTHER;
        }
        if (role == TIME) {
            time = times.read(block, from, end);
            return time == TimeReader.NONE ? OTHER : end;
        }
        return end;
    }

    private int number(byte[] block, int from, int role) {
        long word = ByteScanner.word(block, from);
        int wholes = ByteScanner.digits(word);
        int at = from + wholes;
        if (wholes == 0) {
            return OTHER;
        }
        long mantissa = ByteScanner.number(word, wholes);
        int decimals = 0;
        if (block[at] == '.') {
            word = ByteScanner.word(block, at + 1);
            decimals = ByteScanner.digits(word);
            at += 1 + decimals;
            if (decimals > 0) {
                mantissa =
                        NumberParser.append(mantissa, ByteScanner.number(word, decimals), decimals);
            }
        }
        if (mantissa >= NumberParser.EXACT || !ends(block, at)) {
            return longNumber(block, from, role);
        }
        values[role] = NumberParser.decimal(mantissa, decimals);
        return at;
    }

    private boolean ends(byte[] block, int at) {
        byte stop = block[at];
        return stop == delimiter || stop == '\n' || stop == '\r' && block[at + 1] == '\n';
    }

    /// A number of more digits, or with a sign or an exponent.
    private int longNumber(byte[] block, int from, int role) {
        int end = ByteScanner.stop(block, from, delimiters);
        if (block[end] == '"') {
            return OTHER;
        }
        if (block[end] == '\n' && end > from && block[end - 1] == '\r') {
            end--;
        }
        values[role] = NumberParser.number(block, from, end);
        return Double.isNaN(values[role]) ? OTHER : end;
    }
}
