package plumbline.engine.feed;

import java.util.Arrays;
import java.util.stream.IntStream;

/// Rows as they are read, with the line each came from. Grows; brings itself into order of time.
final class CandleRows {
    private static final int COLUMNS = 5;

    private long[] time = new long[1024];
    private int[] line = new int[1024];
    private int[] file = new int[1024];
    private final double[][] columns = new double[COLUMNS][1024];
    private int size;

    int size() {
        return size;
    }

    long time(int i) {
        return time[i];
    }

    int line(int i) {
        return line[i];
    }

    /// Which file the row came from, see [#append].
    int file(int i) {
        return file[i];
    }

    double value(int column, int i) {
        return columns[column][i];
    }

    /// @param values open, high, low, close, volume
    void add(long timeMs, double[] values, int fromLine) {
        if (size == time.length) {
            grow(size * 2);
        }
        time[size] = timeMs;
        line[size] = fromLine;
        for (int c = 0; c < COLUMNS; c++) {
            columns[c][size] = values[c];
        }
        size++;
    }

    /// Appends all rows of another file.
    void append(CandleRows other, int fromFile) {
        if (size + other.size > time.length) {
            grow(Math.max(size + other.size, size * 2));
        }
        System.arraycopy(other.time, 0, time, size, other.size);
        System.arraycopy(other.line, 0, line, size, other.size);
        Arrays.fill(file, size, size + other.size, fromFile);
        for (int c = 0; c < COLUMNS; c++) {
            System.arraycopy(other.columns[c], 0, columns[c], size, other.size);
        }
        size += other.size;
    }

    private void grow(int room) {
        time = Arrays.copyOf(time, room);
        line = Arrays.copyOf(line, room);
        file = Arrays.copyOf(file, room);
        for (int c = 0; c < COLUMNS; c++) {
            columns[c] = Arrays.copyOf(columns[c], room);
        }
    }

    /// Oldest first; rows of the same time stay in the order of their lines.
    void sort() {
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
        file = Arrays.stream(order).map(i -> file[i]).toArray();
        for (int c = 0; c < COLUMNS; c++) {
            double[] column = columns[c];
            columns[c] = Arrays.stream(order).mapToDouble(i -> column[i]).toArray();
        }
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
}
