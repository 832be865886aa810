package plumbline.engine.feed.csv;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import plumbline.engine.feed.rows.CandleColumns;
import plumbline.engine.feed.rows.CandleRows;
import plumbline.engine.feed.rows.ReadingLimits;
import plumbline.engine.feed.rows.RowFaults;
import plumbline.engine.market.SeriesCheck;
import plumbline.engine.text.ErrorText;

/// Reads rows of candles from a stream of text, in blocks; knows no file formats but what its
/// layout says. Plain rows take the short way ([FastRowParser]); every other row is taken apart
/// here, and what is wrong with it is named.
///
/// One instance for one stream.
public final class CsvReader {
    private static final int BLOCK = 1 << 18;
    private static final int BYTE_ORDER_MARK = 3;

    private final Path file;
    private final TimeReader times;
    private final ReadingLimits limits;
    private final RowFaults faults;
    private final CandleRows rows = new CandleRows();
    private final double[] values = new double[CandleColumns.VALUES.size()];
    private @Nullable CsvLayout layout;
    private boolean binance;
    private int[] roles = {};
    private byte delimiter;
    private @Nullable FastRowParser plain;
    private long time;
    private int line;
    private int noHeaderLine;
    private @Nullable String noHeader;

    /// @param file its name, for messages
    /// @param layout what the rows look like, or `null` to learn it from the first line
    /// @param limits what it does not go beyond
    /// @param faults where faults are put
    public CsvReader(
            Path file,
            @Nullable CsvLayout layout,
            TimeReader times,
            ReadingLimits limits,
            RowFaults faults) {
        this.file = file;
        this.times = times;
        this.limits = limits;
        this.faults = faults;
        if (layout != null) {
            learn(layout);
        }
    }

    private void learn(CsvLayout known) {
        layout = known;
        roles = known.roles();
        delimiter = (byte) known.delimiter();
        plain = new FastRowParser(known, times);
    }

    /// Whether the rows that were read are Binance's klines.
    public boolean isBinance() {
        return binance;
    }

    /// All rows that can be used, in the order of the file.
    ///
    /// @param size of the text in bytes, or 0 if that is not known
    public CandleRows read(InputStream in, long size) throws IOException {
        byte[] block = new byte[BLOCK + 1 + ByteScanner.SLACK];
        int filled = 0;
        long read = 0;
        for (int got = in.read(block, 0, BLOCK); got >= 0; ) {
            filled += got;
            int used = lines(block, filled);
            if (used < 0) {
                return rows;
            }
            if (read == 0 && used > 0) {
                expect(size, used);
            }
            read += used;
            System.arraycopy(block, used, block, 0, filled - used);
            filled -= used;
            if (limits.cancelled().getAsBoolean()) {
                throw new CancellationException("cancelled while " + file + " was read");
            }
            if (filled == BLOCK) {
                filled = skipLine(in, block);
                if (filled < 0) {
                    break;
                }
            }
            got = in.read(block, filled, BLOCK - filled);
        }
        if (filled > 0) {
            lastLine(block, filled);
        }
        if (layout == null && noHeader != null) {
            fault(noHeaderLine, 0, noHeader);
        } else if (line == 0) {
            fault(0, 0, "the file is empty");
        } else if (rows.size() == 0 && faults.isEmpty()) {
            fault(0, 0, "the file has no rows");
        }
        return rows;
    }

    /// Passes over a line that is longer than a block.
    ///
    /// @return how much of what comes after it is at the start of the block; a negative number if
    ///   the line is the last, or the first
    private int skipLine(InputStream in, byte[] block) throws IOException {
        String what = "a line of more than " + BLOCK + " bytes; ";
        if (layout == null) {
            fault(++line, 0, what + "this is not a CSV file");
            return -1;
        }
        fault(++line, 0, what + "no row of candles is that long");
        for (int got = in.read(block, 0, BLOCK); got >= 0; got = in.read(block, 0, BLOCK)) {
            for (int i = 0; i < got; i++) {
                if (block[i] == '\n') {
                    System.arraycopy(block, i + 1, block, 0, got - i - 1);
                    return got - i - 1;
                }
            }
        }
        return -1;
    }

    /// The last line, without a newline at its end: all of it, or what was written of it before the
    /// writer was stopped.
    private void lastLine(byte[] block, int to) {
        CsvLayout known = layout;
        if (known != null) {
            int fields = 0;
            for (int at = 0; at <= to; at = NumberParser.end(block, at, to, delimiter) + 1) {
                fields++;
            }
            if (fields < known.columns() && !NumberParser.text(block, 0, to).isEmpty()) {
                String message =
                        "the line ends after "
                                + fields
                                + " of "
                                + known.columns()
                                + " fields; the file is cut off here";
                fault(++line, 0, message);
                return;
            }
        }
        block[to] = '\n';
        lines(block, to + 1);
    }

    /// Makes room for all rows once the first block shows how long they are.
    private void expect(long size, int used) {
        if (size > used) {
            rows.expect((int) Math.min(1 << 26, rows.size() * (size / (double) used) * 1.01));
        }
    }

