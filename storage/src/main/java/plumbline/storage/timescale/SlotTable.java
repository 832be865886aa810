package plumbline.storage.timescale;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import plumbline.engine.market.SlotSum;
import plumbline.storage.table.SeriesTable;

/// SQL of the table `slot`, for one series and one transaction: what the slots hold, so that a
/// reader need not fetch what it has.
final class SlotTable {
    /// Candles of a slot that has changed since it was last summed up.
    static final int OPEN = -1;

    private final Connection connection;
    private final SeriesTable.Row series;

    SlotTable(Connection connection, SeriesTable.Row series) {
        this.connection = connection;
        this.series = series;
    }

    /// The slots `from` to `to`, oldest first; those that are open have [#OPEN] candles.
    List<SlotSum> list(long from, long to) throws SQLException {
        String sql =
                "SELECT slot, candles, checksum, revision FROM slot WHERE market_id = ? AND"
                        + " timeframe_s = ? AND slot >= ? AND slot <= ? ORDER BY slot";
        List<SlotSum> all = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            bind(select, 1);
            select.setLong(3, from);
            select.setLong(4, to);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    all.add(
                            new SlotSum(
                                    row.getLong(1),
                                    row.getInt(2),
                                    (int) row.getLong(3),
                                    row.getLong(4)));
                }
            }
        }
        return all;
    }

    /// Notes what slots hold now.
    void put(List<SlotSum> slots) throws SQLException {
        String sql =
                "INSERT INTO slot(market_id, timeframe_s, slot, candles, checksum, revision) VALUES"
                        + " (?, ?, ?, ?, ?, ?) ON CONFLICT (market_id, timeframe_s, slot) DO UPDATE"
                        + " SET candles = excluded.candles, checksum = excluded.checksum, revision"
                        + " = excluded.revision";
        try (PreparedStatement put = connection.prepareStatement(sql)) {
            for (SlotSum slot : slots) {
                bind(put, 1);
                put.setLong(3, slot.slot());
                put.setInt(4, slot.candles());
                put.setLong(5, slot.checksum());
                put.setLong(6, slot.revision());
                put.addBatch();
            }
            put.executeBatch();
        }
    }

    /// Removes all slots.
    void deleteAll() throws SQLException {
        String sql = "DELETE FROM slot WHERE market_id = ? AND timeframe_s = ?";
        try (PreparedStatement delete = connection.prepareStatement(sql)) {
            bind(delete, 1);
            delete.executeUpdate();
        }
    }

    private void bind(PreparedStatement statement, int at) throws SQLException {
        statement.setInt(at, series.marketId());
        statement.setInt(at + 1, series.timeframeS());
    }
}
