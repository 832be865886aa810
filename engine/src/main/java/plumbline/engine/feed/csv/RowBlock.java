package plumbline.engine.feed.csv;

import java.util.Arrays;
import java.util.concurrent.RecursiveAction;
import org.jspecify.annotations.Nullable;
import plumbline.engine.bytes.ByteScanner;
import plumbline.engine.feed.rows.ReadingLimits;
import plumbline.engine.market.CandleBuffer;
import plumbline.engine.market.SeriesCheck;

/// A piece of a text: whole lines, of which the plain rows are read without knowledge of what
/// stands before them, so that several pieces can be read at once. Lines of other kinds are only
/// found.
///
/// Threads: filled by one, read by another ([#fork] and [#join]), then looked at by the first.
final class RowBlock extends RecursiveAction {
    /// So many bytes of a text are in one block at most.
    static final int SIZE = 1 << 18;

    private static final long serialVersionUID = 1L;
    private static final int LEAST = 1024;

    private final transient byte[] bytes = new byte[SIZE + 1 + ByteScanner.SLACK];
    private final transient ReadingLimits limits;
    private final transient @Nullable FastRowParser plain;
    private final transient CandleBuffer rows = new CandleBuffer(LEAST);
    private int filled;
    private int whole;
    private int others;
    private int[] otherAfter = new int[LEAST];
    private int[] otherFrom = new int[LEAST];
    private int[] otherTo = new int[LEAST];

    /// @param plain of its own, or `null` if no row of the text is plain
    RowBlock(@Nullable FastRowParser plain, ReadingLimits limits) {
        this.plain = plain;
        this.limits = limits;
    }

    /// The text, with room for a newline and [ByteScanner#SLACK] behind it.
    byte[] bytes() {
        return bytes;
    }

    /// How many bytes of the text there are.
    int filled() {
        return filled;
    }

    void filled(int bytesInAll) {
        filled = bytesInAll;
    }

    /// Sets which lines are whole: all that end in what is filled.
    ///
    /// @return how many bytes they have
    int findWhole() {
        whole = filled;
        while (whole > 0 && bytes[whole - 1] != '\n') {
            whole--;
        }
        return whole;
    }

    /// How many bytes its whole lines have.
    int whole() {
        return whole;
    }

    /// The plain rows, in order.
    CandleBuffer rows() {
        return rows;
    }

    /// How many lines there are that are no plain rows.
    int others() {
        return others;
    }

    /// How many plain rows stand before another line.
    int otherAfter(int other) {
        return otherAfter[other];
    }

    /// Where another line begins.
    int otherFrom(int other) {
        return otherFrom[other];
    }

    /// Where the newline of another line is.
    int otherTo(int other) {
        return otherTo[other];
    }

    @Override
    protected void compute() {
        rows.clear();
        others = 0;
        for (int at = 0; at < whole; ) {
            int next = plain == null ? FastRowParser.OTHER : row(plain, at);
            if (next < 0) {
                int end = ByteScanner.newline(bytes, at);
                other(at, end);
                next = end + 1;
            }
            at = next;
        }
    }

    private int row(FastRowParser parser, int from) {
        int next = parser.read(bytes, from);
        if (next < 0) {
            return next;
        }
        double[] v = parser.values();
        if (SeriesCheck.fault(v[0], v[1], v[2], v[3], v[4]) != null
                || !limits.hasTime(parser.time())) {
            return FastRowParser.OTHER;
        }
        rows.add(parser.time(), v[0], v[1], v[2], v[3], v[4]);
        return next;
    }

    private void other(int from, int to) {
        if (others == otherFrom.length) {
            otherAfter = Arrays.copyOf(otherAfter, 2 * others);
            otherFrom = Arrays.copyOf(otherFrom, 2 * others);
            otherTo = Arrays.copyOf(otherTo, 2 * others);
        }
        otherAfter[others] = rows.size();
        otherFrom[others] = from;
        otherTo[others++] = to;
    }
}
