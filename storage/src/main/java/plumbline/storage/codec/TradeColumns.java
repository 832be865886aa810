package plumbline.storage.codec;

import java.util.Objects;

/// Columns of trades, all of them as long as is needed at least. The arrays are the caller's.
///
/// @param time milliseconds
/// @param side who took: 1 the buyer, -1 the seller, 0 unknown
/// @param id the venue's number of the trade
public record TradeColumns(long[] time, double[] price, double[] size, byte[] side, long[] id) {

    /// Columns with room for `n` trades.
    public static TradeColumns of(int n) {
        return new TradeColumns(
                new long[n], new double[n], new double[n], new byte[n], new long[n]);
    }

    void checkRoom(int at, int n) {
        Objects.checkFromIndexSize(at, n, time.length);
        Objects.checkFromIndexSize(at, n, price.length);
        Objects.checkFromIndexSize(at, n, size.length);
        Objects.checkFromIndexSize(at, n, side.length);
        Objects.checkFromIndexSize(at, n, id.length);
    }
}
