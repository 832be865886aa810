package plumbline.storage.h2;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a database holds, as one hash: every row of every table but those of chunks, which carry
/// checksums of their own. Two files of the same hash show the same series, runs, faults and
/// entries.
final class Contents {
    private static final String TABLES =
            "SELECT table_name FROM information_schema.tables WHERE table_schema = 'PUBLIC'"
                    + " AND table_type = 'BASE TABLE' ORDER BY table_name";
    private static final String CHUNKS = "CANDLE_CHUNK";
    private static final int KEY_COLUMNS = 3;

    private Contents() {}

    static String of(Connection connection) throws SQLException {
        MessageDigest digest = sha256();
        for (String table : tables(connection)) {
            update(digest, table);
            if (!table.equals(CHUNKS)) {
                addRows(connection, table, digest);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static List<String> tables(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(TABLES)) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }

    private static void addRows(Connection connection, String table, MessageDigest digest)
            throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery(
                                "SELECT * FROM \"" + table + "\"" + order(connection, table))) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                for (int i = 1; i <= columns; i++) {
                    update(digest, rows.getString(i));
                }
            }
        }
    }

    /// Keys come first in every table.
    private static String order(Connection connection, String table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet none =
                        statement.executeQuery("SELECT * FROM \"" + table + "\" WHERE FALSE")) {
            int columns = Math.min(KEY_COLUMNS, none.getMetaData().getColumnCount());
            StringBuilder order = new StringBuilder(" ORDER BY 1");
            for (int i = 2; i <= columns; i++) {
                order.append(", ").append(i);
            }
            return order.toString();
        }
    }

    private static void update(MessageDigest digest, @Nullable String value) {
        byte[] text = value == null ? new byte[0] : value.getBytes(StandardCharsets.UTF_8);
        // with its length, so that no two rows of values run into the same bytes
        digest.update(
                ByteBuffer.allocate(Integer.BYTES).putInt(value == null ? -1 : text.length).flip());
        digest.update(text);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }
}
