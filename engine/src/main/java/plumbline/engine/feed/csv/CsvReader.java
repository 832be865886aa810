package plumbline.engine.feed.csv;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import plumbline.engine.bytes.NumberParser;
import plumbline.engine.feed.rows.CandleRows;
import plumbline.engine.feed.rows.ReadingLimits;
import plumbline.engine.feed.rows.RowFaults;
import plumbline.engine.feed.rows.RowNotes;

/// Reads rows of candles from a stream of UTF-8 text, in blocks, as a layout says. Plain rows take
/// the short way ([RowBlocks]); every other row is taken apart by [RowReader], which names what is
/// wrong with it.
///
/// One instance for one stream.
public final class CsvReader {
    /// So many symbols of a file are named.
    public static final int MOST_SYMBOLS = RowReader.MOST_SYMBOLS;

    private final Path file;
    private final CsvLayout layout;
    private final ReadingLimits limits;
    private final RowFaults faults;
    private final RowNotes notes = new RowNotes();
    private final CandleRows rows = new CandleRows();
    private final RowReader reader;
    private final TimeReader times;
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
        this.times = times;
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
        RowBlocks blocks = new RowBlocks(in, layout, times, limits);
        boolean useful = true;
        long first = 0;
        while (useful) {
            RowBlock block = blocks.take();
            if (limits.cancelled().getAsBoolean()) {
                throw new CancellationException("cancelled while " + file + " was read");
            }
            if (block != null) {
                useful = lines(block);
                if (first == 0) {
                    first = block.whole();
                    expect(size, first);
                }
                blocks.done(block);
            } else if (blocks.isOver()) {
                lastLine(blocks.rest());
                break;
            } else {
                String what = "a line of more than " + RowBlock.SIZE + " bytes; ";
                faults.add(++line, 0, what + "no row of candles is that long");
                blocks.skipLine();
            }
        }
        reader.end();
        return rows;
    }

    /// The last line, without a newline at its end: all of it, or what was written of it before the
    /// writer was stopped.
    private void lastLine(RowBlock rest) {
        byte[] block = rest.bytes();
        int to = rest.filled();
        if (to == 0) {
            return;
        }
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
        rest.filled(to + 1);
        rest.findWhole();
        rest.reinitialize();
        rest.invoke();
        lines(rest);
    }

    /// Makes room for all rows once the first block shows how long they are.
    private void expect(long size, long used) {
        if (size > used) {
            rows.expect((int) Math.min(1 << 26, rows.size() * (size / (double) used) * 1.01));
        }
    }

    /// Takes all lines of a block: its plain rows as they are, the others one by one.
    ///
    /// @return whether it is of use to go on
    private boolean lines(RowBlock block) {
        int row = 0;
        for (int other = 0; other < block.others(); other++) {
            plainRows(block, row, block.otherAfter(other));
            row = block.otherAfter(other);
            if (++line >= layout.firstLine()) {
                row(block.bytes(), block.otherFrom(other), block.otherTo(other));
            }
            if (faults.areEnough(rows.size()) || reader.misread() != null) {
                return false;
            }
        }
        plainRows(block, row, block.rows().size());
        return true;
    }

    /// Adds plain rows, but for lines above the first that counts.
    private void plainRows(RowBlock block, int from, int to) {
        int first = Math.clamp(from + (long) layout.firstLine() - 1 - line, from, to);
        rows.add(block.rows(), first, to, line + 1 + first - from);
        line += to - from;
    }

    /// A line that is not plain; blank lines and comments are no rows.
    private void row(byte[] block, int from, int to) {
        int end = to > from && block[to - 1] == '\r' ? to - 1 : to;
        if (end > from && block[from] != '#') {
            reader.read(block, from, end, line);
        }
    }
}
