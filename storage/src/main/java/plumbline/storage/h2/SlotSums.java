package plumbline.storage.h2;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import plumbline.engine.market.CandleSeries;
import plumbline.engine.market.SeriesKey;
import plumbline.engine.market.SlotSum;
import plumbline.engine.market.TimeRange;
import plumbline.storage.table.CandleSlice;
import plumbline.storage.table.ChunkGrid;
import plumbline.storage.table.ChunkMerge;
import plumbline.storage.table.SeriesTable;

/// What the slots of a series hold, from what is noted of chunks; only slots that the tail changes
/// are read.
final class SlotSums {
    private final H2Database database;
    private final SeriesKey key;

    SlotSums(H2Database database, SeriesKey key) {
        this.database = database;
        this.key = key;
    }

    /// By slot, oldest first.
    List<SlotSum> sums() {
        return database.read(
                "sum up " + key,
                connection -> {
                    Optional<SeriesTable.Row> series = SeriesTable.find(connection, key);
                    return series.isEmpty() ? List.of() : sums(connection, series.get());
                });
    }

    private List<SlotSum> sums(Connection connection, SeriesTable.Row series) throws SQLException {
        SeriesReader reader = new SeriesReader(connection, database.name(), series);
        ChunkTable chunks = new ChunkTable(connection, series);
        CandleSeries recent = new TailTable(connection, series).finished(TimeRange.ALL);
        List<SlotSum> sums = new ArrayList<>();
        long from = Long.MIN_VALUE;
        for (List<Chunk> page = chunks.page(from, Long.MAX_VALUE);
                !page.isEmpty();
                page = chunks.page(from, Long.MAX_VALUE)) {
            for (Chunk chunk : page) {
                reader.requireSound(chunk);
                sums.add(sum(chunk, recent));
            }
            from = page.getLast().slot() + 1;
        }
        long[] time = recent.openTime();
        for (int i = 0, to; i < time.length; i = to) {
            to = ChunkGrid.end(key.timeframe(), time, i);
            long slot = ChunkGrid.of(key.timeframe(), time[i]);
            if (sums.stream().noneMatch(s -> s.slot() == slot)) {
                CandleSlice slice = new CandleSlice(recent, i, to);
                sums.add(new SlotSum(slot, slice.size(), slice.checksum(), series.revision()));
            }
        }
        sums.sort(Comparator.comparingLong(SlotSum::slot));
        return sums;
    }

    private SlotSum sum(Chunk chunk, CandleSeries recent) {
        CandleSeries inTail = recent.between(ChunkGrid.range(key.timeframe(), chunk.slot()));
        if (inTail.isEmpty() && chunk.codec() == Chunk.COMPRESSED) {
            return new SlotSum(
                    chunk.slot(), chunk.candles(), chunk.summary().checksum(), chunk.revision());
        }
        CandleSeries candles = chunk.decoded();
        if (!inTail.isEmpty()) {
            candles = new ChunkMerge(candles, CandleSlice.of(inTail)).merged();
        }
        return new SlotSum(
                chunk.slot(), candles.size(), CandleSlice.of(candles).checksum(), chunk.revision());
    }
}
