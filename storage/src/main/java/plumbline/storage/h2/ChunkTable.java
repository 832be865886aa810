package plumbline.storage.h2;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import plumbline.storage.table.SeriesTable;

/// SQL of the table `candle_chunk`, for one series and one transaction. A chunk of a later revision
/// than the series is not there yet: it is being written, see [NewChunks].
final class ChunkTable {
    /// So many chunks are in memory as bytes at once.
    static final int PAGE = 16;

    private static final String COLUMNS =
            "slot, candles, first_ms, last_ms, codec, crc, revision, lowest, highest, volume, gaps,"
                    + " checksum, data";
    private static final String SELECT =
            "SELECT "
                    + COLUMNS
                    + " FROM candle_chunk WHERE market_id = ? AND timeframe_s = ? AND revision <="
                    + " ?";
    private static final String PUT =
            "MERGE INTO candle_chunk("
                    + COLUMNS
                    + ", market_id, timeframe_s) KEY(market_id, timeframe_s, slot) VALUES (?, ?, ?,"
                    + " ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private final Connection connection;
    private final SeriesTable.Row series;

    ChunkTable(Connection connection, SeriesTable.Row series) {
        this.connection = connection;
        this.series = series;
    }

    /// The chunk of one slot, sound or not.
    Optional<Chunk> find(long slot) throws SQLException {
        List<Chunk> found = page(slot, slot);
        return found.isEmpty() ? Optional.empty() : Optional.of(found.getFirst());
    }

    /// The first chunks of the slots `from` to `to`, as many as fit on a page.
    List<Chunk> page(long from, long to) throws SQLException {
        String sql =
                SELECT
                        + " AND slot >= ? AND slot <= ? ORDER BY market_id, timeframe_s, slot"
                        + " FETCH FIRST "
                        + PAGE
                        + " ROWS ONLY";
        List<Chunk> page = new ArrayList<>(PAGE);
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            bind(select, 1);
            select.setLong(3, series.revision());
            select.setLong(4, from);
            select.setLong(5, to);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    page.add(chunk(row));
                }
            }
        }
        return page;
    }

    /// Writes the chunk of a slot, over the one that is there.
    void write(Chunk chunk) throws SQLException {
        try (PreparedStatement put = connection.prepareStatement(PUT)) {
            ChunkSummary summary = chunk.summary();
            put.setLong(1, chunk.slot());
            put.setInt(2, chunk.candles());
            put.setLong(3, chunk.firstMs());
            put.setLong(4, chunk.lastMs());
            put.setShort(5, chunk.codec());
            put.setInt(6, chunk.crc());
            put.setLong(7, chunk.revision());
            put.setDouble(8, summary.lowest());
            put.setDouble(9, summary.highest());
            put.setDouble(10, summary.volume());
            put.setInt(11, summary.gaps());
            put.setInt(12, summary.checksum());
            put.setBytes(13, chunk.data());
            bind(put, 14);
            put.executeUpdate();
        }
    }

    /// Moves the chunk of a slot to where damaged chunks are kept.
    void putAside(long slot) throws SQLException {
        String copy =
                "INSERT INTO chunk_aside(market_id, timeframe_s, slot, candles, first_ms, last_ms,"
                        + " codec, crc, revision, data) SELECT market_id, timeframe_s, slot,"
                        + " candles, first_ms, last_ms, codec, crc, revision, data FROM"
                        + " candle_chunk WHERE market_id = ? AND timeframe_s = ? AND slot = ?";
        try (PreparedStatement statement = connection.prepareStatement(copy)) {
            bind(statement, 1);
            statement.setLong(3, slot);
            statement.executeUpdate();
        }
        String remove =
                "DELETE FROM candle_chunk WHERE market_id = ? AND timeframe_s = ? AND slot = ?";
        try (PreparedStatement statement = connection.prepareStatement(remove)) {
            bind(statement, 1);
            statement.setLong(3, slot);
            statement.executeUpdate();
        }
    }

    /// Removes the chunks of the slots `from` to `to`.
    void delete(long from, long to) throws SQLException {
        String sql =
                "DELETE FROM candle_chunk WHERE market_id = ? AND timeframe_s = ? AND slot >= ? AND"
                        + " slot <= ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, 1);
            statement.setLong(3, from);
            statement.setLong(4, to);
            statement.executeUpdate();
        }
    }

    /// Removes chunks that somebody began to write and did not finish.
    void deleteUnfinished() throws SQLException {
        String sql =
                "DELETE FROM candle_chunk WHERE market_id = ? AND timeframe_s = ? AND revision > ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, 1);
            statement.setLong(3, series.revision());
            statement.executeUpdate();
        }
    }

    /// Removes all chunks of the series.
    void deleteAll() throws SQLException {
        String sql = "DELETE FROM candle_chunk WHERE market_id = ? AND timeframe_s = ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, 1);
            statement.executeUpdate();
        }
    }

    private void bind(PreparedStatement statement, int at) throws SQLException {
        statement.setInt(at, series.marketId());
        statement.setInt(at + 1, series.timeframeS());
    }

    private Chunk chunk(ResultSet row) throws SQLException {
        return new Chunk(
                series,
                row.getLong(1),
                row.getInt(2),
                row.getLong(3),
                row.getLong(4),
                row.getShort(5),
                row.getInt(6),
                row.getLong(7),
                new ChunkSummary(
                        row.getDouble(8),
                        row.getDouble(9),
                        row.getDouble(10),
                        row.getInt(11),
                        row.getInt(12)),
                row.getBytes(13));
    }
}
