package plumbline.storage.codec;

import java.util.Objects;

/// Snapshots of an order book. Level `k` of snapshot `i` is at `i * depth + k` of each of the four
/// columns, the best price first; a level that is missing has NaN as price and size. The arrays are
/// the caller's, and as long as is needed at least.
///
/// @param depth levels of each side
/// @param time milliseconds, one for each snapshot
public record BookColumns(
        int depth,
        long[] time,
        double[] bidPrice,
        double[] bidSize,
        double[] askPrice,
        double[] askSize) {

    /// Columns with room for `n` snapshots.
    public static BookColumns of(int n, int depth) {
        int levels = n * depth;
        return new BookColumns(
                depth,
                new long[n],
                new double[levels],
                new double[levels],
                new double[levels],
                new double[levels]);
    }

    void checkRoom(int at, int n) {
        Objects.checkFromIndexSize(at, n, time.length);
        for (double[] column : new double[][] {bidPrice, bidSize, askPrice, askSize}) {
            Objects.checkFromIndexSize((long) at * depth, (long) n * depth, column.length);
        }
    }
}
