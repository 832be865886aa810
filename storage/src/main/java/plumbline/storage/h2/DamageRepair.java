package plumbline.storage.h2;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import plumbline.engine.market.SeriesCheck.Fault;
import plumbline.engine.market.SeriesCheck.Kind;
import plumbline.engine.market.SeriesInfo;
import plumbline.engine.market.SeriesKey;
import plumbline.engine.market.TimeRange;
import plumbline.storage.table.ChunkGrid;
import plumbline.storage.table.SeriesTable;

/// Puts damaged chunks and rows aside, so that the rest of a series can be read. What is put aside
/// stays in the database, byte for byte.
final class DamageRepair {
    private final H2Database database;
    private final SeriesKey key;

    DamageRepair(H2Database database, SeriesKey key) {
        this.database = database;
        this.key = key;
    }

    /// The time of what was put aside.
    List<TimeRange> putAside() {
        List<TimeRange> gone = new ArrayList<>();
        int before;
        do { // a check sees one damaged row of the tail in each slot
            before = gone.size();
            for (Fault fault : new SeriesVerifier(database, key).verify(() -> false).faults()) {
                TimeRange range = new TimeRange(fault.fromMs(), fault.toMs());
                if (fault.kind() == Kind.DAMAGED
                        && database.write(
                                "put aside damaged candles of " + key, c -> putAside(c, range))) {
                    gone.add(range);
                }
            }
        } while (gone.size() > before);
        return gone;
    }

    private boolean putAside(Connection connection, TimeRange range) throws SQLException {
        SeriesTable.Row series = SeriesTable.lock(connection, key);
        long slot = ChunkGrid.of(key.timeframe(), range.fromMs());
        ChunkTable chunks = new ChunkTable(connection, series);
        Optional<Chunk> chunk = chunks.find(slot).filter(c -> c.damage().isPresent());
        if (chunk.isPresent()) {
            if (chunk.get().isOfNewerVersion()) {
                return false; // nothing is wrong with it
            }
            chunks.putAside(slot);
        } else if (new TailTable(connection, series).putAside(range) == 0) {
            return false;
        }
        SeriesTable.update(connection, recounted(connection, series));
        return true;
    }

    /// What is known of the series, from what is there.
    private static SeriesTable.Row recounted(Connection connection, SeriesTable.Row series)
            throws SQLException {
        String sql =
                "SELECT COALESCE(SUM(candles), 0), COALESCE(MIN(first_ms), 0),"
                        + " COALESCE(MAX(last_ms), 0) FROM candle_chunk WHERE market_id = ? AND"
                        + " timeframe_s = ? AND revision <= ?";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setInt(1, series.marketId());
            select.setInt(2, series.timeframeS());
            select.setLong(3, series.revision());
            try (ResultSet row = select.executeQuery()) {
                row.next();
                SeriesInfo was = series.info();
                SeriesInfo chunks =
                        new SeriesInfo(
                                was.key(),
                                row.getLong(1),
                                row.getLong(2),
                                row.getLong(3),
                                was.source());
                TailTable.Size tail = new TailTable(connection, series).size();
                SeriesTable.Row base =
                        new SeriesTable.Row(series.marketId(), chunks, series.revision());
                return tail.candles() == 0
                        ? new SeriesTable.Row(series.marketId(), chunks, series.revision() + 1)
                        : base.after(
                                tail.candles(),
                                new TimeRange(tail.firstMs(), tail.lastMs()),
                                was.source());
            }
        }
    }
}
