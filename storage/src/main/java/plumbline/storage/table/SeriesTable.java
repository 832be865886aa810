package plumbline.storage.table;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import plumbline.engine.market.MarketId;
import plumbline.engine.market.SeriesInfo;
import plumbline.engine.market.SeriesKey;
import plumbline.engine.market.TimeRange;
import plumbline.engine.market.Timeframe;

/// SQL of the tables `market` and `series`.
public final class SeriesTable {
    private static final int MONTH = -1;
    private static final int LONGEST_SOURCE = 200;
    private static final String COLUMNS =
            "SELECT m.market_id, m.market, s.timeframe_s, s.source, s.candles, s.first_ms,"
                    + " s.last_ms, s.revision FROM series s JOIN market m ON m.market_id ="
                    + " s.market_id";

    private SeriesTable() {}

    /// A series as it is stored.
    ///
    /// @param marketId its market's number
    /// @param revision of the last change
    public record Row(int marketId, SeriesInfo info, long revision) {
        public int timeframeS() {
            return seconds(info.key().timeframe());
        }

        /// This series at another revision.
        public Row at(long another) {
            return new Row(marketId, info, another);
        }

        /// This series with another number of candles than was noted, a revision later.
        public Row holding(long candles) {
            SeriesInfo now =
                    new SeriesInfo(
                            info.key(),
                            candles,
                            info.firstOpenMs(),
                            info.lastOpenMs(),
                            info.source());
            return new Row(marketId, now, revision + 1);
        }

        /// This series after a write.
        ///
        /// @param inserted how many candles came to it
        /// @param span from the oldest to the newest open time that was written
        /// @param by where the candles came from
        public Row after(long inserted, TimeRange span, String by) {
            boolean fresh = info.candles() == 0;
            SeriesInfo now =
                    new SeriesInfo(
                            info.key(),
                            info.candles() + inserted,
                            fresh ? span.fromMs() : Math.min(info.firstOpenMs(), span.fromMs()),
                            fresh ? span.toMs() : Math.max(info.lastOpenMs(), span.toMs()),
                            sources(info.source(), by));
            return new Row(marketId, now, revision + 1);
        }
    }

    /// Writes down what is now known of a series.
    public static void update(Connection connection, Row row) throws SQLException {
        String update =
                "UPDATE series SET source = ?, candles = ?, first_ms = ?, last_ms = ?, revision ="
                        + " ?, changed_at = CURRENT_TIMESTAMP WHERE market_id = ? AND timeframe_s"
                        + " = ?";
        try (PreparedStatement statement = connection.prepareStatement(update)) {
            SeriesInfo info = row.info();
            statement.setString(1, info.source());
            statement.setLong(2, info.candles());
            statement.setLong(3, info.firstOpenMs());
            statement.setLong(4, info.lastOpenMs());
            statement.setLong(5, row.revision());
            statement.setInt(6, row.marketId());
            statement.setInt(7, row.timeframeS());
            statement.executeUpdate();
        }
    }

    /// Removes a series from the list; its candles must be gone.
    public static void delete(Connection connection, Row row) throws SQLException {
        String sql = "DELETE FROM series WHERE market_id = ? AND timeframe_s = ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setInt(1, row.marketId());
            statement.setInt(2, row.timeframeS());
            statement.executeUpdate();
        }
    }

    public static Optional<Row> find(Connection connection, SeriesKey key) throws SQLException {
        String sql = COLUMNS + " WHERE m.market = ? AND s.timeframe_s = ?";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, key.market().toString());
            select.setInt(2, seconds(key.timeframe()));
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(read(row)) : Optional.empty();
            }
        }
    }

    /// A text that is another after every change of the series; empty if there is none.
    public static String version(Connection connection, SeriesKey key) throws SQLException {
        String sql =
                "SELECT s.revision, s.changed_at FROM series s JOIN market m ON m.market_id ="
                        + " s.market_id WHERE m.market = ? AND s.timeframe_s = ?";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, key.market().toString());
            select.setInt(2, seconds(key.timeframe()));
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? row.getLong(1) + " " + row.getObject(2, OffsetDateTime.class)
                        : "";
            }
        }
    }

    /// All series, by market and then timeframe.
    public static List<SeriesInfo> list(Connection connection) throws SQLException {
        String sql =
                COLUMNS
                        + " WHERE s.candles > 0 ORDER BY m.market, CASE WHEN s.timeframe_s < 0 THEN 2147483647 ELSE s.timeframe_s END";
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
    public static Row lock(Connection connection, SeriesKey key) throws SQLException {
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
                "INSERT INTO series(market_id, timeframe_s, source, candles, first_ms, last_ms,"
                        + " revision) VALUES (?, ?, '', 0, 0, 0, 0)";
        try (PreparedStatement statement = connection.prepareStatement(insert)) {
            statement.setInt(1, marketId);
            statement.setInt(2, seconds(key.timeframe()));
            statement.executeUpdate();
        }
        return new Row(marketId, new SeriesInfo(key, 0, 0, 0, ""), 0);
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
        String insert = "INSERT INTO market(market) VALUES (?)";
        try (PreparedStatement statement =
                connection.prepareStatement(insert, new String[] {"market_id"})) {
            statement.setString(1, market.toString());
            statement.executeUpdate();
            try (ResultSet row = statement.getGeneratedKeys()) {
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
                        key, row.getLong(5), row.getLong(6), row.getLong(7), row.getString(4)),
                row.getLong(8));
    }

    /// A timeframe as the tables have it: its length in seconds, -1 for the calendar month.
    public static int seconds(Timeframe timeframe) {
        return timeframe == Timeframe.MONTH1 ? MONTH : (int) (timeframe.millis() / 1000);
    }

    /// The timeframe that the tables call `seconds`.
    public static Timeframe timeframe(int seconds) {
        return Arrays.stream(Timeframe.values())
                .filter(t -> seconds(t) == seconds)
                .findFirst()
                .orElseThrow(() ->
                        new IllegalStateException("no timeframe has " + seconds + " seconds"));
    }
}
