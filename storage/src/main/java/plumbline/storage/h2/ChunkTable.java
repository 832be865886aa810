package plumbline.storage.h2;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import plumbline.engine.market.SeriesKey;
import plumbline.engine.market.StorageException;

/// SQL of the table `candle_chunk`, for one series and one transaction.
final class ChunkTable {
    // so many chunks are in memory as bytes at once
    private static final int PAGE = 16;

    private static final String SELECT =
            "SELECT slot, candles, first_ms, last_ms, codec, crc, revision, data FROM candle_chunk"
                    + " WHERE market_id = ? AND timeframe_s = ?";

    private final Connection connection;
    private final Path file;
    private final SeriesTable.Row series;

    /// @param file of the database, for messages
    ChunkTable(Connection connection, Path file, SeriesTable.Row series) {
        this.connection = connection;
        this.file = file;
        this.series = series;
    }

    /// A chunk as it is stored; its bytes may be damaged.
    record Chunk(
            long slot,
            int candles,
            long firstMs,
            long lastMs,
            short codec,
            int crc,
            int revision,
            byte[] data) {

        boolean isSound() {
            return ChunkCodec.fits(data, candles) && ChunkCodec.crc(data) == crc;
        }
    }

    /// The chunk of one slot, sound or not.
    Optional<Chunk> find(long slot) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT + " AND slot = ?")) {
            bind(select);
            select.setLong(3, slot);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(chunk(row)) : Optional.empty();
            }
        }
    }

    /// Appends the candles that opened within `[fromMs, toMs]` to `target`, page by page.
    ///
    /// @throws StorageException if a chunk is damaged
    void load(long fromMs, long toMs, CandleColumns target) throws SQLException {
        long slot = Slots.of(key().timeframe(), fromMs);
        long last = Slots.of(key().timeframe(), toMs);
        while (slot <= last) {
            List<Chunk> page = page(slot, last);
            for (Chunk chunk : page) {
                requireSound(chunk);
                int n = chunk.candles();
                int from =
                        chunk.firstMs() >= fromMs ? 0 : ChunkCodec.before(chunk.data(), n, fromMs);
                int to = chunk.lastMs() <= toMs ? n : ChunkCodec.before(chunk.data(), n, toMs + 1);
                ChunkCodec.decode(chunk.data(), n, from, to, target);
            }
            if (page.size() < PAGE) {
                return;
            }
            slot = page.getLast().slot() + 1;
        }
    }

    private List<Chunk> page(long fromSlot, long toSlot) throws SQLException {
        String sql =
                SELECT
                        + " AND slot >= ? AND slot <= ? ORDER BY market_id, timeframe_s, slot"
                        + " FETCH FIRST "
                        + PAGE
                        + " ROWS ONLY";
        List<Chunk> page = new ArrayList<>(PAGE);
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            bind(select);
            select.setLong(3, fromSlot);
            select.setLong(4, toSlot);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    page.add(chunk(row));
                }
            }
        }
        return page;
    }

    /// @throws StorageException if the chunk is damaged or of an unknown codec
    void requireSound(Chunk chunk) {
        if (chunk.codec() != ChunkCodec.PLAIN) {
            throw new StorageException(
                    span(chunk)
                            + " are in "
                            + file
                            + " in a form that this Plumbline does not know (codec "
                            + chunk.codec()
                            + "); update Plumbline");
        }
        if (!chunk.isSound()) {
            throw new StorageException(
                    span(chunk)
                            + " are damaged in "
                            + file
                            + " (wrong checksum); import the candles of that time again, all"
                            + " others can be read");
        }
    }

    private String span(Chunk chunk) {
        return chunk.candles()
                + " candles of "
                + key()
                + " from "
                + Instant.ofEpochMilli(chunk.firstMs())
                + " to "
                + Instant.ofEpochMilli(chunk.lastMs());
    }

    /// Writes the chunk of a slot, over the one that is there.
    ///
    /// @param revision 1 for a new chunk, else one more than that of the one it replaces
    void write(long slot, CandleSlice candles, int revision) throws SQLException {
        byte[] data = ChunkCodec.encode(candles);
        String sql =
                revision == 1
                        ? "INSERT INTO candle_chunk(candles, first_ms, last_ms, codec, crc,"
                                + " revision, data, market_id, timeframe_s, slot) VALUES (?, ?, ?,"
                                + " ?, ?, ?, ?, ?, ?, ?)"
                        : "UPDATE candle_chunk SET candles = ?, first_ms = ?, last_ms = ?, codec ="
                                + " ?, crc = ?, revision = ?, data = ? WHERE market_id = ? AND"
                                + " timeframe_s = ? AND slot = ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setInt(1, candles.size());
            statement.setLong(2, candles.firstMs());
            statement.setLong(3, candles.lastMs());
            statement.setShort(4, ChunkCodec.PLAIN);
            statement.setInt(5, ChunkCodec.crc(data));
            statement.setInt(6, revision);
            statement.setBytes(7, data);
            statement.setInt(8, series.marketId());
            statement.setInt(9, series.timeframeS());
            statement.setLong(10, slot);
            statement.executeUpdate();
        }
    }

    private SeriesKey key() {
        return series.info().key();
    }

    private void bind(PreparedStatement statement) throws SQLException {
        statement.setInt(1, series.marketId());
        statement.setInt(2, series.timeframeS());
    }

    private static Chunk chunk(ResultSet row) throws SQLException {
        return new Chunk(
                row.getLong(1),
                row.getInt(2),
                row.getLong(3),
                row.getLong(4),
                row.getShort(5),
                row.getInt(6),
                row.getInt(7),
                row.getBytes(8));
    }
}
