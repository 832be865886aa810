package plumbline.engine.market;

/// What a slot of a series holds.
///
/// @param slot its number, counted from the epoch
/// @param candles how many finished candles are in it
/// @param checksum CRC32C over them: each candle's open time, open, high, low, close and volume as
///   little-endian 64-bit words
/// @param revision grows with every change of the series; of this slot, the one that last changed
///   it
public record SlotSum(long slot, int candles, int checksum, long revision) {
    /// Whether both hold the same candles.
    public boolean sameCandles(SlotSum other) {
        return slot == other.slot && candles == other.candles && checksum == other.checksum;
    }
}
