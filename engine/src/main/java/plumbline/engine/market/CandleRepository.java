package plumbline.engine.market;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// Port: where candles are kept. Implemented in `plumbline.storage`. Columns in, columns out.
///
/// A series has finished candles, which every read gives, and at its end at most one that is still
/// forming, which only [#forming] gives: nothing that computes ever sees half a candle.
///
/// Threads: any thread but the FX thread; the calls block. The implementation does its database
/// work on threads of its own, so a caller may be interrupted without harm.
///
/// Errors: every method throws [StorageException] if the store cannot be reached or refuses; a
/// failed write leaves nothing behind.
public interface CandleRepository {
    /// Candles in a slot: candles are kept, counted and checked in stretches of this many
    /// timeframes, whose borders are fixed.
    int SLOT = 8192;

    /// Inserts or replaces by open time, all in one transaction; the same candles again change
    /// nothing.
    ///
    /// @param asked the span of time that the source was asked for: what it did not give within it,
    ///   it does not have
    /// @param source where they come from, kept with the series
    UpsertResult upsert(SeriesKey key, CandleSeries candles, TimeRange asked, String source);

    /// Like [#upsert(SeriesKey, CandleSeries, TimeRange, String)], of a source that was asked for
    /// the time from the first candle to the end of the last one.
    default UpsertResult upsert(SeriesKey key, CandleSeries candles, String source) {
        return candles.isEmpty()
                ? new UpsertResult(0, 0, 0)
                : upsert(key, candles, candles.span(key.timeframe()), source);
    }

    /// Inserts or replaces what just happened, of any number of series, in one transaction. Made
    /// for one call a second: what was given in the last half second may be lost if the process is
    /// killed, and can be fetched again.
    void live(List<LiveCandle> candles, String source);

    /// The finished candles that opened within `range`, oldest first; empty when nothing is stored.
    CandleSeries load(SeriesKey key, TimeRange range);

    /// Hands the finished candles that opened within `range` to `sink`, oldest first, in blocks of
    /// at most a few slots: the memory that it takes does not depend on how many there are.
    ///
    /// @param cancelled looked at between two blocks
    /// @throws java.util.concurrent.CancellationException if `cancelled` says so
    void stream(
            SeriesKey key, TimeRange range, Consumer<CandleSeries> sink, BooleanSupplier cancelled);

    /// The candle that is still forming, if there is one.
    Optional<Candle> forming(SeriesKey key);

    /// What is stored of one series, without reading its candles.
    Optional<SeriesInfo> info(SeriesKey key);

    /// What is stored, by market and timeframe.
    List<SeriesInfo> list();

    /// A text that is another after every change of the series, also if it was deleted and stored
    /// anew; empty if the store cannot tell without reading candles. What was computed of the
    /// finished candles holds while it stays the same.
    default String version(SeriesKey key) {
        return "";
    }

    /// What was asked for, oldest first, without overlap: tells "never asked" from "asked, and
    /// there was nothing".
    List<Covered> coverage(SeriesKey key);

    /// What the slots hold, oldest first: two stores that give the same sums hold the same candles.
    List<SlotSum> sums(SeriesKey key);

    /// Reads every candle and compares it with all that is known of it.
    ///
    /// @param cancelled looked at between two blocks
    /// @throws java.util.concurrent.CancellationException if `cancelled` says so
    SeriesVerdict verify(SeriesKey key, BooleanSupplier cancelled);

    /// Puts aside what is damaged in a series, so that the rest can be read as one. The time of it
    /// stays asked for: it is a gap until its candles come again. Nothing is thrown away.
    ///
    /// @return the times that were put aside
    List<TimeRange> putAside(SeriesKey key);

    /// Removes a series with all that is known of it.
    ///
    /// @return whether there was one
    boolean delete(SeriesKey key);

    /// SHA-256 over the candles within `range`, as [CandleSeries#fingerprint()] gives it: equal in
    /// every store that holds equal candles.
    default String fingerprint(SeriesKey key, TimeRange range) {
        Fingerprint.OfCandles fingerprint = new Fingerprint.OfCandles();
        stream(key, range, fingerprint::add, () -> false);
        return fingerprint.text();
    }

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
