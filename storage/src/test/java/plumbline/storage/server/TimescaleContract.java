package plumbline.storage.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a store may expect of a server that has TimescaleDB whole.
abstract class TimescaleContract extends ServerContract {
    private static final int DAY = 1440;

    @BeforeEach
    void makeAHypertable() throws SQLException {
        execute("SELECT create_hypertable('reading', by_range('ts', INTERVAL '1 day'))");
    }

    @Test
    void aHypertableKeepsDaysApart() throws SQLException, IOException {
        copyIn(BinaryCopy.minutes(START, 3 * DAY));

        assertThat(text("SELECT count(*) FROM show_chunks('reading')")).isEqualTo("3");
    }

    @Test
    void rowsOfCompressedChunksAreReplacedByAnUpsert() throws SQLException, IOException {
        copyIn(BinaryCopy.minutes(START, 3 * DAY));
        compress();

        execute(upsert("2025-01-02 12:00+00"));

        assertThat(text("SELECT count(*) FROM reading WHERE a = 5")).isEqualTo("1");
        assertThat(text("SELECT count(*) FROM reading")).isEqualTo("" + 3 * DAY);
        assertThat(text("SELECT sum(b) FROM reading WHERE a <> 5")).isNotNull();
    }

    @Test
    void theLimitOfDecompressedRowsIsLiftedForATransaction() throws SQLException, IOException {
        copyIn(BinaryCopy.minutes(START, DAY));
        compress();
        connection.setAutoCommit(false);
        execute("SET LOCAL timescaledb.max_tuples_decompressed_per_dml_transaction = 10");
        assertThatThrownBy(() -> execute(upsert("2025-01-01 12:00+00")))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("tuple decompression limit exceeded");
        connection.rollback();

        execute("SET LOCAL timescaledb.max_tuples_decompressed_per_dml_transaction = 0");
        execute(upsert("2025-01-01 12:00+00"));
        connection.commit();

        assertThat(text("SELECT count(*) FROM reading WHERE a = 5")).isEqualTo("1");
        assertThat(text("SHOW timescaledb.max_tuples_decompressed_per_dml_transaction"))
                .isEqualTo("100000");
    }

    @Test
    void binaryCopyOutReadsCompressedChunks() throws SQLException, IOException {
        byte[] rows = BinaryCopy.minutes(START, 2 * DAY);
        copyIn(rows);
        compress();

        ByteArrayOutputStream out = new ByteArrayOutputStream();
        copies().copyOut(
                        "COPY (SELECT * FROM reading WHERE key = 1 ORDER BY ts) TO STDOUT (FORMAT"
                                + " binary)",
                        out);

        assertThat(out.toByteArray()).isEqualTo(rows);
    }

    @Test
    void policiesAreKeptAsJobs() throws SQLException {
        declareCompression();
        execute("SELECT add_compression_policy('reading', compress_after => INTERVAL '60 days')");
        execute("SELECT add_retention_policy('reading', drop_after => INTERVAL '90 days')");

        assertThat(
                        text(
                                "SELECT string_agg(proc_name, ' ' ORDER BY proc_name) FROM"
                                        + " timescaledb_information.jobs WHERE hypertable_name ="
                                        + " 'reading'"))
                .contains("policy_compression")
                .contains("policy_retention");
    }

    @Test
    void aContinuousAggregateIsRefreshedOutsideOfATransaction() throws SQLException, IOException {
        copyIn(BinaryCopy.minutes(START, DAY));
        execute(
                "CREATE MATERIALIZED VIEW hourly WITH (timescaledb.continuous,"
                        + " timescaledb.materialized_only = true) AS SELECT key, time_bucket('1"
                        + " hour', ts) AS ts, first(b, ts) AS o, last(b, ts) AS c, count(*) AS n"
                        + " FROM reading GROUP BY 1, 2 WITH NO DATA");
        assertThat(text("SELECT count(*) FROM hourly")).isEqualTo("0");

        execute("CALL refresh_continuous_aggregate('hourly', NULL, NULL)");

        assertThat(text("SELECT count(*) || ' ' || sum(n) FROM hourly")).isEqualTo("24 1440");
        connection.setAutoCommit(false);
        assertThatThrownBy(() -> execute("CALL refresh_continuous_aggregate('hourly', NULL, NULL)"))
                .isInstanceOfSatisfying(SQLException.class, e -> hasState(e, "25001"));
        connection.rollback();
    }

    private void declareCompression() throws SQLException {
        execute(
                "ALTER TABLE reading SET (timescaledb.compress, timescaledb.compress_segmentby ="
                        + " 'key', timescaledb.compress_orderby = 'ts')");
    }

    private void compress() throws SQLException {
        declareCompression();
        execute("SELECT compress_chunk(c) FROM show_chunks('reading') c");
    }

    private static String upsert(String time) {
        return "INSERT INTO reading VALUES (1, '"
                + time
                + "', 5, 5) ON CONFLICT (key, ts) DO UPDATE SET a = excluded.a, b = excluded.b";
    }
}
