package plumbline.engine.market;

import java.util.Arrays;

/// Columns of candles that grow: what every reader of candles collects them in. Whoever fills the
/// columns itself asks for room with [#extend] and writes to [#time] and [#values].
///
/// Not thread-safe.
public final class CandleBuffer {
    /// Columns of [#values]: open, high, low, close, volume.
    public static final int VALUES = 5;

    private static final int LEAST = 16;
    private static final int MANY = 1 << 18;

    private long[] time;
    private final double[][] values;
    private int size;

    /// @param capacity candles that there is room for at first
    public CandleBuffer(int capacity) {
        int room = Math.max(capacity, LEAST);
        time = new long[room];
        values = new double[VALUES][];
        if (room < MANY) {
            Arrays.setAll(values, c -> new double[room]);
        } else {
            // clearing so much memory takes as long as decoding into it
            Arrays.parallelSetAll(values, c -> new double[room]);
        }
    }

    /// How many candles there are.
    public int size() {
        return size;
    }

    /// How many there is room for.
    public int capacity() {
        return time.length;
    }

    /// Open times. Another array after it has grown; beyond [#size] without meaning.
    public long[] time() {
        return time;
    }

    /// Open, high, low, close and volume. Other arrays after it has grown; beyond [#size] without
    /// meaning.
    public double[][] values() {
        return values;
    }

    /// Appends one candle.
    public void add(long openMs, double o, double h, double l, double c, double v) {
        int at = size;
        if (at == time.length) {
            grow(at + 1);
        }
        time[at] = openMs;
        double[][] columns = values;
        columns[0][at] = o;
        columns[1][at] = h;
        columns[2][at] = l;
        columns[3][at] = c;
        columns[4][at] = v;
        size = at + 1;
    }

    /// Appends candles `from` to `to` (exclusive) of a series.
    public void add(CandleSeries series, int from, int to) {
        int n = to - from;
        int at = extend(n);
        System.arraycopy(series.openTime(), from, time, at, n);
        System.arraycopy(series.open(), from, values[0], at, n);
        System.arraycopy(series.high(), from, values[1], at, n);
        System.arraycopy(series.low(), from, values[2], at, n);
        System.arraycopy(series.close(), from, values[3], at, n);
        System.arraycopy(series.volume(), from, values[4], at, n);
    }

    /// Appends candles `from` to `to` (exclusive) of another buffer.
    public void add(CandleBuffer other, int from, int to) {
        int n = to - from;
        int at = extend(n);
        System.arraycopy(other.time, from, time, at, n);
        for (int c = 0; c < VALUES; c++) {
            System.arraycopy(other.values[c], from, values[c], at, n);
        }
    }

    /// Forgets all candles, and keeps the room.
    public void clear() {
        size = 0;
    }

    /// Appends `n` candles that the caller fills in.
    ///
    /// @return where the first of them goes
    public int extend(int n) {
        int at = size;
        if (!hasRoom(n)) {
            grow(at + n);
        }
        size = at + n;
        return at;
    }

    /// Whether `n` more candles fit into the columns that there are.
    public boolean hasRoom(int n) {
        return n <= time.length - size;
    }

    /// Makes room for `candles` candles in all, if there is less.
    public void reserve(int candles) {
        if (candles > time.length) {
            resize(candles);
        }
    }

    /// Brings the candles into another order.
    ///
    /// @param order of each place, the place where its candle is now
    public void arrange(int[] order) {
        long[] times = time;
        time = Arrays.stream(order).mapToLong(i -> times[i]).toArray();
        for (int c = 0; c < VALUES; c++) {
            double[] column = values[c];
            values[c] = Arrays.stream(order).mapToDouble(i -> column[i]).toArray();
        }
        size = order.length;
    }

    /// The candles as a series, which takes the columns over.
    ///
    /// @throws IllegalArgumentException if the times do not increase
    public CandleSeries toSeries() {
        if (time.length != size) {
            resize(size);
        }
        return CandleSeries.of(time, values[0], values[1], values[2], values[3], values[4]);
    }

    private void grow(int needed) {
        resize(Math.max(needed, size + (size >> 1) + LEAST));
    }

    /// Column by column, so that there is never twice of everything.
    private void resize(int room) {
        time = Arrays.copyOf(time, room);
        for (int c = 0; c < VALUES; c++) {
            values[c] = Arrays.copyOf(values[c], room);
        }
    }
}
