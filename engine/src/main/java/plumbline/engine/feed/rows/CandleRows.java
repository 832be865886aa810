package plumbline.engine.feed.rows;

import java.util.Arrays;
import java.util.function.LongUnaryOperator;
import java.util.stream.IntStream;
import plumbline.engine.market.CandleBuffer;
import plumbline.engine.market.CandleSeries;

/// Rows as they are read, with the line each came from. Grows; brings itself into order of time.
public final class CandleRows {
    private static final int LEAST = 1024;

    private final CandleBuffer candles = new CandleBuffer(LEAST);
    private int[] line = new int[LEAST];

    public int size() {
        return candles.size();
    }

    public long time(int i) {
        return candles.time()[i];
    }

    public int line(int i) {
        return line[i];
    }

    /// @param column 0 to 4: open, high, low, close, volume
    public double value(int column, int i) {
        return candles.values()[column][i];
    }

    /// @param values open, high, low, close, volume
    public void add(long timeMs, double[] values, int fromLine) {
        int at = candles.size();
        candles.add(timeMs, values[0], values[1], values[2], values[3], values[4]);
        if (at == line.length) {
            line = Arrays.copyOf(line, candles.capacity());
        }
        line[at] = fromLine;
    }

    /// Adds rows `from` to `to` (exclusive) of a buffer, which stand in consecutive lines.
    public void add(CandleBuffer more, int from, int to, int firstLine) {
        int at = candles.size();
        candles.add(more, from, to);
        if (candles.size() > line.length) {
            line = Arrays.copyOf(line, candles.capacity());
        }
        for (int i = from; i < to; i++) {
            line[at++] = firstLine + i - from;
        }
    }

    /// Makes room for `rows` rows in all, if there is less.
    public void expect(int rows) {
        candles.reserve(rows);
        line = Arrays.copyOf(line, candles.capacity());
    }

    /// Gives each row another time; their order must stay.
    public void changeTimes(LongUnaryOperator change) {
        long[] time = candles.time();
        for (int i = 0; i < size(); i++) {
            time[i] = change.applyAsLong(time[i]);
        }
    }

    /// Oldest first; rows of the same time stay in the order of their lines.
    public void sort() {
        if (isOrdered(1)) {
            return;
        }
        int size = size();
        long[] time = candles.time();
        int[] order =
                isOrdered(-1)
                        ? IntStream.range(0, size).map(i -> size - 1 - i).toArray()
                        : IntStream.range(0, size)
                                .boxed()
                                .sorted((a, b) -> Long.compare(time[a], time[b]))
                                .mapToInt(Integer::intValue)
                                .toArray();
        candles.arrange(order);
        int[] lines = line;
        line = Arrays.stream(order).map(i -> lines[i]).toArray();
    }

    /// Whether each row opened after the one before.
    public boolean isStrictlyOrdered() {
        return isOrdered(1);
    }

    /// Strictly increasing for 1, strictly decreasing for -1.
    private boolean isOrdered(int direction) {
        long[] time = candles.time();
        for (int i = 1; i < size(); i++) {
            if (Long.signum(time[i] - time[i - 1]) != direction) {
                return false;
            }
        }
        return true;
    }

    /// The rows, strictly in order, as a series. They are given away: nothing may be added
    /// afterwards.
    public CandleSeries toSeries() {
        return candles.toSeries();
    }

    /// Appends all rows, strictly in order, to a series that is being built.
    public void appendTo(CandleSeries.Builder out) {
        for (int i = 0; i < size(); i++) {
            appendTo(out, i);
        }
    }

    /// Appends row `i`.
    public void appendTo(CandleSeries.Builder out, int i) {
        double[][] v = candles.values();
        out.add(time(i), v[0][i], v[1][i], v[2][i], v[3][i], v[4][i]);
    }
}
