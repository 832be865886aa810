package plumbline.storage.timescale;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumSet;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import plumbline.engine.market.StorageException;
import plumbline.storage.migration.PostgresTables;
import plumbline.storage.server.PostgresServer;
import plumbline.storage.server.TestServer;
import plumbline.storage.server.TimescaleServer;
import plumbline.storage.transaction.ConnectionSource;

class TimescaleSetupTest {
    private static final String JOBS =
            "SELECT string_agg(job_id || proc_name, ' ' ORDER BY job_id) FROM"
                    + " timescaledb_information.jobs WHERE proc_name LIKE 'policy%' AND"
                    + " hypertable_name IS NOT NULL";

    private @Nullable TestServer server;

    @AfterEach
    void end() throws SQLException {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void plainPostgresIsSaidToBePlain() throws SQLException {
        use(PostgresServer.empty());

        ServerState state = apply();

        assertThat(state.serverVersion()).isEqualTo("18.6");
        assertThat(state.timescaleVersion()).isNull();
        assertThat(state.licence()).isNull();
        assertThat(state.capabilities()).isEmpty();
        assertThat(state.lacking())
                .singleElement()
                .asString()
                .startsWith("TimescaleDB is not installed on the server. Have it installed there")
                .contains("candles take about seven times the room");
    }

    @Test
    void timescaleIsSetUpWholeAndOnlyOnce() throws SQLException {
        use(TimescaleServer.empty());

        ServerState state = apply();

        assertThat(state.timescaleVersion()).startsWith("2.");
        assertThat(state.licence()).isEqualTo("timescale");
        assertThat(state.capabilities()).isEqualTo(EnumSet.allOf(Capability.class));
        assertThat(state.lacking()).isEmpty();
        assertThat(
                        text(
                                "SELECT string_agg(hypertable_name, ' ' ORDER BY hypertable_name)"
                                        + " FROM timescaledb_information.hypertables WHERE"
                                        + " compression_enabled"))
                .isEqualTo("book_snapshot candle candle_float feature_value trade");
        String jobs = text(JOBS);
        assertThat(jobs.split(" ")).hasSize(8);

        assertThat(apply()).isEqualTo(state);

        assertThat(text(JOBS)).isEqualTo(jobs);
    }

    @Test
    void whatWasThereBeforeIsMovedAndIsThereAfterCompressionToo() throws SQLException {
        use(TimescaleServer.empty());
        minutes(3 * 1440);
        String sum = "SELECT count(*) || ' ' || sum(o) || ' ' || sum(v) FROM candle";
        String before = text(sum);

        apply();

        assertThat(text(sum)).isEqualTo(before);
        execute("SELECT compress_chunk(c) FROM show_chunks('candle') c");
        assertThat(text(sum)).isEqualTo(before);
        assertThat(apply().lacking()).isEmpty();
    }

    @Test
    void hoursAndDaysAreMadeOfFinishedMinutes() throws SQLException {
        use(TimescaleServer.empty());
        apply();
        minutes(2 * 1440);
        execute("UPDATE candle SET closed = FALSE WHERE ts = '2025-01-02 23:59+00'");

        execute("CALL refresh_continuous_aggregate('candle_1h', NULL, NULL)");
        execute("CALL refresh_continuous_aggregate('candle_1d', NULL, NULL)");

        // minutes 120 to 179, volume 60 * 149.5; minutes 1440 to 2878, volume 1439 * 2159
        String row = "SELECT concat_ws(' ', o, h, l, c, v, n) FROM ";
        assertThat(text(row + "candle_1h WHERE ts = '2025-01-01 02:00+00'"))
                .isEqualTo("220 281 218 280 8970 60");
        assertThat(text(row + "candle_1d WHERE ts = '2025-01-02 00:00+00'"))
                .isEqualTo("1540 2980 1538 2979 3106801 1439");
        assertThat(text("SELECT count(*) FROM candle_1h")).isEqualTo("48");
    }

    @Test
    void aPolicyThatWasTakenAwayStaysAway() throws SQLException {
        use(TimescaleServer.empty());
        apply();
        execute("SELECT remove_retention_policy('book_snapshot')");

        ServerState state = apply();

        assertThat(state.lacking()).isEmpty();
        assertThat(text(JOBS)).doesNotContain("policy_retention");
    }

    @Test
    void theApacheLicenceLeavesTablesInPieces() throws SQLException {
        use(TimescaleServer.emptyWithApacheLicence());

        ServerState state = apply();

        assertThat(state.licence()).isEqualTo("apache");
        assertThat(state.capabilities()).containsExactly(Capability.HYPERTABLE);
        assertThat(state.lacking())
                .singleElement()
                .asString()
                .contains("licence 'apache'")
                .contains("without compression, continuous aggregates, retention");
        minutes(10);
        assertThat(text("SELECT count(*) FROM candle")).isEqualTo("10");
    }

    @Test
    void whoMayNotTakeTimescaleIntoUseIsToldWhatAnAdministratorMustDo() throws SQLException {
        use(TimescaleServer.empty());
        execute("CREATE ROLE weak");

        ServerState state = TimescaleSetup.apply(as("weak"));

        assertThat(state.timescaleVersion()).isNull();
        assertThat(state.lacking())
                .singleElement()
                .asString()
                .contains("Have an administrator run there: CREATE EXTENSION timescaledb;");
    }

    @Test
    void whoDoesNotOwnTheTablesIsToldSoAndUsesWhatTheOwnerSetUp() throws SQLException {
        use(TimescaleServer.empty());
        execute("CREATE EXTENSION timescaledb");
        execute("CREATE ROLE weak");
        execute("GRANT SELECT ON ALL TABLES IN SCHEMA public TO weak");

        ServerState before = TimescaleSetup.apply(as("weak"));

        assertThat(before.capabilities()).isEmpty();
        assertThat(before.lacking())
                .singleElement()
                .asString()
                .contains("Connect once as the owner of the tables");
        apply();
        ServerState after = TimescaleSetup.apply(as("weak"));
        assertThat(after.lacking()).isEmpty();
        assertThat(after.capabilities()).isEqualTo(EnumSet.allOf(Capability.class));
    }

    @Test
    void theExtensionMayBeInASchemaOfItsOwn() throws SQLException {
        use(TimescaleServer.empty());
        execute("CREATE SCHEMA tools");
        execute("CREATE EXTENSION timescaledb SCHEMA tools");

        ServerState state = apply();

        assertThat(state.lacking()).isEmpty();
        assertThat(state.capabilities()).isEqualTo(EnumSet.allOf(Capability.class));
    }

    private void use(TestServer empty) throws SQLException {
        server = empty;
        PostgresTables.make(empty);
    }

    private Connection connect() throws SQLException {
        return Objects.requireNonNull(server).connect();
    }

    private ServerState apply() throws SQLException {
        return TimescaleSetup.apply(as("postgres"));
    }

    private ConnectionSource as(String role) {
        return new ConnectionSource() {
            @Override
            public Connection open() throws SQLException {
                Connection connection = connect();
                try (Statement statement = connection.createStatement()) {
                    statement.execute("SET ROLE " + role);
                }
                return connection;
            }

            @Override
            public boolean mayRepeatCommit() {
                return false;
            }

            @Override
            public long patienceNanos(SQLException failure) {
                return 0;
            }

            @Override
            public StorageException explain(String doing, SQLException failure) {
                return new StorageException(doing, failure);
            }
        };
    }

    /// The first minutes of 2025 of market 1: minute `i` goes from `100 + i` to `101 + i`, at most
    /// to `102 + i` and at least to `98 + i`, and has volume `i`.
    private void minutes(int count) throws SQLException {
        execute(
                "INSERT INTO candle SELECT 1, 60, TIMESTAMPTZ '2025-01-01 00:00+00' + i * INTERVAL"
                        + " '1 minute', 100 + i, 102 + i, 98 + i, 101 + i, i FROM"
                        + " generate_series(0, "
                        + count
                        + " - 1) i");
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String text(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
