package plumbline.engine.feed.csv;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import plumbline.engine.feed.rows.CandleRows;
import plumbline.engine.feed.rows.ReadingLimits;
import plumbline.engine.feed.rows.RowFaults;
import plumbline.engine.feed.rows.RowNotes;
import plumbline.engine.market.SeriesCheck;

/// Reads rows of candles from a stream of UTF-8 text, in blocks, as a layout says. Plain rows take
/// the short way ([FastRowParser]); every other row is taken apart by [RowReader], which names what
/// is wrong with it.
///
/// One instance for one stream.
public final class CsvReader {
    /// So many symbols of a file are named.
    public static final int MOST_SYMBOLS = RowReader.MOST_SYMBOLS;

    private static final int BLOCK = 1 << 18;

    private final Path file;
    private final CsvLayout layout;
    private final ReadingLimits limits;
    private final RowFaults faults;
    private final RowNotes notes = new RowNotes();
    private final CandleRows rows = new CandleRows();
    private final RowReader reader;
    private final @Nullable FastRowParser plain;
    private int line;

    /// @param file its name, for messages
    /// @param limits what it does not go beyond
    /// @param faults where faults are put
    public CsvReader(
            Path file, CsvLayout layout, TimeReader times, ReadingLimits limits, RowFaults faults) {
        this.file = file;
        this.layout = layout;
        this.limits = limits;
        this.faults = faults;
        this.reader = new RowReader(layout, times, limits, faults, notes, rows);
        this.plain = layout.isPlain() ? new FastRowParser(layout, times) : null;
    }

    /// What is no fault of the rows that were read.
    public RowNotes notes() {
        return notes;
    }

    /// The symbols of the rows that were read, the first twenty.
    public Set<String> symbols() {
        return reader.symbols();
    }

    /// Why the file is not what its first rows are, so that nothing of it can be used; `null` if it
    /// is.
    public @Nullable String misread() {
        return reader.misread();
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
                reader.end();
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
        reader.end();
        return rows;
    }

    /// Passes over a line that is longer than a block.
    ///
    /// @return how much of what comes after it is at the start of the block; a negative number if
    ///   the line is the last
    private int skipLine(InputStream in, byte[] block) throws IOException {
        String what = "a line of more than " + BLOCK + " bytes; ";
        faults.add(++line, 0, what + "no row of candles is that long");
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
        byte delimiter = (byte) layout.delimiter();
        int fields = 0;
        for (int at = 0; at <= to; at = NumberParser.end(block, at, to, delimiter) + 1) {
            fields++;
        }
        String text = NumberParser.text(block, 0, to);
        boolean isRow =
                line + 1 >= layout.firstLine() && !text.isEmpty() && !reader.mayBeBelow(text);
        if (isRow && fields < layout.columns() && block[0] != '#') {
            String message =
                    "the line ends after "
                            + fields
                            + " of "
                            + layout.columns()
                            + " fields; the file is cut off here";
            faults.add(++line, 0, message);
            return;
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
            boolean above = line + 1 < layout.firstLine();
            int next = plain == null || above ? FastRowParser.OTHER : plainRow(plain, block, start);
            if (next < 0) {
                int end = ByteScanner.newline(block, start);
                line++;
                if (!above) {
                    row(block, start, end);
                }
                if (faults.areEnough(rows.size()) || reader.misread() != null) {
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

    /// A line that is not plain; blank lines and comments are no rows.
    private void row(byte[] block, int from, int to) {
        int end = to > from && block[to - 1] == '\r' ? to - 1 : to;
        if (end > from && block[from] != '#') {
            reader.read(block, from, end, line);
        }
    }
}
