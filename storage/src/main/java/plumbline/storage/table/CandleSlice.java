package plumbline.storage.table;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import plumbline.engine.market.CandleSeries;
import plumbline.engine.market.Fingerprint;
import plumbline.storage.codec.Checksum;

/// Candles `from` to `to` (exclusive) of a series, at least one, without a copy.
public record CandleSlice(CandleSeries series, int from, int to) {

    /// All of a series.
    public static CandleSlice of(CandleSeries series) {
        return new CandleSlice(series, 0, series.size());
    }

    public int size() {
        return to - from;
    }

    public long firstMs() {
        return series.openTime()[from];
    }

    public long lastMs() {
        return series.openTime()[to - 1];
    }

    /// CRC32C over the candles, as in [plumbline.engine.market.SlotSum].
    public int checksum() {
        ByteBuffer words =
                ByteBuffer.allocate(size() * Fingerprint.BYTES_PER_CANDLE)
                        .order(ByteOrder.LITTLE_ENDIAN);
        Fingerprint.words(series, from, to, words);
        return Checksum.of(words.array());
    }
}
