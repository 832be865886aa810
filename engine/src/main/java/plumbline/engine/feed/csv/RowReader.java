package plumbline.engine.feed.csv;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plumbline.engine.bytes.ByteScanner;
import plumbline.engine.bytes.NumberParser;
import plumbline.engine.feed.rows.CandleColumns;
import plumbline.engine.feed.rows.CandleRows;
import plumbline.engine.feed.rows.ReadingLimits;
import plumbline.engine.feed.rows.RowFaults;
import plumbline.engine.feed.rows.RowLaws;
import plumbline.engine.feed.rows.RowNotes;

/// Takes rows apart field by field and says what is wrong with those that cannot be used.
///
/// Not thread-safe: one instance for one stream.
final class RowReader {
    /// So many symbols are named.
    static final int MOST_SYMBOLS = 20;

    /// What programs write where there is no number.
    private static final Set<String> NOTHING =
            Set.of("", "nan", "null", "none", "na", "n/a", "#n/a", "<na>", "-", "--", "\\n");

    private static final int LONGEST_NOTHING = 6;
    private static final int LONGEST_TIME = 80;
    private static final int VALUES = CandleColumns.VALUES.size();

    private final CsvLayout layout;
    private final int[] roles;
    private final byte delimiter;
    private final TimeReader times;
    private final ReadingLimits limits;
    private final RowFaults faults;
    private final RowNotes notes;
    private final CandleRows rows;
    private final double[] values = new double[VALUES];
    private final int[] from = new int[CandleColumns.ROLES];
    private final int[] to = new int[CandleColumns.ROLES];
    private final byte[] joined = new byte[2 * LONGEST_TIME + 1 + ByteScanner.SLACK];
    private final Set<String> symbols = new LinkedHashSet<>();
    private @Nullable String misread;
    private final OtherLines others;
    private byte[] block = {};
    private int start;
    private int end;

    RowReader(
            CsvLayout layout,
            TimeReader times,
            ReadingLimits limits,
            RowFaults faults,
            RowNotes notes,
            CandleRows rows) {
        this.layout = layout;
        this.roles = layout.roles();
        this.delimiter = (byte) layout.delimiter();
        this.times = times;
        this.limits = limits;
        this.faults = faults;
        this.notes = notes;
        this.rows = rows;
        this.others = new OtherLines(layout, faults, notes);
    }

    /// The symbols that rows are of, as far as they are looked at.
    Set<String> symbols() {
        return symbols;
    }

    /// Why the file is not what its first rows are, `null` as long as it is.
    @Nullable String misread() {
        return misread;
    }

    /// Whether a text may stand below the candles, and so is no row that was cut off.
    boolean mayBeBelow(String text) {
        return others.mayBeBelow(text);
    }

    /// To be called when there are no more rows.
    void end() {
        others.end(lastLine());
    }

    private int lastLine() {
        return rows.size() == 0 ? 0 : rows.line(rows.size() - 1);
    }

    /// Reads the row in `block[start..end)`.
    void read(byte[] block, int start, int end, int line) {
        this.block = block;
        this.start = start;
        this.end = end;
        int at = start;
        for (int field = 0; field < roles.length; field++) {
            if (at > end) {
                fault(line, 0, "expected at least " + roles.length + " fields, found " + field);
                return;
            }
            int stop = NumberParser.end(block, at, end, delimiter);
            if (roles[field] >= 0) {
                from[roles[field]] = at;
                to[roles[field]] = stop;
            }
            at = stop + 1;
        }
        if (!hasAllFields(block, at, end, line)) {
            return;
        }
        if (!isWanted(block, line)) {
            return;
        }
        boolean empty = isEmpty(block);
        boolean noTime = empty && text(block, CandleColumns.TIME).isEmpty();
        long time = noTime ? TimeReader.NONE : time(block, line);
        if (empty && (noTime || time != TimeReader.NONE)) {
            notes.add(RowNotes.Kind.EMPTY, line);
        } else if (time != TimeReader.NONE && values(block, line)) {
            add(time, line);
        }
    }

    /// Whether the row has as many fields as the others: one that lost or gained a field has values
    /// in columns that are not theirs. Empty fields at its end do no harm.
    ///
    /// @param rest where the fields begin that are not wanted
    private boolean hasAllFields(byte[] block, int rest, int end, int line) {
        int fields = roles.length;
        int filled = fields;
        for (int at = rest; at <= end; ) {
            int stop = NumberParser.end(block, at, end, delimiter);
            fields++;
            filled = stop > at ? fields : filled;
            at = stop + 1;
        }
        if (fields >= layout.columns() && filled <= Math.max(layout.columns(), roles.length)) {
            return true;
        }
        fault(line, 0, "expected " + layout.columns() + " fields, found " + fields);
        return false;
    }

