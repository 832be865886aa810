package plumbline.storage.h2;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import plumbline.engine.market.CandleSeries;
import plumbline.engine.market.Timeframe;
import plumbline.storage.table.CandleSlice;
import plumbline.storage.table.ChunkGrid;
import plumbline.storage.table.SeriesTable;

/// Writes candles into slots that are empty.
///
/// A few are written in the transaction of the caller. Many are written ahead of it, in short
/// transactions of their own, under a revision that the series does not have yet: nobody sees them
/// until the caller commits the series with that revision, and what is left of a write that failed
/// is removed by the next one. H2 writes what it has not committed yet to the file again when it
/// commits, so one long transaction would take twice the time and leave a file of twice the size.
///
/// Chunks are packed on all processors.
final class NewChunks {
    /// So many chunks are written at once; twice as many are in memory.
    private static final int BATCH = 64;

    /// Far enough ahead that no series gets there one change after the other.
    private static final long AHEAD = 1L << 30;

    private final H2Database database;
    private final ChunkTable chunks;
    private final SeriesTable.Row series;
    private final Deque<SharedWork<Chunk>> packings = new ArrayDeque<>();
    private final boolean many;
    private final long revision;
    private boolean begun;

    /// @param connection of the caller's transaction
    /// @param series locked by this transaction; its row must be committed if there are many
    /// @param many whether they are written ahead
    NewChunks(H2Database database, Connection connection, SeriesTable.Row series, boolean many) {
        this.database = database;
        this.series = series;
        this.chunks = new ChunkTable(connection, series);
        this.many = many;
        this.revision = series.revision() + (many ? AHEAD : 1);
    }

    /// Whether candles may be of so many slots that they are written ahead.
    static boolean areMany(Timeframe timeframe, CandleSeries candles) {
        return !candles.isEmpty()
                && ChunkGrid.of(timeframe, candles.lastOpenMs())
                                - ChunkGrid.of(timeframe, candles.firstOpenMs())
                        >= BATCH - 1;
    }

    /// The candles of an empty slot.
    void add(CandleSlice slot) throws SQLException {
        if (packings.size() == 2 * BATCH) { // one half is packed while the other is written
            write();
        }
        SharedWork<Chunk> packing = new SharedWork<>(() -> Chunk.of(series, slot, revision));
        if (!packings.isEmpty()) { // a single one is done sooner here
            packing.offer();
        }
        packings.add(packing);
    }

    /// Writes what is left.
    ///
    /// @return the revision that the series must have for all of them to be seen
    long finish() throws SQLException {
        while (!packings.isEmpty()) {
            write();
        }
        return begun ? revision : series.revision() + 1;
    }

    /// Writes the next chunks.
    private void write() throws SQLException {
        List<Chunk> packed = new ArrayList<>(BATCH);
        while (packed.size() < BATCH && !packings.isEmpty()) {
            packed.add(packings.remove().get());
        }
        if (!many) {
            write(chunks, packed);
            return;
        }
        if (!begun) {
            begun = true;
            removeUnfinished();
        }
        database.writeAhead(
                "store " + series.info().key(),
                connection -> {
                    write(new ChunkTable(connection, series), packed);
                    return packed;
                });
    }

    private static void write(ChunkTable table, List<Chunk> packed) throws SQLException {
        for (Chunk chunk : packed) {
            table.write(chunk);
        }
    }

    /// Removes what was written ahead.
    void removeUnfinished() {
        if (begun) {
            database.writeAhead(
                    "remove unfinished candles of " + series.info().key(),
                    connection -> {
                        new ChunkTable(connection, series).deleteUnfinished();
                        return series;
                    });
        }
    }
}
