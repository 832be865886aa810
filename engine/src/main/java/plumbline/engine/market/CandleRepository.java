package plumbline.engine.market;

import java.util.List;
import java.util.Optional;

/// Port: where candles are kept. Implemented in `plumbline.storage`. Columns in, columns out.
///
/// Threads: any thread but the FX thread; the calls block. The implementation does its database
/// work on threads of its own, so a caller may be interrupted without harm.
///
/// Errors: every method throws [StorageException] if the store cannot be reached or refuses; a
/// failed write leaves nothing behind.
public interface CandleRepository {

    /// Inserts or replaces by open time, all in one transaction; the same candles again change
    /// nothing.
    ///
    /// @param source where they come from, kept with the series
    UpsertResult upsert(SeriesKey key, CandleSeries candles, String source);

    /// The candles that opened within `range`, oldest first; empty when nothing is stored.
    CandleSeries load(SeriesKey key, TimeRange range);

    /// What is stored of one series, without reading its candles.
    Optional<SeriesInfo> info(SeriesKey key);

    /// What is stored, by market and timeframe.
    List<SeriesInfo> list();

    /// What an [#upsert] did, in candles.
    ///
    /// @param unchanged were there already, bit for bit
    record UpsertResult(int inserted, int updated, int unchanged) {
        public UpsertResult plus(UpsertResult other) {
            return new UpsertResult(
                    inserted + other.inserted,
                    updated + other.updated,
                    unchanged + other.unchanged);
        }
    }
}
