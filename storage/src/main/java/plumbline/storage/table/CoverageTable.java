package plumbline.storage.table;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import plumbline.engine.market.Coverage;
import plumbline.engine.market.Covered;
import plumbline.engine.market.TimeRange;

/// SQL of the table `coverage`: which time was asked for.
public final class CoverageTable {
    private CoverageTable() {}

    /// Oldest first, without overlap.
    public static List<Covered> list(Connection connection, SeriesTable.Row series)
            throws SQLException {
        String sql =
                "SELECT from_ms, to_ms, source, asked_at FROM coverage WHERE market_id = ? AND"
                        + " timeframe_s = ? ORDER BY from_ms";
        List<Covered> all = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            bind(select, series);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    all.add(
                            new Covered(
                                    new TimeRange(row.getLong(1), row.getLong(2)),
                                    row.getString(3),
                                    row.getObject(4, OffsetDateTime.class).toInstant()));
                }
            }
        }
        return all;
    }

    /// Notes that a source was asked just now.
    public static void add(
            Connection connection, SeriesTable.Row series, TimeRange asked, String source)
            throws SQLException {
        if (!asked.isEmpty()) {
            List<Covered> known = list(connection, series);
            Covered added = new Covered(asked, source, now(connection));
            replace(connection, series, known, Coverage.plus(known, added));
        }
    }

    /// What was known becomes what is known now; only the rows that differ are written.
    private static void replace(
            Connection connection, SeriesTable.Row series, List<Covered> before, List<Covered> now)
            throws SQLException {
        Set<Covered> stay = new HashSet<>(before);
        stay.retainAll(now);
        delete(connection, series, before.stream().filter(c -> !stay.contains(c)).toList());
        insert(connection, series, now.stream().filter(c -> !stay.contains(c)).toList());
    }

    private static void delete(Connection connection, SeriesTable.Row series, List<Covered> gone)
            throws SQLException {
        String sql = "DELETE FROM coverage WHERE market_id = ? AND timeframe_s = ? AND from_ms = ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (Covered one : gone) {
                bind(statement, series);
                statement.setLong(3, one.range().fromMs());
                statement.executeUpdate();
            }
        }
    }

    private static void insert(Connection connection, SeriesTable.Row series, List<Covered> added)
            throws SQLException {
        String sql =
                "INSERT INTO coverage(market_id, timeframe_s, from_ms, to_ms, source, asked_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?)";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (Covered one : added) {
                bind(statement, series);
                statement.setLong(3, one.range().fromMs());
                statement.setLong(4, one.range().toMs());
                statement.setString(5, one.source());
                statement.setObject(6, one.askedAt().atOffset(ZoneOffset.UTC));
                statement.executeUpdate();
            }
        }
    }

    /// Removes all that is known of a series.
    public static void delete(Connection connection, SeriesTable.Row series) throws SQLException {
        String sql = "DELETE FROM coverage WHERE market_id = ? AND timeframe_s = ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, series);
            statement.executeUpdate();
        }
    }

    private static void bind(PreparedStatement statement, SeriesTable.Row series)
            throws SQLException {
        statement.setInt(1, series.marketId());
        statement.setInt(2, series.timeframeS());
    }

    /// The database's clock, to the millisecond: what is read back must equal what was written.
    private static Instant now(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT CURRENT_TIMESTAMP(3)");
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getObject(1, OffsetDateTime.class).toInstant();
        }
    }
}
