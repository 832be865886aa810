package plumbline.storage.h2;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalLong;
import plumbline.engine.market.Candle;
import plumbline.engine.market.CandleSeries;
import plumbline.engine.market.StorageException;
import plumbline.engine.market.TimeRange;
import plumbline.storage.codec.Checksum;
import plumbline.storage.table.SeriesTable;

/// SQL of the table `candle_tail`, for one series and one transaction: the candles that came one by
/// one and are not in a chunk yet.
final class TailTable {
    private static final String PUT =
            "MERGE INTO candle_tail(market_id, timeframe_s, time_ms, open, high, low, close,"
                    + " volume, finished, revision, crc) KEY(market_id, timeframe_s, time_ms)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String SELECT =
            "SELECT time_ms, open, high, low, close, volume, finished, revision, crc FROM"
                    + " candle_tail WHERE market_id = ? AND timeframe_s = ? AND finished = ? AND"
                    + " time_ms >= ? AND time_ms < ? ORDER BY market_id, timeframe_s, time_ms";
    private static final byte[] NOTHING = {};

    private final Connection connection;
    private final SeriesTable.Row series;

    TailTable(Connection connection, SeriesTable.Row series) {
        this.connection = connection;
        this.series = series;
    }

    /// Writes candles, over those with the same open time.
    Writer writer() throws SQLException {
        return new Writer(connection.prepareStatement(PUT));
    }

    /// Collects candles and writes them all at once.
    final class Writer implements AutoCloseable {
        private final PreparedStatement statement;

        private Writer(PreparedStatement statement) {
            this.statement = statement;
        }

        void add(Candle candle, boolean finished, long revision) throws SQLException {
            statement.setInt(1, series.marketId());
            statement.setInt(2, series.timeframeS());
            statement.setLong(3, candle.openTimeMs());
            statement.setDouble(4, candle.open());
            statement.setDouble(5, candle.high());
            statement.setDouble(6, candle.low());
            statement.setDouble(7, candle.close());
            statement.setDouble(8, candle.volume());
            statement.setBoolean(9, finished);
            statement.setLong(10, revision);
            statement.setInt(11, crc(candle, finished, revision));
            statement.addBatch();
        }

        void write() throws SQLException {
            statement.executeBatch();
        }

        @Override
        public void close() throws SQLException {
            statement.close();
        }
    }

    /// The finished candles that opened within `range`, oldest first.
    ///
    /// @throws StorageException if one of them is damaged
    CandleSeries finished(TimeRange range) throws SQLException {
        CandleSeries.Builder out = CandleSeries.builder(16);
        try (PreparedStatement select = select(true, range);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                Candle candle = candle(row);
                out.add(
                        candle.openTimeMs(),
                        candle.open(),
                        candle.high(),
                        candle.low(),
                        candle.close(),
                        candle.volume());
            }
        }
        return out.size() == 0 ? CandleSeries.empty() : out.build();
    }

    /// The candle that is still forming: newer than every finished one.
    Optional<Candle> forming() throws SQLException {
        Candle newest = null;
        try (PreparedStatement select = select(false, TimeRange.ALL);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                newest = candle(row);
            }
        }
        boolean over =
                newest == null
                        || series.info().candles() > 0
                                && newest.openTimeMs() <= series.info().lastOpenMs();
        return over ? Optional.empty() : Optional.ofNullable(newest);
    }

    private PreparedStatement select(boolean finished, TimeRange range) throws SQLException {
        PreparedStatement select = connection.prepareStatement(SELECT);
        select.setInt(1, series.marketId());
        select.setInt(2, series.timeframeS());
        select.setBoolean(3, finished);
        select.setLong(4, range.fromMs());
        select.setLong(5, range.toMs());
        return select;
    }

    private Candle candle(ResultSet row) throws SQLException {
        Candle candle =
                new Candle(
                        row.getLong(1),
                        row.getDouble(2),
                        row.getDouble(3),
                        row.getDouble(4),
                        row.getDouble(5),
                        row.getDouble(6));
        if (crc(candle, row.getBoolean(7), row.getLong(8)) != row.getInt(9)) {
            throw new DamagedCandleException(series.info().key(), candle.openTimeMs());
        }
        return candle;
    }

    /// Removes the finished candles that opened within `range`.
    ///
    /// @return how many there were
    int deleteFinished(TimeRange range) throws SQLException {
        return delete("finished = TRUE", range);
    }

    /// Removes candles that were forming and opened within `range`.
    void deleteForming(TimeRange range) throws SQLException {
        delete("finished = FALSE", range);
    }

    /// Open time of the oldest finished candle, empty if there is none. Reads that one only.
    OptionalLong oldest() throws SQLException {
        String sql =
                "SELECT time_ms FROM candle_tail WHERE market_id = ? AND timeframe_s = ? AND"
                        + " finished = TRUE ORDER BY market_id, timeframe_s, time_ms FETCH FIRST 1"
                        + " ROW ONLY";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setInt(1, series.marketId());
            select.setInt(2, series.timeframeS());
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
            }
        }
    }

    /// How many finished candles there are, and from when to when they opened.
    record Size(int candles, long firstMs, long lastMs) {}

    /// Also counts damaged candles.
    Size size() throws SQLException {
        String sql =
                "SELECT COUNT(*), MIN(time_ms), MAX(time_ms) FROM candle_tail WHERE market_id = ?"
                        + " AND timeframe_s = ? AND finished = TRUE";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setInt(1, series.marketId());
            select.setInt(2, series.timeframeS());
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return new Size(row.getInt(1), row.getLong(2), row.getLong(3));
            }
        }
    }

    /// Moves the candles that opened within `range` to where damaged candles are kept.
    ///
    /// @return how many
    int putAside(TimeRange range) throws SQLException {
        String copy =
                "INSERT INTO tail_aside(market_id, timeframe_s, time_ms, open, high, low, close,"
                        + " volume, finished, revision, crc) SELECT market_id, timeframe_s,"
                        + " time_ms, open, high, low, close, volume, finished, revision, crc FROM"
                        + " candle_tail WHERE market_id = ? AND timeframe_s = ? AND time_ms >= ?"
                        + " AND time_ms < ?";
        try (PreparedStatement statement = connection.prepareStatement(copy)) {
            statement.setInt(1, series.marketId());
            statement.setInt(2, series.timeframeS());
            statement.setLong(3, range.fromMs());
            statement.setLong(4, range.toMs());
            statement.executeUpdate();
        }
        return delete("TRUE", range);
    }

    /// Removes all candles.
    void deleteAll() throws SQLException {
        delete("TRUE", TimeRange.ALL);
    }

    private int delete(String which, TimeRange range) throws SQLException {
        String sql =
                "DELETE FROM candle_tail WHERE market_id = ? AND timeframe_s = ? AND "
                        + which
                        + " AND time_ms >= ? AND time_ms < ?";
        try (PreparedStatement delete = connection.prepareStatement(sql)) {
            delete.setInt(1, series.marketId());
            delete.setInt(2, series.timeframeS());
            delete.setLong(3, range.fromMs());
            delete.setLong(4, range.toMs());
            return delete.executeUpdate();
        }
    }

    private int crc(Candle candle, boolean finished, long revision) {
        return Checksum.ofChunk(
                NOTHING,
                series.marketId(),
                series.timeframeS(),
                candle.openTimeMs(),
                Bits.of(candle.open()),
                Bits.of(candle.high()),
                Bits.of(candle.low()),
                Bits.of(candle.close()),
                Bits.of(candle.volume()),
                finished ? 1 : 0,
                revision);
    }
}
