package plumbline.storage.h2;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import plumbline.engine.market.CandleRepository;
import plumbline.engine.market.CandleSeries;
import plumbline.engine.market.SeriesInfo;
import plumbline.engine.market.SeriesKey;
import plumbline.engine.market.TimeRange;

/// Candles in H2: chunks of fixed slots, of which a write touches only those it has candles for,
/// and a read only those within its range.
public final class H2CandleRepository implements CandleRepository {
    private final H2Database database;

    public H2CandleRepository(H2Database database) {
        this.database = database;
    }

    @Override
    public UpsertResult upsert(SeriesKey key, CandleSeries candles, String source) {
        if (candles.isEmpty()) {
            return new UpsertResult(0, 0, 0);
        }
        HomeSpace.require(database.file(), key, candles.size());
        return database.write("store " + key, c -> upsert(c, key, candles, source));
    }

    private UpsertResult upsert(
            Connection connection, SeriesKey key, CandleSeries candles, String source)
            throws SQLException {
        SeriesTable.Row series = SeriesTable.lock(connection, key);
        ChunkTable chunks = new ChunkTable(connection, database.file(), series);
        UpsertResult result = new UpsertResult(0, 0, 0);
        long[] time = candles.openTime();
        for (int from = 0, to; from < time.length; from = to) {
            to = Slots.end(key.timeframe(), time, from);
            result = result.plus(upsert(chunks, key, new CandleSlice(candles, from, to)));
        }
        if (result.inserted() + result.updated() > 0) {
            series.changed(connection, result.inserted(), CandleSlice.of(candles), source);
        }
        return result;
    }

    /// Candles of one slot.
    private static UpsertResult upsert(ChunkTable chunks, SeriesKey key, CandleSlice added)
            throws SQLException {
        long slot = Slots.of(key.timeframe(), added.firstMs());
        Optional<ChunkTable.Chunk> stored = chunks.find(slot);
        if (stored.isEmpty()) {
            Slots.check(key, added.size());
            chunks.write(slot, added, 1);
            return new UpsertResult(added.size(), 0, 0);
        }
        ChunkTable.Chunk chunk = stored.get();
        if (isMended(chunk, added)) {
            Slots.check(key, added.size());
            chunks.write(slot, added, chunk.revision() + 1);
            return new UpsertResult(added.size() - chunk.candles(), chunk.candles(), 0);
        }
        chunks.requireSound(chunk);
        ChunkMerge merge = new ChunkMerge(ChunkCodec.decode(chunk), added);
        if (merge.changes()) {
            Slots.check(key, merge.merged().size());
            chunks.write(slot, CandleSlice.of(merge.merged()), chunk.revision() + 1);
        }
        return merge.result();
    }

    /// Damaged candles are mended by candles that leave out none of their time.
    private static boolean isMended(ChunkTable.Chunk damaged, CandleSlice by) {
        return !damaged.isSound()
                && by.size() >= damaged.candles()
                && by.firstMs() <= damaged.firstMs()
                && by.lastMs() >= damaged.lastMs();
    }

    @Override
    public CandleSeries load(SeriesKey key, TimeRange range) {
        return database.read("load " + key, c -> load(c, key, range));
    }

    private CandleSeries load(Connection connection, SeriesKey key, TimeRange range)
            throws SQLException {
        Optional<SeriesTable.Row> found = SeriesTable.find(connection, key);
        if (found.isEmpty()) {
            return CandleSeries.empty();
        }
        SeriesInfo info = found.get().info();
        if (range.fromMs() > info.lastOpenMs() || range.toMs() <= info.firstOpenMs()) {
            return CandleSeries.empty();
        }
        long from = Math.max(range.fromMs(), info.firstOpenMs());
        long to = Math.min(range.toMs() - 1, info.lastOpenMs());
        if (from > to) {
            return CandleSeries.empty();
        }
        CandleColumns columns = new CandleColumns(expected(info, from, to));
        new ChunkTable(connection, database.file(), found.get()).load(from, to, columns);
        return columns.toSeries();
    }

    /// How many candles there are from `fromMs` to `toMs` if none is missing.
    private static int expected(SeriesInfo info, long fromMs, long toMs) {
        long room = info.key().timeframe().steps(fromMs, toMs) + 1;
        return (int) Math.min(info.candles(), room);
    }

    @Override
    public Optional<SeriesInfo> info(SeriesKey key) {
        return database.read(
                "look up " + key, c -> SeriesTable.find(c, key).map(SeriesTable.Row::info));
    }

    @Override
    public List<SeriesInfo> list() {
        return database.read("list the candles in " + database.file(), SeriesTable::list);
    }
}
