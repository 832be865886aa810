package plumbline.engine.market;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Candles of one market and timeframe as columns, oldest first. Immutable by contract: the arrays
/// that the accessors return are the series' own, so that kernels run without a copy, and nobody
/// writes to them.
///
/// Units: times in epoch milliseconds UTC (open of the candle), prices in quote currency, volume in
/// base currency.
///
/// Threads: any thread.
public final class CandleSeries {
    private static final int CHECKED_AT_ONCE = 1 << 18;
    private static final CandleSeries EMPTY =
            new CandleSeries(
                    new long[0],
                    new double[0],
                    new double[0],
                    new double[0],
                    new double[0],
                    new double[0]);

    private final long[] openTime;
    private final double[] open;
    private final double[] high;
    private final double[] low;
    private final double[] close;
    private final double[] volume;

    // computed on first use and the same whoever computes them, so a race costs time, not truth
    private volatile @Nullable String fingerprint;
    private volatile @Nullable FixedPoint closePoints;

    private CandleSeries(
            long[] openTime,
            double[] open,
            double[] high,
            double[] low,
            double[] close,
            double[] volume) {
        this.openTime = openTime;
        this.open = open;
        this.high = high;
        this.low = low;
        this.close = close;
        this.volume = volume;
    }

    /// A series without candles.
    public static CandleSeries empty() {
        return EMPTY;
    }

    /// Takes the columns as they are, without a copy; the caller gives them away.
    ///
    /// @throws IllegalArgumentException if the columns differ in length or the times do not
    ///   increase
    public static CandleSeries of(
            long[] openTime,
            double[] open,
            double[] high,
            double[] low,
            double[] close,
            double[] volume) {
        int n = openTime.length;
        if (open.length != n
                || high.length != n
                || low.length != n
                || close.length != n
                || volume.length != n) {
            throw new IllegalArgumentException("columns differ in length, times are " + n);
        }
        int wrong = firstNotLater(openTime);
        if (wrong < n) {
            throw new IllegalArgumentException(
                    "open times must increase, at "
                            + wrong
                            + " came "
                            + openTime[wrong]
                            + " after "
                            + openTime[wrong - 1]);
        }
        return new CandleSeries(openTime, open, high, low, close, volume);
    }

    /// The first time that is not later than the one before it; how many there are, if none is.
    private static int firstNotLater(long[] time) {
        int n = time.length;
        if (n <= CHECKED_AT_ONCE) {
            return firstNotLater(time, 1, n);
        }
        return IntStream.rangeClosed(0, n / CHECKED_AT_ONCE)
                .parallel()
                .map(part -> {
                    int from = part * CHECKED_AT_ONCE;
                    int to = from + Math.min(CHECKED_AT_ONCE, n - from);
                    return firstNotLater(time, Math.max(1, from), to);
                })
                .min()
                .orElse(n);
    }

    private static int firstNotLater(long[] time, int from, int to) {
        for (int i = from; i < to; i++) {
            if (time[i] <= time[i - 1]) {
                return i;
            }
        }
        return time.length;
    }

    /// Candles one by one as a series.
    ///
    /// @param candles oldest first
    /// @throws IllegalArgumentException if the times do not increase
    public static CandleSeries of(Collection<Candle> candles) {
        if (candles.isEmpty()) {
            return EMPTY;
        }
        Builder out = builder(candles.size());
        for (Candle c : candles) {
            out.add(c.openTimeMs(), c.open(), c.high(), c.low(), c.close(), c.volume());
        }
        return out.build();
    }

    /// Series one after the other as one; the one itself if only one has candles.
    ///
    /// @param parts oldest first
    /// @throws IllegalArgumentException if the times do not increase
    public static CandleSeries joined(List<CandleSeries> parts) {
        List<CandleSeries> filled = parts.stream().filter(p -> !p.isEmpty()).toList();
        if (filled.size() <= 1) {
            return filled.isEmpty() ? EMPTY : filled.getFirst();
        }
        int n = filled.stream().mapToInt(CandleSeries::size).sum();
        long[] time = new long[n];
        double[][] values = new double[5][n];
        int at = 0;
        for (CandleSeries part : filled) {
            System.arraycopy(part.openTime, 0, time, at, part.size());
            System.arraycopy(part.open, 0, values[0], at, part.size());
            System.arraycopy(part.high, 0, values[1], at, part.size());
            System.arraycopy(part.low, 0, values[2], at, part.size());
            System.arraycopy(part.close, 0, values[3], at, part.size());
            System.arraycopy(part.volume, 0, values[4], at, part.size());
            at += part.size();
        }
        return of(time, values[0], values[1], values[2], values[3], values[4]);
    }

