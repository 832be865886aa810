package plumbline.engine.feed.rows;

import java.util.Arrays;
import java.util.stream.IntStream;
import plumbline.engine.market.CandleSeries;

/// Rows as they are read, with the line each came from. Grows; brings itself into order of time.
public final class CandleRows {
    private static final int COLUMNS = 5;
    private static final int LEAST = 1024;

    private long[] time = new long[LEAST];
    private int[] line = new int[LEAST];
    private final double[][] columns = new double[COLUMNS][LEAST];
    private int size;

    public int size() {
        return size;
    }

    public long time(int i) {
        return time[i];
    }

    public int line(int i) {
        return line[i];
    }

    /// @param column 0 to 4: open, high, low, close, volume
    public double value(int column, int i) {
        return columns[column][i];
    }

    /// @param values open, high, low, close, volume
    public void add(long timeMs, double[] values, int fromLine) {
        int at = size;
        if (at == time.length) {
            grow(at + at / 4 + LEAST);
        }
        time[at] = timeMs;
        line[at] = fromLine;
        columns[0][at] = values[0];
        columns[1][at] = values[1];
        columns[2][at] = values[2];
        columns[3][at] = values[3];
        columns[4][at] = values[4];
        size = at + 1;
    }

    /// Makes room for `rows` rows in all, if there is less.
    public void expect(int rows) {
        if (rows > time.length) {
            grow(rows);
        }
    }

    /// Makes the columns `room` long.
    private void grow(int room) {
        time = Arrays.copyOf(time, room);
        line = Arrays.copyOf(line, room);
        for (int c = 0; c < COLUMNS; c++) {
            columns[c] = Arrays.copyOf(columns[c], room);
        }
    }

    /// Oldest first; rows of the same time stay in the order of their lines.
    public void sort() {
        if (isOrdered(1)) {
            return;
        }
        int[] order =
                isOrdered(-1)
                        ? IntStream.range(0, size).map(i -> size - 1 - i).toArray()
                        : IntStream.range(0, size)
                                .boxed()
                                .sorted((a, b) -> Long.compare(time[a], time[b]))
                                .mapToInt(Integer::intValue)
                                .toArray();
        time = Arrays.stream(order).mapToLong(i -> time[i]).toArray();
        line = Arrays.stream(order).map(i -> line[i]).toArray();
        for (int c = 0; c < COLUMNS; c++) {
            double[] column = columns[c];
            columns[c] = Arrays.stream(order).mapToDouble(i -> column[i]).toArray();
        }
    }

    /// Whether each row opened after the one before.
    public boolean isStrictlyOrdered() {
        return isOrdered(1);
    }

    /// Strictly increasing for 1, strictly decreasing for -1.
    private boolean isOrdered(int direction) {
        for (int i = 1; i < size; i++) {
            if (Long.signum(time[i] - time[i - 1]) != direction) {
                return false;
            }
        }
        return true;
    }

    /// The rows, strictly in order, as a series. They are given away: nothing may be added
    /// afterwards.
    public CandleSeries toSeries() {
        if (time.length > size) {
            grow(size); // column by column, so that there is never twice of everything
        }
        return CandleSeries.of(time, columns[0], columns[1], columns[2], columns[3], columns[4]);
    }

    /// Appends all rows, strictly in order, to a series that is being built.
    public void appendTo(CandleSeries.Builder out) {
        for (int i = 0; i < size; i++) {
            appendTo(out, i);
        }
    }

    /// Appends row `i`.
    public void appendTo(CandleSeries.Builder out, int i) {
        out.add(time[i], columns[0][i], columns[1][i], columns[2][i], columns[3][i], columns[4][i]);
    }
}
