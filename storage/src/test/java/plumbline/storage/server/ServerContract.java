package plumbline.storage.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.postgresql.PGConnection;
import org.postgresql.PGStatement;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyManager;
import org.postgresql.copy.CopyOut;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TransactionState;

/// What a store may expect of any server.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ServerContract {
    /// 2025-01-01.
    static final long START = 1_735_689_600_000L;

    private static final String COPY_IN = "COPY reading FROM STDIN (FORMAT binary)";
    private static final String COPY_OUT =
            "COPY (SELECT * FROM reading ORDER BY key, ts) TO STDOUT (FORMAT binary)";

    TestServer server;
    Connection connection;

    abstract TestServer empty() throws SQLException;

    @BeforeAll
    void start() throws SQLException {
        server = empty();
    }

    @AfterAll
    void end() throws SQLException {
        if (server != null) {
            server.close();
        }
    }

    @BeforeEach
    void connect() throws SQLException {
        connection = server.connect();
        execute(
                "CREATE TABLE reading(key INT NOT NULL, ts TIMESTAMPTZ NOT NULL, a BIGINT NOT NULL,"
                        + " b DOUBLE PRECISION NOT NULL, PRIMARY KEY(key, ts))");
    }

    @AfterEach
    void disconnect() throws SQLException {
        connection.close();
        try (Connection other = server.connect();
                Statement statement = other.createStatement()) {
            statement.execute("DROP TABLE IF EXISTS reading CASCADE");
        }
    }

    @Test
    void binaryCopyOutGivesTheBytesThatBinaryCopyInTook() throws SQLException, IOException {
        byte[] rows = BinaryCopy.minutes(START, 20_000);

        assertThat(copyIn(rows)).isEqualTo(20_000);

        assertThat(text("SELECT count(*) || ' ' || max(a) || ' ' || max(b) FROM reading"))
                .isEqualTo("20000 " + Long.MAX_VALUE + " 1999.9");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(copies().copyOut(COPY_OUT, out)).isEqualTo(20_000);
        assertThat(out.toByteArray()).isEqualTo(rows);
    }

    @Test
    void binaryCopyOutSendsRowByRow() throws SQLException, IOException {
        copyIn(BinaryCopy.minutes(START, 3));

        CopyOut copy = copies().copyOut(COPY_OUT);
        List<Integer> sizes = new ArrayList<>();
        for (byte[] part = copy.readFromCopy(); part != null; part = copy.readFromCopy()) {
            sizes.add(part.length);
        }

        // 19 bytes of head; a row is 2 of count, 4 lengths of 4, and 4 + 8 + 8 + 8; 2 bytes of end
        assertThat(sizes).containsExactly(19 + 46, 46, 46, 2);
        assertThat(copy.getFormat()).isEqualTo(1);
        assertThat(copy.getHandledRowCount()).isEqualTo(3);
    }

    @Test
    void nothingIsCopiedOutOfAnEmptyTable() throws SQLException, IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        assertThat(copies().copyOut(COPY_OUT, out)).isZero();

        assertThat(out.toByteArray()).isEqualTo(BinaryCopy.minutes(START, 0));
    }

    @Test
    void textIsCopiedInAndOut() throws SQLException, IOException {
        String rows = "1\t2025-01-01 00:00:00+00\t7\t0.5\n2\t2025-01-01 00:00:00+00\t-7\t1e-300\n";

        copies().copyIn("copy reading from stdin", new StringReader(rows));

        execute("SET TIME ZONE 'UTC'");
        StringWriter out = new StringWriter();
        copies().copyOut("copy (select * from reading order by key) to stdout", out);
        assertThat(out).hasToString(rows);
    }

    @Test
    void aTransactionInWhichACopyFailedDoesNothingMore() throws SQLException, IOException {
        connection.setAutoCommit(false);
        copyIn(BinaryCopy.minutes(START, 5));
        assertThat(state()).isEqualTo(TransactionState.OPEN);

        assertThatThrownBy(() -> copyIn(BinaryCopy.minutes(START, 10)))
                .isInstanceOfSatisfying(SQLException.class, e -> hasState(e, "23505"));

        assertThat(state()).isEqualTo(TransactionState.FAILED);
        assertThatThrownBy(() -> text("SELECT 1"))
                .isInstanceOfSatisfying(SQLException.class, e -> hasState(e, "25P02"));
        connection.rollback();
        assertThat(state()).isEqualTo(TransactionState.IDLE);
        assertThat(text("SELECT count(*) FROM reading")).isEqualTo("0");
    }

    @Test
    void aCopyThatFailsOutsideATransactionLeavesTheConnectionUsable() {
        assertThatThrownBy(() -> copyIn(new byte[] {1, 2, 3}))
                .isInstanceOfSatisfying(SQLException.class, e -> hasState(e, "22P04"));
        assertThat(state()).isEqualTo(TransactionState.IDLE);

        assertThatThrownBy(() -> copies().copyOut("COPY nothing TO STDOUT"))
                .isInstanceOfSatisfying(SQLException.class, e -> hasState(e, "42P01"));
        assertThat(state()).isEqualTo(TransactionState.IDLE);

        assertThatThrownBy(() -> copies().copyIn("COPY nothing FROM STDIN").endCopy())
                .isInstanceOfSatisfying(SQLException.class, e -> hasState(e, "42P01"));
        assertThat(state()).isEqualTo(TransactionState.IDLE);
    }

    @Test
    void aCopyThatIsGivenUpStoresNothing() throws SQLException {
        connection.setAutoCommit(false);
        CopyIn copy = copies().copyIn(COPY_IN);
        byte[] rows = BinaryCopy.minutes(START, 5);
        copy.writeToCopy(rows, 0, rows.length);

        copy.cancelCopy();

        assertThat(state()).isEqualTo(TransactionState.FAILED);
        connection.rollback();
        assertThat(text("SELECT count(*) FROM reading")).isEqualTo("0");
    }

    @Test
    void aBatchFailsWithItsFirstFaultAndIsRolledBack() throws SQLException {
        connection.setAutoCommit(false);
        String sql = "INSERT INTO reading VALUES (?, ?, 3, 0.5)";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            for (int i = 0; i < 500; i++) {
                insert.setInt(1, i == 300 ? 299 : i);
                insert.setObject(2, time(START));
                insert.addBatch();
            }
            assertThatThrownBy(insert::executeBatch)
                    .isInstanceOfSatisfying(BatchUpdateException.class, e -> hasState(e, "23505"));
        }
        assertThat(state()).isEqualTo(TransactionState.FAILED);
        connection.rollback();
        assertThat(text("SELECT count(*) FROM reading")).isEqualTo("0");
    }

    @Test
    void rowsAreFetchedInPortions() throws SQLException, IOException {
        copyIn(BinaryCopy.minutes(START, 1000));
        connection.setAutoCommit(false);
        try (PreparedStatement select =
                connection.prepareStatement(
                        "SELECT ts, b FROM reading WHERE ts >= ? ORDER BY ts")) {
            select.setFetchSize(64);
            select.setObject(1, time(START + 600_000));
            int rows = 0;
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    assertThat(row.getObject(1, OffsetDateTime.class))
                            .isEqualTo(time(START + (10 + rows) * 60_000L));
                    rows++;
                }
            }
            assertThat(rows).isEqualTo(990);
        }
    }

    @Test
    void preparedStatementsOfTwoConnectionsAreTwo() throws SQLException {
        try (Connection other = server.connect();
                PreparedStatement one = connection.prepareStatement("SELECT 1 + ?::int");
                PreparedStatement two = other.prepareStatement("SELECT 'two' || ?::text")) {
            one.unwrap(PGStatement.class).setPrepareThreshold(1);
            two.unwrap(PGStatement.class).setPrepareThreshold(1);
            for (int i = 0; i < 4; i++) {
                one.setInt(1, i);
                two.setString(1, "" + i);
                assertThat(only(one.executeQuery())).isEqualTo("" + (1 + i));
                assertThat(only(two.executeQuery())).isEqualTo("two" + i);
            }
        }
    }

    @Test
    void advisoryLocksAreTakenAndGivenBack() throws SQLException {
        assertThat(text("SELECT pg_try_advisory_lock(42)")).isEqualTo("t");
        assertThat(text("SELECT pg_advisory_unlock(42)")).isEqualTo("t");
        connection.setAutoCommit(false);
        execute("SELECT pg_advisory_xact_lock(42)");
        connection.commit();
        assertThat(text("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'"))
                .isEqualTo("0");
    }

    @Test
    void aConnectionLeavesNothingBehindButWhatItCommitted() throws SQLException {
        execute("INSERT INTO reading VALUES (1, now(), 1, 1)");
        execute("SELECT pg_advisory_lock(42)");
        execute("CREATE TEMP TABLE passing(i INT)");
        execute("SET work_mem = '13MB'");
        connection.setAutoCommit(false);
        execute("INSERT INTO reading VALUES (2, now(), 1, 1)");

        connection.close();
        connection = server.connect();

        assertThat(text("SELECT count(*) FROM reading")).isEqualTo("1");
        assertThat(text("SELECT to_regclass('passing')")).isNull();
        assertThat(text("SHOW work_mem")).isNotEqualTo("13MB");
        assertThat(text("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'"))
                .isEqualTo("0");
    }

    long copyIn(byte[] rows) throws SQLException, IOException {
        return copies().copyIn(COPY_IN, new ByteArrayInputStream(rows));
    }

    CopyManager copies() throws SQLException {
        return connection.unwrap(PGConnection.class).getCopyAPI();
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /// The only value of a query.
    String text(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return only(statement.executeQuery(sql));
        }
    }

    private static String only(ResultSet row) throws SQLException {
        row.next();
        String value = row.getString(1);
        row.close();
        return value;
    }

    private TransactionState state() {
        try {
            return connection.unwrap(BaseConnection.class).getTransactionState();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static void hasState(SQLException failure, String state) {
        assertThat(failure.getSQLState()).as(failure.getMessage()).isEqualTo(state);
    }

    static OffsetDateTime time(long ms) {
        return OffsetDateTime.ofInstant(Instant.ofEpochMilli(ms), ZoneOffset.UTC);
    }
}
