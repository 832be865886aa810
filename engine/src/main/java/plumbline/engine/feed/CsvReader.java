package plumbline.engine.feed;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import plumbline.engine.market.SeriesCheck;
import plumbline.engine.text.Messages;

/// Reads rows of candles from a stream of text, in blocks; knows no file formats but what its
/// layout says.
///
/// One instance for one stream.
final class CsvReader {
    private static final int BLOCK = 1 << 18;
    private static final int HEADER_WITHIN = 3;

    private final Path file;
    private final TimeReader times;
    private final List<FileFault> faults;
    private final CandleRows rows = new CandleRows();
    private final double[] values = new double[CsvLayout.VALUES.size()];
    private @Nullable CsvLayout layout;
    private long time;
    private int line;

    /// @param layout what the rows look like, or `null` to learn it from the first line
    /// @param faults where faults are put
    CsvReader(Path file, @Nullable CsvLayout layout, TimeReader times, List<FileFault> faults) {
        this.file = file;
        this.layout = layout;
        this.times = times;
        this.faults = faults;
    }

    /// All rows that can be used, in the order of the file.
    CandleRows read(InputStream in) throws IOException {
        byte[] block = new byte[BLOCK];
        int filled = 0;
        for (int got = in.read(block, 0, BLOCK); got >= 0; ) {
            filled += got;
            int used = lines(block, filled);
            if (used < 0) {
                return rows;
            }
            System.arraycopy(block, used, block, 0, filled - used);
            filled -= used;
            if (filled == BLOCK) {
                fault(
                        line + 1,
                        0,
                        "a line of more than " + BLOCK + " bytes; this is not a CSV file");
                return rows;
            }
            got = in.read(block, filled, BLOCK - filled);
        }
        if (filled > 0) {
            line(block, 0, filled);
        }
        if (line == 0) {
            fault(0, 0, "the file is empty");
        } else if (rows.size() == 0 && faults.isEmpty()) {
            fault(0, 0, "the file has no rows");
        }
        return rows;
    }

    /// Deals with all whole lines of the block.
    ///
    /// @return how many bytes that were, or a negative number if it is no use going on
    private int lines(byte[] block, int filled) {
        int start = 0;
        for (int i = 0; i < filled; i++) {
            if (block[i] == '\n') {
                if (!line(block, start, i)) {
                    return -1;
                }
                start = i + 1;
            }
        }
        return start;
    }

    private boolean line(byte[] block, int from, int to) {
        line++;
        int end = to > from && block[to - 1] == '\r' ? to - 1 : to;
        if (layout == null) {
            return header(block, from, end);
        }
        if (end > from) {
            row(layout, block, from, end);
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
        String text = new String(block, from, to - from, StandardCharsets.UTF_8);
        if (text.startsWith("\uFEFF")) {
            text = text.substring(1);
        }
        if (text.isBlank()) {
            return true;
        }
        try {
            layout = CsvLayout.ofHeader(text);
        } catch (CsvLayout.LayoutException e) {
            fault(line, 0, Messages.of(e));
            return false;
        }
        if (layout != null) {
            return true;
        }
        if (line == 1 && text.split(",", -1).length == CsvLayout.BINANCE_COLUMNS) {
            layout = CsvLayout.inOrder();
            row(layout, block, from, to);
            return true;
        }
        // a banner above the header, as some archives put there
        if (line < HEADER_WITHIN && text.indexOf(',') < 0) {
            return true;
        }
        fault(
                line,
                0,
                "expected a header with time, open, high, low, close and volume, or Binance's "
                        + CsvLayout.BINANCE_COLUMNS
                        + " kline columns without one; found '"
                        + (text.length() > 60 ? text.substring(0, 60) + "…" : text)
                        + "'");
        return false;
    }

    private void row(CsvLayout known, byte[] block, int from, int to) {
        int fields = known.fields();
        byte delimiter = (byte) known.delimiter();
        int at = from;
        for (int field = 0; field < fields; field++) {
            if (at > to) {
                fault(line, 0, "expected at least " + fields + " fields, found " + field);
                return;
            }
            int stop = at;
            while (stop < to && block[stop] != delimiter) {
                stop++;
            }
            if (!field(known.role(field), field, block, at, stop)) {
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
            return true;
        }
        values[role] = Fields.number(block, from, to);
        if (Double.isNaN(values[role])) {
            notA(CsvLayout.VALUES.get(role), field, block, from, to);
            return false;
        }
        return true;
    }

    private void notA(String column, int field, byte[] block, int from, int to) {
        String text = Fields.text(block, from, to);
        String found = text.isEmpty() ? "is empty" : "'" + text + "' is not a " + kind(column);
        fault(line, field + 1, column + " " + found);
    }

    private static String kind(String column) {
        return column.equals("time") ? "time" : "number";
    }

    private void fault(long atLine, int column, String message) {
        faults.add(new FileFault(file, atLine, column, message));
    }
}
