package plumbline.storage.h2;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plumbline.engine.market.CandleRepository.UpsertResult;
import plumbline.engine.market.CandleSeries;
import plumbline.engine.market.SeriesKey;
import plumbline.engine.market.StorageException;
import plumbline.engine.market.TimeRange;
import plumbline.storage.table.CandleSlice;
import plumbline.storage.table.ChunkGrid;
import plumbline.storage.table.ChunkMerge;
import plumbline.storage.table.SeriesTable;

/// Writes chunks of one series within one transaction. A write takes up what the tail has of its
/// slots, so that a candle is never in both.
final class SeriesWriter {
    private static final UpsertResult NOTHING = new UpsertResult(0, 0, 0);

    private final SeriesReader reader;
    private final ChunkTable chunks;
    private final TailTable tail;
    private final H2Database database;
    private final Connection connection;
    private final SeriesTable.Row series;
    private ChunkMerge.@Nullable Conflict conflict;
    private long revision;

    /// @param series locked by this transaction
    SeriesWriter(H2Database database, Connection connection, SeriesTable.Row series) {
        this.series = series;
        this.reader = new SeriesReader(connection, database.name(), series);
        this.database = database;
        this.connection = connection;
        this.chunks = new ChunkTable(connection, series);
        this.tail = new TailTable(connection, series);
        this.revision = series.revision() + 1;
    }

    /// Lays candles over those that are stored.
    ///
    /// @param ahead whether new chunks are written before this transaction ends, see [NewChunks]
    UpsertResult upsert(CandleSeries candles, boolean ahead) throws SQLException {
        NewChunks fresh = new NewChunks(database, connection, series, ahead);
        try {
            UpsertResult result = candles.isEmpty() ? NOTHING : upsert(candles, fresh);
            revision = fresh.finish();
            return result;
        } catch (SQLException | RuntimeException e) {
            removeUnfinished(fresh, e);
            throw e;
        }
    }

    private static void removeUnfinished(NewChunks fresh, Exception because) {
        try {
            fresh.removeUnfinished();
        } catch (StorageException e) {
            because.addSuppressed(e); // the next write does it
        }
    }

    private UpsertResult upsert(CandleSeries candles, NewChunks fresh) throws SQLException {
        long[] time = candles.openTime();
        TimeRange slots = slots(time[0], time[time.length - 1]);
        CandleSeries recent = tail.finished(slots);
        UpsertResult result = NOTHING;
        for (int from = 0, to; from < time.length; from = to) {
            to = ChunkGrid.end(key().timeframe(), time, from);
            result = result.plus(upsert(new CandleSlice(candles, from, to), recent, fresh));
        }
        return result;
    }

    /// The revision that the series has when this write is done.
    long revision() {
        return revision;
    }

    /// Candles of one slot.
    private UpsertResult upsert(CandleSlice added, CandleSeries recent, NewChunks fresh)
            throws SQLException {
        long slot = ChunkGrid.of(key().timeframe(), added.firstMs());
        Optional<Chunk> stored = chunks.find(slot);
        if (stored.isPresent() && isMended(stored.get(), added)) {
            int before = stored.get().candles();
            write(added);
            return new UpsertResult(added.size() - before, before, 0);
        }
        CandleSeries base = base(slot, stored, recent);
        if (base.isEmpty()) {
            ChunkGrid.check(key(), added.size());
            fresh.add(added);
            return new UpsertResult(added.size(), 0, 0);
        }
        ChunkMerge merge = new ChunkMerge(base, added);
        conflict = conflict == null ? merge.conflict() : conflict;
        if (merge.changes()) {
            write(CandleSlice.of(merge.merged()));
        }
        return merge.result();
    }

    /// What the slot holds now, in its chunk and in the tail.
    private CandleSeries base(long slot, Optional<Chunk> stored, CandleSeries recent) {
        CandleSeries inTail = recent.between(ChunkGrid.range(key().timeframe(), slot));
        if (stored.isEmpty()) {
            return inTail;
        }
        reader.requireSound(stored.get());
        CandleSeries inChunk = stored.get().decoded();
        return inTail.isEmpty()
                ? inChunk
                : new ChunkMerge(inChunk, CandleSlice.of(inTail)).merged();
    }

    private void write(CandleSlice candles) throws SQLException {
        ChunkGrid.check(key(), candles.size());
        Chunk chunk = Chunk.of(series, candles, series.revision() + 1);
        chunks.write(chunk);
        tail.deleteFinished(ChunkGrid.range(key().timeframe(), chunk.slot()));
    }

    /// Makes the slots that `range` touches hold exactly `candles`, whatever was in them.
    void replace(TimeRange range, CandleSeries candles) throws SQLException {
        chunks.delete(
                ChunkGrid.of(key().timeframe(), range.fromMs()),
                ChunkGrid.of(key().timeframe(), range.toMs() - 1));
        long[] time = candles.openTime();
        for (int from = 0, to; from < time.length; from = to) {
            to = ChunkGrid.end(key().timeframe(), time, from);
            write(new CandleSlice(candles, from, to));
        }
    }

    /// Moves finished candles from the tail into chunks.
    ///
    /// @return whether there were any
    boolean seal() throws SQLException {
        CandleSeries recent = tail.finished(TimeRange.ALL);
        long[] time = recent.openTime();
        for (int from = 0, to; from < time.length; from = to) {
            to = ChunkGrid.end(key().timeframe(), time, from);
            long slot = ChunkGrid.of(key().timeframe(), time[from]);
            write(CandleSlice.of(base(slot, chunks.find(slot), recent)));
        }
        if (!recent.isEmpty()) {
            tail.deleteForming(new TimeRange(Long.MIN_VALUE, recent.lastOpenMs()));
        }
        return !recent.isEmpty();
    }

    /// The first candle that was stored otherwise than it came now, if there is one.
    ChunkMerge.@Nullable Conflict conflict() {
        return conflict;
    }

    /// Damaged candles are mended by candles that leave out none of their time.
    private static boolean isMended(Chunk damaged, CandleSlice by) {
        return damaged.isKnownCodec()
                && !damaged.isSound()
                && by.size() >= damaged.candles()
                && by.firstMs() <= damaged.firstMs()
                && by.lastMs() >= damaged.lastMs();
    }

    private TimeRange slots(long firstMs, long lastMs) {
        return new TimeRange(
                ChunkGrid.range(key().timeframe(), ChunkGrid.of(key().timeframe(), firstMs))
                        .fromMs(),
                ChunkGrid.range(key().timeframe(), ChunkGrid.of(key().timeframe(), lastMs)).toMs());
    }

    private SeriesKey key() {
        return series.info().key();
    }
}
