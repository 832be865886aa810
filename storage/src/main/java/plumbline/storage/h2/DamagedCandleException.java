package plumbline.storage.h2;

import java.time.Instant;
import plumbline.engine.market.SeriesKey;
import plumbline.engine.market.StorageException;

/// A single stored candle is not what was written.
final class DamagedCandleException extends StorageException {
    private static final long serialVersionUID = 1L;

    private final long timeMs;

    DamagedCandleException(SeriesKey key, long timeMs) {
        super(
                "the candle of "
                        + key
                        + " at "
                        + Instant.ofEpochMilli(timeMs)
                        + " is damaged (wrong checksum); run 'plumbline data verify --repair', then"
                        + " import the candles of that time again");
        this.timeMs = timeMs;
    }

    long timeMs() {
        return timeMs;
    }
}
