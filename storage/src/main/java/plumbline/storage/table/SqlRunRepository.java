package plumbline.storage.table;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;
import plumbline.engine.backtest.RunRepository;
import plumbline.engine.market.StorageException;
import plumbline.storage.transaction.Database;

/// The library of runs in a database. A result document is kept as text in parts, with a CRC32C of
/// all of it; runs of the first version have none.
public final class SqlRunRepository implements RunRepository {
    private static final int PART = 400_000;
    private static final String NEWEST_FIRST = " ORDER BY created_at DESC, saved DESC";

    private final Database database;

    public SqlRunRepository(Database database) {
        this.database = database;
    }

    @Override
    public void save(StoredRun run) {
        database.write(
                "keep run " + run.id(),
                connection -> {
                    refuseAnother(connection, run);
                    try (PreparedStatement delete =
                            connection.prepareStatement(
                                    "DELETE FROM backtest_run WHERE run_id = ?")) {
                        delete.setString(1, run.id());
                        delete.executeUpdate();
                    }
                    insert(connection, run);
                    return run;
                });
    }

    private static void refuseAnother(Connection connection, StoredRun run) throws SQLException {
        Optional<StoredRun> kept = find(connection, run.id());
        if (kept.isPresent() && !kept.get().isSameRunAs(run)) {
            throw new IllegalArgumentException(
                    "another run is kept under the id " + run.id() + "; it stays as it is");
        }
    }

    private static void insert(Connection connection, StoredRun run) throws SQLException {
        String insertRun = "INSERT INTO backtest_run(run_id, created_at, crc) VALUES (?, ?, ?)";
        try (PreparedStatement insert = connection.prepareStatement(insertRun)) {
            insert.setString(1, run.id());
            insert.setObject(2, run.createdAt().atOffset(ZoneOffset.UTC));
            insert.setInt(3, crc(run.id(), run.result()));
            insert.executeUpdate();
        }
        String insertPart = "INSERT INTO backtest_result(run_id, part, text) VALUES (?, ?, ?)";
        try (PreparedStatement insert = connection.prepareStatement(insertPart)) {
            String text = run.result();
            for (int part = 0, from = 0, to; from < text.length(); part++, from = to) {
                to = end(text, from);
                insert.setString(1, run.id());
                insert.setInt(2, part);
                insert.setString(3, text.substring(from, to));
                insert.executeUpdate();
            }
        }
    }

    /// Where a part ends: not within a character that takes two.
    private static int end(String text, int from) {
        int end = Math.min(from + PART, text.length());
        boolean within = end < text.length() && Character.isHighSurrogate(text.charAt(end - 1));
        return within ? end - 1 : end;
    }

    @Override
    public Optional<StoredRun> find(String id) {
        return database.read("look up run " + id, connection -> find(connection, id));
    }

    @Override
    public Optional<StoredRun> last() {
        return database.read(
                "look up the last run",
                connection -> {
                    List<String> newest = newestIds(connection, 1);
                    return newest.isEmpty()
                            ? Optional.empty()
                            : find(connection, newest.getFirst());
                });
    }

    @Override
    public List<String> newestIds(int limit) {
        return database.read("list the runs", connection -> newestIds(connection, limit));
    }

    private static Optional<StoredRun> find(Connection connection, String id) throws SQLException {
        String sql = "SELECT created_at, crc FROM backtest_run WHERE run_id = ?";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, id);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                Instant createdAt = row.getObject(1, OffsetDateTime.class).toInstant();
                String text = text(connection, id);
                int crc = row.getInt(2);
                if (!row.wasNull() && crc != crc(id, text)) {
                    throw new StorageException(
                            "run "
                                    + id
                                    + " is damaged: what is stored of it is not what was written;"
                                    + " run the backtest again");
                }
                return Optional.of(new StoredRun(id, createdAt, text));
            }
        }
    }

    private static int crc(String id, String text) {
        CRC32C crc = new CRC32C();
        crc.update(id.getBytes(StandardCharsets.UTF_8));
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        return (int) crc.getValue();
    }

    private static String text(Connection connection, String id) throws SQLException {
        StringBuilder text = new StringBuilder();
        String sql = "SELECT text FROM backtest_result WHERE run_id = ? ORDER BY part";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, id);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    text.append(row.getString(1));
                }
            }
        }
        return text.toString();
    }

    private static List<String> newestIds(Connection connection, int limit) throws SQLException {
        String sql = "SELECT run_id FROM backtest_run" + NEWEST_FIRST + " FETCH FIRST ? ROWS ONLY";
        List<String> ids = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setInt(1, limit);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    ids.add(row.getString(1));
                }
            }
        }
        return ids;
    }
}
