package plumbline.storage.journal;

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
import plumbline.engine.market.Fingerprint;
import plumbline.engine.upkeep.AuditLog;
import plumbline.storage.transaction.Database;

/// The audit log in a database: the table `audit_log`.
public final class SqlAuditLog implements AuditLog {
    private static final String SELECT =
            "SELECT entry, made_at, action, subject, detail, hash FROM audit_log";
    private static final int PAGE = 1000;
    private static final int LONGEST_SUBJECT = 400;
    private static final int LONGEST_DETAIL = 4000;

    private final Database database;

    public SqlAuditLog(Database database) {
        this.database = database;
    }

    @Override
    public void add(String action, String subject, String detail) {
        database.write(
                "write to the audit log",
                connection -> {
                    Optional<Entry> last = first(connection, " ORDER BY entry DESC");
                    Entry entry =
                            new Entry(
                                    last.map(Entry::number).orElse(0L) + 1,
                                    now(connection),
                                    action,
                                    shortened(subject, LONGEST_SUBJECT),
                                    shortened(detail, LONGEST_DETAIL),
                                    "");
                    insert(connection, entry, hash(last.map(Entry::hash).orElse(""), entry));
                    return entry;
                });
    }

    private static void insert(Connection connection, Entry entry, String hash)
            throws SQLException {
        String sql =
                "INSERT INTO audit_log(entry, made_at, action, subject, detail, hash) VALUES (?, ?,"
                        + " ?, ?, ?, ?)";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setLong(1, entry.number());
            insert.setObject(2, entry.at().atOffset(ZoneOffset.UTC));
            insert.setString(3, entry.action());
            insert.setString(4, entry.subject());
            insert.setString(5, entry.detail());
            insert.setString(6, hash);
            insert.executeUpdate();
        }
    }

    @Override
    public List<Entry> newest(int limit) {
        return database.read(
                "read the audit log",
                connection -> {
                    String sql = SELECT + " ORDER BY entry DESC FETCH FIRST ? ROWS ONLY";
                    try (PreparedStatement select = connection.prepareStatement(sql)) {
                        select.setInt(1, limit);
                        return entries(select);
                    }
                });
    }

    @Override
    public List<Entry> after(long number) {
        return database.read(
                "read the audit log",
                connection -> {
                    String sql = SELECT + " WHERE entry > ? ORDER BY entry";
                    try (PreparedStatement select = connection.prepareStatement(sql)) {
                        select.setLong(1, number);
                        return entries(select);
                    }
                });
    }

    @Override
    public Verdict verify() {
        return database.read("check the audit log", SqlAuditLog::verify);
    }

    private static Verdict verify(Connection connection) throws SQLException {
        String sql = SELECT + " WHERE entry > ? ORDER BY entry FETCH FIRST " + PAGE + " ROWS ONLY";
        long count = 0;
        String before = "";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            List<Entry> page;
            do {
                select.setLong(1, count);
                page = entries(select);
                for (Entry entry : page) {
                    if (entry.number() != count + 1 || !entry.hash().equals(hash(before, entry))) {
                        return new Verdict(count, Optional.of(entry));
                    }
                    before = entry.hash();
                    count++;
                }
            } while (page.size() == PAGE);
        }
        return new Verdict(count, Optional.empty());
    }

    private static Optional<Entry> first(Connection connection, String order) throws SQLException {
        String sql = SELECT + order + " FETCH FIRST 1 ROW ONLY";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            return entries(select).stream().findFirst();
        }
    }

    private static List<Entry> entries(PreparedStatement select) throws SQLException {
        List<Entry> entries = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                entries.add(
                        new Entry(
                                row.getLong(1),
                                row.getObject(2, OffsetDateTime.class).toInstant(),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5),
                                row.getString(6)));
            }
        }
        return entries;
    }

    /// The parts with their lengths before them, so that no other parts make the same text.
    private static String hash(String before, Entry entry) {
        StringBuilder text = new StringBuilder(before);
        for (String part :
                List.of(
                        Long.toString(entry.number()),
                        entry.at().toString(),
                        entry.action(),
                        entry.subject(),
                        entry.detail())) {
            text.append('\n').append(part.length()).append(' ').append(part);
        }
        String written = Fingerprint.of(text.toString());
        return written.substring(written.indexOf(':') + 1);
    }

    /// The database's clock, to the millisecond: what is read back must equal what was written.
    private static Instant now(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT CURRENT_TIMESTAMP(3)");
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getObject(1, OffsetDateTime.class).toInstant();
        }
    }

    private static String shortened(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest - 3) + "...";
    }
}