    private boolean isWanted(byte[] block, int line) {
        if (layout.fields().at(CandleColumns.SYMBOL) < 0) {
            return true;
        }
        String symbol = text(block, CandleColumns.SYMBOL);
        if (symbols.size() < MOST_SYMBOLS) {
            symbols.add(symbol);
        }
        String wanted = layout.symbol();
        boolean isIt = wanted == null || wanted.equalsIgnoreCase(symbol);
        if (!isIt) {
            notes.add(RowNotes.Kind.OTHER_SYMBOL, line);
        }
        return isIt;
    }

    private String text(byte[] block, int role) {
        return NumberParser.text(block, from[role], to[role]);
    }

    /// Whether nothing was traded: not one of the prices is a number, and the row says so.
    private boolean isEmpty(byte[] block) {
        for (int role = CandleColumns.OPEN; role <= CandleColumns.CLOSE; role++) {
            int length = to[role] - from[role];
            if (length > LONGEST_NOTHING
                    || length > 0 && block[from[role]] <= '9' && block[from[role]] >= '0') {
                return false;
            }
            String text = text(block, role);
            if (!NOTHING.contains(text.toLowerCase(Locale.ROOT))) {
                return false;
            }
        }
        return true;
    }

    private long time(byte[] block, int line) {
        int first = from[CandleColumns.TIME];
        int last = to[CandleColumns.TIME];
        byte[] bytes = block;
        if (layout.fields().at(CandleColumns.CLOCK) >= 0) {
            int length = join(block);
            bytes = length < 0 ? block : joined;
            first = length < 0 ? first : 0;
            last = length < 0 ? last : length;
        }
        long time = times.read(bytes, first, last);
        if (time == TimeReader.NONE) {
            String text = NumberParser.text(bytes, first, last);
            String what = text.isEmpty() ? "time is empty" : "time '" + text + "' " + times.fault();
            if (times.isOtherwise(text)) {
                misread =
                        "line "
                                + line
                                + ": time '"
                                + text
                                + "' is written otherwise than the times of the first rows; say how with"
                                + " --date-format, or mend the file";
            }
            fault(line, layout.fields().at(CandleColumns.TIME) + 1, what);
        } else if (!limits.hasTime(time)) {
            String text = NumberParser.text(bytes, first, last);
            String what = "time '" + text + "' " + limits.fault(time);
            fault(line, layout.fields().at(CandleColumns.TIME) + 1, what);
            return TimeReader.NONE;
        }
        return time;
    }

    /// Date and time of day as one text in [#joined].
    ///
    /// @return how long it is, or -1 if no time is that long
    private int join(byte[] block) {
        int length = 0;
        for (int role = CandleColumns.TIME; role <= CandleColumns.CLOCK; role++) {
            int first = from[role];
            int last = to[role];
            while (first < last && isAround(block[first])) {
                first++;
            }
            while (last > first && isAround(block[last - 1])) {
                last--;
            }
            if (last - first > LONGEST_TIME) {
                return -1;
            }
            if (role == CandleColumns.CLOCK) {
                length = fill(block, first, last, length);
            }
            System.arraycopy(block, first, joined, length, last - first);
            length += last - first;
            if (role == CandleColumns.TIME) {
                joined[length++] = ' ';
            }
        }
        return length;
    }

    /// Puts the zeros before a time of day that it lost.
    ///
    /// @return how long what is joined is now
    private int fill(byte[] block, int from, int to, int length) {
        int missing = layout.clocks().digits() - (to - from);
        for (int i = from; i < to && missing > 0; i++) {
            missing = block[i] >= '0' && block[i] <= '9' ? missing : 0;
        }
        int filled = length;
        for (int i = 0; i < missing && to > from; i++) {
            joined[filled++] = '0';
        }
        return filled;
    }

    private static boolean isAround(byte one) {
        return one == ' ' || one == '\t' || one == '"';
    }

    private boolean values(byte[] block, int line) {
        for (int role = 0; role < VALUES; role++) {
            int column = layout.fields().at(role);
            if (column < 0) {
                values[role] = 0;
                continue;
            }
            values[role] = layout.numbers().read(block, from[role], to[role]);
            if (Double.isNaN(values[role])) {
                String text = text(block, role);
                if (layout.numbers().isOtherwise(text)) {
                    misread =
                            "line "
                                    + line
                                    + ": '"
                                    + text
                                    + "' is written otherwise than the numbers of the first rows; say how"
                                    + " with --decimal . or --decimal ,";
                }
                String found = text.isEmpty() ? "is empty" : "'" + text + "' is not a number";
                fault(line, column + 1, CandleColumns.VALUES.get(role) + " " + found);
                return false;
            }
        }
        values[CandleColumns.VOLUME] *= layout.volumeScale();
        return true;
    }

    private void add(long time, int line) {
        String broken = RowLaws.fault(values, line, notes);
        if (broken == null) {
            rows.add(time, values, line);
        } else {
            fault(line, 0, broken);
        }
    }

    private void fault(int line, int column, String message) {
        others.unreadable(NumberParser.text(block, start, end), line, column, message, lastLine());
    }
}
