package plumbline.storage.h2;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import plumbline.engine.market.CandleSeries;
import plumbline.engine.market.SeriesKey;
import plumbline.engine.market.StorageException;
import plumbline.engine.market.TimeRange;
import plumbline.storage.table.CandleSlice;
import plumbline.storage.table.ChunkGrid;
import plumbline.storage.table.ChunkMerge;
import plumbline.storage.table.SeriesTable;

/// Reads the finished candles of one series within one transaction, page by page: those in chunks,
/// with those of the tail laid over them.
final class SeriesReader {
    private final SeriesTable.Row series;
    private final String name;
    private final ChunkTable chunks;
    private final TailTable tail;

    /// @param name of the database, for messages
    SeriesReader(Connection connection, String name, SeriesTable.Row series) {
        this.series = series;
        this.name = name;
        this.chunks = new ChunkTable(connection, series);
        this.tail = new TailTable(connection, series);
    }

    /// All candles that opened within `range`.
    CandleSeries load(TimeRange range) throws SQLException {
        TimeRange left = series.info().overlap(range);
        if (left == null) {
            return CandleSeries.empty();
        }
        CandleColumns columns = new CandleColumns(expected(left));
        while (!left.isEmpty()) {
            left = page(left, columns);
        }
        return columns.toSeries();
    }

    /// Appends the first candles that opened within `range` to `target`.
    ///
    /// @return what is left of the range; empty if that were all
    TimeRange page(TimeRange range, CandleColumns target) throws SQLException {
        long last = ChunkGrid.of(key().timeframe(), range.toMs() - 1);
        // the tail first: what is sealed between the two reads is then seen twice, not never
        CandleSeries recent = tail.finished(range);
        List<Chunk> page = chunks.page(ChunkGrid.of(key().timeframe(), range.fromMs()), last);
        boolean isLast = page.size() < ChunkTable.PAGE;
        long until =
                isLast
                        ? range.toMs()
                        : ChunkGrid.range(key().timeframe(), page.getLast().slot()).toMs();
        TimeRange done = new TimeRange(range.fromMs(), Math.min(until, range.toMs()));
        int t = 0;
        for (Chunk chunk : page) {
            TimeRange slot = ChunkGrid.range(key().timeframe(), chunk.slot());
            t = addTail(recent, t, Math.min(slot.fromMs(), done.toMs()), target);
            int within = recent.firstAtOrAfter(Math.min(slot.toMs(), done.toMs()));
            if (within > t) {
                addMerged(chunk, new CandleSlice(recent, t, within), done, target);
                t = within;
            } else {
                add(chunk, done, target);
            }
        }
        addTail(recent, t, done.toMs(), target);
        return new TimeRange(done.toMs(), range.toMs());
    }

    private static int addTail(CandleSeries recent, int from, long toMs, CandleColumns target) {
        int to = Math.max(from, recent.firstAtOrAfter(toMs));
        target.add(recent, from, to);
        return to;
    }

    private void add(Chunk chunk, TimeRange range, CandleColumns target) {
        boolean whole = chunk.firstMs() >= range.fromMs() && chunk.lastMs() < range.toMs();
        if (whole && chunk.isOfUsualSize()) {
            target.extend(
                    chunk.candles(),
                    at -> {
                        requireSound(chunk);
                        chunk.decode(0, chunk.candles(), target, at);
                    });
            return;
        }
        requireSound(chunk);
        int from = chunk.before(range.fromMs());
        int to = chunk.before(range.toMs());
        if (from < to) {
            target.extend(to - from, at -> chunk.decode(from, to, target, at));
        }
    }

    private void addMerged(Chunk chunk, CandleSlice recent, TimeRange range, CandleColumns target) {
        CandleColumns stored = new CandleColumns(chunk.candles());
        add(chunk, range, stored);
        CandleSeries merged = new ChunkMerge(stored.toSeries(), recent).merged();
        target.add(merged, 0, merged.size());
    }

    /// How many candles there are within `range` if none is missing: exactly as many, for columns
    /// that are too large are copied once more.
    private int expected(TimeRange range) {
        return (int) Math.min(series.info().candles(), key().timeframe().opens(range));
    }

    /// @throws StorageException if the chunk is damaged or of an unknown codec
    void requireSound(Chunk chunk) {
        if (!chunk.isKnownCodec()) {
            throw new StorageException(
                    chunk.text()
                            + " are in "
                            + name
                            + " in a form that this Plumbline does not know (codec "
                            + chunk.codec()
                            + "); update Plumbline");
        }
        if (!chunk.isSound()) {
            throw new StorageException(
                    chunk.text()
                            + " are damaged in "
                            + name
                            + " (wrong checksum); import the candles of that time again, all"
                            + " others can be read");
        }
    }

    private SeriesKey key() {
        return series.info().key();
    }
}