    public int size() {
        return openTime.length;
    }

    public boolean isEmpty() {
        return openTime.length == 0;
    }

    /// Open times, epoch milliseconds, increasing.
    public long[] openTime() {
        return openTime;
    }

    public double[] open() {
        return open;
    }

    public double[] high() {
        return high;
    }

    public double[] low() {
        return low;
    }

    public double[] close() {
        return close;
    }

    public double[] volume() {
        return volume;
    }

    /// Open time of the oldest candle.
    ///
    /// @throws ArrayIndexOutOfBoundsException if the series is empty
    public long firstOpenMs() {
        return openTime[0];
    }

    /// Open time of the newest candle.
    ///
    /// @throws ArrayIndexOutOfBoundsException if the series is empty
    public long lastOpenMs() {
        return openTime[openTime.length - 1];
    }

    /// The time from the open of the oldest candle to the close of the newest.
    ///
    /// @throws ArrayIndexOutOfBoundsException if the series is empty
    public TimeRange span(Timeframe timeframe) {
        return new TimeRange(firstOpenMs(), timeframe.next(lastOpenMs()));
    }

    public Candle candle(int i) {
        return new Candle(openTime[i], open[i], high[i], low[i], close[i], volume[i]);
    }

    /// Index of the first candle that opened at or after `timeMs`; [#size()] if there is none.
    public int firstAtOrAfter(long timeMs) {
        int at = Arrays.binarySearch(openTime, timeMs);
        return at >= 0 ? at : -at - 1;
    }

    /// Index of the candle that opened at exactly `timeMs`, or a negative number.
    public int indexOf(long timeMs) {
        return Arrays.binarySearch(openTime, timeMs);
    }

    /// Candles `from` to `to` (exclusive) by index; this series itself if that is all of them.
    public CandleSeries slice(int from, int to) {
        if (from == 0 && to == size()) {
            return this;
        }
        return new CandleSeries(
                Arrays.copyOfRange(openTime, from, to),
                Arrays.copyOfRange(open, from, to),
                Arrays.copyOfRange(high, from, to),
                Arrays.copyOfRange(low, from, to),
                Arrays.copyOfRange(close, from, to),
                Arrays.copyOfRange(volume, from, to));
    }

    /// The candles that opened within `range`.
    public CandleSeries between(TimeRange range) {
        return slice(firstAtOrAfter(range.fromMs()), firstAtOrAfter(range.toMs()));
    }

    /// SHA-256 over every bit of every candle, `sha256:` and 64 hex digits: equal for equal candles
    /// however they were stored. Computed once.
    public String fingerprint() {
        String known = fingerprint;
        if (known == null) {
            known = Fingerprint.of(this);
            fingerprint = known;
        }
        return known;
    }

    /// Closes as integers, for sums that are exact. Computed once.
    public FixedPoint closePoints() {
        FixedPoint known = closePoints;
        if (known == null) {
            known = FixedPoint.of(close);
            closePoints = known;
        }
        return known;
    }

    /// A builder that expects about `capacity` candles.
    public static Builder builder(int capacity) {
        return new Builder(capacity);
    }

    /// Collects candles one by one, oldest first. Not thread-safe.
    public static final class Builder {
        private final CandleBuffer candles;

        private Builder(int capacity) {
            candles = new CandleBuffer(capacity);
        }

        public int size() {
            return candles.size();
        }

        /// Appends one candle.
        public Builder add(long time, double o, double h, double l, double c, double v) {
            candles.add(time, o, h, l, c, v);
            return this;
        }

        /// Appends candle `i` of another series.
        public Builder add(CandleSeries from, int i) {
            return add(
                    from.openTime[i],
                    from.open[i],
                    from.high[i],
                    from.low[i],
                    from.close[i],
                    from.volume[i]);
        }

        /// @throws IllegalArgumentException if the times do not increase
        public CandleSeries build() {
            return candles.toSeries();
        }
    }
}
