package plumbline.storage.table;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import plumbline.engine.market.DataIssue;
import plumbline.engine.market.DataIssue.State;
import plumbline.engine.market.IssueRepository;
import plumbline.engine.market.MarketId;
import plumbline.engine.market.SeriesCheck.Fault;
import plumbline.engine.market.SeriesCheck.Kind;
import plumbline.engine.market.SeriesKey;
import plumbline.engine.market.TimeRange;
import plumbline.storage.transaction.Database;

/// The ledger of faults in a database: the table `data_issue`.
public final class SqlIssueRepository implements IssueRepository {
    private static final Set<State> STANDING = EnumSet.of(State.OPEN, State.CONFIRMED);
    private static final int LONGEST_TEXT = 1000;

    private final Database database;

    public SqlIssueRepository(Database database) {
        this.database = database;
    }

    /// What makes two faults the same one.
    private record Place(Kind kind, long fromMs, long toMs) {
        static Place of(Fault fault) {
            return new Place(fault.kind(), fault.fromMs(), fault.toMs());
        }
    }

    @Override
    public List<DataIssue> list(SeriesKey key, Set<State> states) {
        return database.read("list the issues of " + key, c -> list(c, key, states));
    }

    private static List<DataIssue> list(Connection connection, SeriesKey key, Set<State> states)
            throws SQLException {
        Optional<SeriesTable.Row> series = SeriesTable.find(connection, key);
        if (series.isEmpty()) {
            return List.of();
        }
        String sql =
                "SELECT issue_id, kind, from_ms, to_ms, candles, detail, state, found_at,"
                        + " changed_at FROM data_issue WHERE market_id = ? AND timeframe_s = ?"
                        + " ORDER BY from_ms, issue_id";
        List<DataIssue> all = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            bind(select, series.get());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    DataIssue issue = issue(key, row);
                    if (states.contains(issue.state())) {
                        all.add(issue);
                    }
                }
            }
        }
        return all;
    }

    @Override
    public List<SeriesKey> series(Set<State> states) {
        return database.read("list the series that have issues", c -> series(c, states));
    }

    private static List<SeriesKey> series(Connection connection, Set<State> states)
            throws SQLException {
        String sql =
                "SELECT m.market, d.timeframe_s, d.state FROM data_issue d JOIN market m ON"
                        + " m.market_id = d.market_id GROUP BY m.market, d.timeframe_s, d.state";
        TreeSet<SeriesKey> found =
                new TreeSet<>(
                        Comparator.comparing((SeriesKey key) -> key.market().toString())
                                .thenComparing(SeriesKey::timeframe));
        try (PreparedStatement select = connection.prepareStatement(sql);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                if (states.contains(State.valueOf(row.getString(3)))) {
                    found.add(
                            new SeriesKey(
                                    MarketId.parse(row.getString(1)),
                                    SeriesTable.timeframe(row.getInt(2))));
                }
            }
        }
        return List.copyOf(found);
    }

    private static DataIssue issue(SeriesKey key, ResultSet row) throws SQLException {
        return new DataIssue(
                row.getLong(1),
                key,
                new Fault(
                        Kind.valueOf(row.getString(2)),
                        row.getLong(3),
                        row.getLong(4),
                        row.getLong(5),
                        row.getString(6)),
                State.valueOf(row.getString(7)),
                row.getObject(8, OffsetDateTime.class).toInstant(),
                row.getObject(9, OffsetDateTime.class).toInstant());
    }

    @Override
    public Settled settle(SeriesKey key, Set<Kind> looked, List<Fault> found) {
        return database.write("note the issues of " + key, c -> settle(c, key, looked, found));
    }

    private static Settled settle(
            Connection connection, SeriesKey key, Set<Kind> looked, List<Fault> found)
            throws SQLException {
        SeriesTable.Row series = SeriesTable.lock(connection, key);
        List<DataIssue> before = list(connection, key, STANDING);
        Map<Place, Long> standing = new HashMap<>();
        for (DataIssue issue : before) {
            if (looked.contains(issue.fault().kind())) {
                standing.put(Place.of(issue.fault()), issue.id());
            }
        }
        int known = 0;
        List<Fault> fresh = new ArrayList<>();
        List<Fault> confirmed = new ArrayList<>();
        for (Fault fault : found) {
            if (standing.remove(Place.of(fault)) != null) {
                known++;
            } else if (before.stream().anyMatch(i -> i.confirms(fault))) {
                confirmed.add(fault);
            } else {
                fresh.add(fault);
            }
        }
        for (DataIssue issue : before) {
            if (found.stream().anyMatch(issue::isConfirmedWithin)) {
                standing.remove(Place.of(issue.fault()));
            }
        }
        insert(connection, series, fresh, State.OPEN);
        insert(connection, series, confirmed, State.CONFIRMED);
        for (long gone : standing.values()) {
            mark(connection, gone, State.RESOLVED);
        }
        return new Settled(fresh.size(), known + confirmed.size(), standing.size());
    }

    @Override
    public void note(SeriesKey key, Fault fault) {
        database.write(
                "note an issue of " + key,
                c -> {
                    note(c, SeriesTable.lock(c, key), fault);
                    return fault;
                });
    }

    /// Adds an issue within a transaction.
    public static void note(Connection connection, SeriesTable.Row series, Fault fault)
            throws SQLException {
        insert(connection, series, List.of(fault), State.OPEN);
    }

    /// Notes that a source gave finished candles otherwise than before: the newest holds, and the
    /// ledger says what was there.
    ///
    /// @param first the first such candle, `null` if there is none
    /// @param candles how many there are
    public static void noteConflict(
            Connection connection,
            SeriesTable.Row series,
            ChunkMerge.@Nullable Conflict first,
            int candles,
            String source)
            throws SQLException {
        if (first == null) {
            return;
        }
        long time = first.before().openTimeMs();
        String text =
                candles
                        + (candles == 1 ? " candle" : " candles")
                        + " replaced by "
                        + source
                        + ", the first: "
                        + first.text();
        long until = series.info().key().timeframe().next(time);
        note(connection, series, new Fault(Kind.CONFLICT, time, until, candles, text));
    }

    private static void insert(
            Connection connection, SeriesTable.Row series, List<Fault> faults, State state)
            throws SQLException {
        String sql =
                "INSERT INTO data_issue(market_id, timeframe_s, kind, from_ms, to_ms, candles,"
                        + " detail, state) VALUES (?, ?, ?, ?, ?, ?, ?, ?)";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            for (Fault fault : faults) {
                bind(insert, series);
                insert.setString(3, fault.kind().name());
                insert.setLong(4, fault.fromMs());
                insert.setLong(5, fault.toMs());
                insert.setLong(6, fault.candles());
                insert.setString(7, shortened(fault.text()));
                insert.setString(8, state.name());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static void mark(Connection connection, long issue, State state) throws SQLException {
        String sql =
                "UPDATE data_issue SET state = ?, changed_at = CURRENT_TIMESTAMP WHERE issue_id ="
                        + " ?";
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            update.setString(1, state.name());
            update.setLong(2, issue);
            update.executeUpdate();
        }
    }

    @Override
    public int mark(SeriesKey key, Kind kind, TimeRange range, State state) {
        return database.write(
                "mark issues of " + key,
                c -> {
                    int marked = 0;
                    for (DataIssue issue : list(c, key, state.from())) {
                        Fault fault = issue.fault();
                        if (fault.kind() == kind
                                && fault.fromMs() >= range.fromMs()
                                && fault.toMs() <= range.toMs()) {
                            mark(c, issue.id(), state);
                            marked++;
                        }
                    }
                    return marked;
                });
    }

    /// Removes all issues of a series.
    public static void delete(Connection connection, SeriesTable.Row series) throws SQLException {
        String sql = "DELETE FROM data_issue WHERE market_id = ? AND timeframe_s = ?";
        try (PreparedStatement delete = connection.prepareStatement(sql)) {
            bind(delete, series);
            delete.executeUpdate();
        }
    }

    private static void bind(PreparedStatement statement, SeriesTable.Row series)
            throws SQLException {
        statement.setInt(1, series.marketId());
        statement.setInt(2, series.timeframeS());
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT - 3) + "...";
    }
}
