package plumbline.storage.h2;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import plumbline.engine.market.MarketId;
import plumbline.engine.market.SeriesInfo;
import plumbline.engine.market.SeriesKey;
import plumbline.engine.market.Timeframe;

/// SQL of the tables `market` and `series`.
final class SeriesTable {
    private static final int MONTH = -1;
    private static final int LONGEST_SOURCE = 200;
    private static final String COLUMNS =
            "SELECT m.market_id, m.market, s.timeframe_s, s.source, s.candles, s.first_ms,"
                    + " s.last_ms FROM series s JOIN market m ON m.market_id = s.market_id";

    private SeriesTable() {}

    /// A series as it is stored.
    ///
    /// @param marketId its market's number
    record Row(int marketId, SeriesInfo info) {
        int timeframeS() {
            return seconds(info.key().timeframe());
        }

        /// Brings what is known of the series up to date after candles were written.
        ///
        /// @param inserted how many candles came to it
        void changed(Connection connection, long inserted, CandleSlice written, String by)
                throws SQLException {
            boolean fresh = info.candles() == 0;
            long first =
                    fresh ? written.firstMs() : Math.min(info.firstOpenMs(), written.firstMs());
            long last = fresh ? written.lastMs() : Math.max(info.lastOpenMs(), written.lastMs());
            String update =
                    "UPDATE series SET source = ?, candles = ?, first_ms = ?, last_ms = ?,"
                            + " changed_at = CURRENT_TIMESTAMP WHERE market_id = ? AND timeframe_s"
                            + " = ?";
            try (PreparedStatement statement = connection.prepareStatement(update)) {
                statement.setString(1, sources(info.source(), by));
                statement.setLong(2, info.candles() + inserted);
                statement.setLong(3, first);
                statement.setLong(4, last);
                statement.setInt(5, marketId);
                statement.setInt(6, timeframeS());
                statement.executeUpdate();
            }
        }
    }

    static Optional<Row> find(Connection connection, SeriesKey key) throws SQLException {
        String sql = COLUMNS + " WHERE m.market = ? AND s.timeframe_s = ?";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, key.market().toString());
            select.setInt(2, seconds(key.timeframe()));
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(read(row)) : Optional.empty();
            }
        }
    }

    /// All series, by market and then timeframe.
    static List<SeriesInfo> list(Connection connection) throws SQLException {
        String sql =
                COLUMNS
                        + " ORDER BY m.market, CASE WHEN s.timeframe_s < 0 THEN 2147483647 ELSE s.timeframe_s END";
        List<SeriesInfo> all = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(sql);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                all.add(read(row).info());
            }
        }
        return all;
    }

    /// The series, made if there is none, and kept from other writers until the transaction ends.
    static Row lock(Connection connection, SeriesKey key) throws SQLException {
        int marketId = marketId(connection, key.market());
        String lock =
                "SELECT candles FROM series WHERE market_id = ? AND timeframe_s = ? FOR UPDATE";
        try (PreparedStatement select = connection.prepareStatement(lock)) {
            select.setInt(1, marketId);
            select.setInt(2, seconds(key.timeframe()));
            try (ResultSet row = select.executeQuery()) {
                if (row.next()) {
                    return find(connection, key).orElseThrow();
                }
            }
        }
        String insert =
                "INSERT INTO series(market_id, timeframe_s, source, candles, first_ms, last_ms)"
                        + " VALUES (?, ?, '', 0, 0, 0)";
        try (PreparedStatement statement = connection.prepareStatement(insert)) {
            statement.setInt(1, marketId);
            statement.setInt(2, seconds(key.timeframe()));
            statement.executeUpdate();
        }
        return new Row(marketId, new SeriesInfo(key, 0, 0, 0, ""));
    }

    private static int marketId(Connection connection, MarketId market) throws SQLException {
        String select = "SELECT market_id FROM market WHERE market = ?";
        try (PreparedStatement statement = connection.prepareStatement(select)) {
            statement.setString(1, market.toString());
            try (ResultSet row = statement.executeQuery()) {
                if (row.next()) {
                    return row.getInt(1);
                }
            }
        }
        String insert = "SELECT market_id FROM FINAL TABLE (INSERT INTO market(market) VALUES (?))";
        try (PreparedStatement statement = connection.prepareStatement(insert)) {
            statement.setString(1, market.toString());
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    /// Everything that candles of the series came from, in the order in which it came.
    private static String sources(String before, String added) {
        if (before.isEmpty() || List.of(before.split(", ", -1)).contains(added)) {
            return before.isEmpty() ? added : before;
        }
        String all = before + ", " + added;
        return all.length() <= LONGEST_SOURCE ? all : before;
    }

    private static Row read(ResultSet row) throws SQLException {
        SeriesKey key = new SeriesKey(MarketId.parse(row.getString(2)), timeframe(row.getInt(3)));
        return new Row(
                row.getInt(1),
                new SeriesInfo(
                        key, row.getLong(5), row.getLong(6), row.getLong(7), row.getString(4)));
    }

    private static int seconds(Timeframe timeframe) {
        return timeframe == Timeframe.MONTH1 ? MONTH : (int) (timeframe.millis() / 1000);
    }

    private static Timeframe timeframe(int seconds) {
        return Arrays.stream(Timeframe.values())
                .filter(t -> seconds(t) == seconds)
                .findFirst()
                .orElseThrow(() ->
                        new IllegalStateException("no timeframe has " + seconds + " seconds"));
    }
}