    /// Deals with all whole lines of the block.
    ///
    /// @return how many bytes that were, or a negative number if it is no use going on
    private int lines(byte[] block, int filled) {
        int whole = filled;
        while (whole > 0 && block[whole - 1] != '\n') {
            whole--;
        }
        int start = 0;
        while (start < whole) {
            int next = plain == null ? FastRowParser.OTHER : plainRow(plain, block, start);
            if (next < 0) {
                int end = ByteScanner.newline(block, start);
                if (!line(block, start, end) || faults.areEnough(rows.size())) {
                    return -1;
                }
                next = end + 1;
            }
            start = next;
        }
        return start;
    }

    private int plainRow(FastRowParser reader, byte[] block, int from) {
        int next = reader.read(block, from);
        if (next < 0) {
            return next;
        }
        double[] v = reader.values();
        if (SeriesCheck.fault(v[0], v[1], v[2], v[3], v[4]) != null
                || !limits.hasTime(reader.time())) {
            return FastRowParser.OTHER;
        }
        rows.add(reader.time(), v, ++line);
        return next;
    }

    private boolean line(byte[] block, int from, int to) {
        line++;
        int end = to > from && block[to - 1] == '\r' ? to - 1 : to;
        if (layout == null) {
            return header(block, from, end);
        }
        if (end > from) {
            row(block, from, end);
        }
        return true;
    }

    private boolean header(byte[] block, int from, int to) {
        for (int i = from; i < to; i++) {
            if (block[i] == 0) {
                fault(line, 0, "this is not a text file");
                return false;
            }
        }
        int start = from;
        while (to - start >= BYTE_ORDER_MARK && isByteOrderMark(block, start)) {
            start += BYTE_ORDER_MARK;
        }
        String text = new String(block, start, to - start, StandardCharsets.UTF_8);
        if (text.isBlank()) {
            return true;
        }
        return header(text, block, start, to);
    }

    private static boolean isByteOrderMark(byte[] block, int at) {
        return block[at] == (byte) 0xEF
                && block[at + 1] == (byte) 0xBB
                && block[at + 2] == (byte) 0xBF;
    }

    private boolean header(String text, byte[] block, int from, int to) {
        CsvLayout found;
        try {
            found = CsvLayout.ofHeader(text);
        } catch (CandleColumns.LayoutException e) {
            fault(line, 0, ErrorText.of(e));
            return false;
        }
        if (found != null) {
            learn(found);
            binance = CsvLayout.isBinance(text);
            return true;
        }
        if (noHeader != null) {
            fault(noHeaderLine, 0, noHeader);
            return false;
        }
        if (text.split(",", -1).length == CsvLayout.BINANCE_COLUMNS) {
            learn(CsvLayout.ofBinance());
            binance = true;
            row(block, from, to);
            return true;
        }
        // it may be a banner above the header, as some archives put there
        noHeader = notAHeader(text);
        noHeaderLine = line;
        return true;
    }

    private static String notAHeader(String text) {
        String start = text.length() > 60 ? text.substring(0, 60) + "…" : text;
        return "expected a header with time, open, high, low, close and volume, or Binance's "
                + CsvLayout.BINANCE_COLUMNS
                + " kline columns without one; found '"
                + start
                + "'";
    }

    private void row(byte[] block, int from, int to) {
        int at = from;
        for (int field = 0; field < roles.length; field++) {
            if (at > to) {
                fault(line, 0, "expected at least " + roles.length + " fields, found " + field);
                return;
            }
            int stop = NumberParser.end(block, at, to, delimiter);
            if (!field(roles[field], field, block, at, stop)) {
                return;
            }
            at = stop + 1;
        }
        String broken = SeriesCheck.fault(values[0], values[1], values[2], values[3], values[4]);
        if (broken == null) {
            rows.add(time, values, line);
        } else {
            fault(line, 0, broken);
        }
    }

    /// Reads one field of a row; a fault is noted and ends the row.
    private boolean field(int role, int field, byte[] block, int from, int to) {
        if (role < 0) {
            return true;
        }
        if (role == values.length) {
            time = times.read(block, from, to);
            if (time == TimeReader.NONE) {
                notA("time", field, block, from, to);
                return false;
            }
            if (!limits.hasTime(time)) {
                String text = NumberParser.text(block, from, to);
                fault(line, field + 1, "time '" + text + "' " + limits.fault(time));
                return false;
            }
            return true;
        }
        values[role] = NumberParser.number(block, from, to);
        if (Double.isNaN(values[role])) {
            notA(CandleColumns.VALUES.get(role), field, block, from, to);
            return false;
        }
        return true;
    }

    private void notA(String column, int field, byte[] block, int from, int to) {
        String text = NumberParser.text(block, from, to);
        String found = text.isEmpty() ? "is empty" : "'" + text + "' is not a " + kind(column);
        fault(line, field + 1, column + " " + found);
    }

    private static String kind(String column) {
        return column.equals("time") ? "time" : "number";
    }

    private void fault(long atLine, int column, String message) {
        faults.add(atLine, column, message);
    }
}
