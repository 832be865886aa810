package plumbline.storage.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TimescaleServerTest extends TimescaleContract {
    @Override
    TestServer empty() {
        return TimescaleServer.empty();
    }

    @Override
    @BeforeEach
    void makeAHypertable() throws SQLException {
        execute("CREATE EXTENSION IF NOT EXISTS timescaledb");
        super.makeAHypertable();
    }

    @Test
    void itIsTimescaleWhole() throws SQLException {
        assertThat(text("SHOW server_version")).startsWith("17.");
        assertThat(text("SHOW timescaledb.license")).isEqualTo("timescale");
    }

    @Test
    void aSecondConnectionWaitsForTheTransactionOfTheFirst() throws Exception {
        try (Connection other = server.connect()) {
            connection.setAutoCommit(false);
            execute("INSERT INTO reading VALUES (1, now(), 1, 1)");
            CompletableFuture<Integer> seen = CompletableFuture.supplyAsync(() -> rows(other));

            assertThatThrownBy(() -> seen.get(300, TimeUnit.MILLISECONDS))
                    .isInstanceOf(TimeoutException.class);
            execute("INSERT INTO reading VALUES (2, now(), 1, 1)");
            connection.commit();

            assertThat(seen.get(10, TimeUnit.SECONDS)).isEqualTo(2);
        }
    }

    private static int rows(Connection connection) {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM reading")) {
            row.next();
            return row.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aNewDatabaseIsEmptyAgain() throws Exception {
        execute("INSERT INTO reading VALUES (1, now(), 1, 1)");
        connection.close();

        server = TimescaleServer.empty();
        connection = server.connect();

        assertThat(text("SELECT count(*) FROM pg_extension WHERE extname = 'timescaledb'"))
                .isEqualTo("0");
        assertThat(text("SELECT to_regclass('reading')")).isNull();
    }

    @Test
    void theApacheLicenceRefusesWhatIsNotInIt() throws SQLException {
        try (TestServer apache = TimescaleServer.emptyWithApacheLicence();
                Connection there = apache.connect();
                Statement statement = there.createStatement()) {
            statement.execute("CREATE EXTENSION timescaledb");
            statement.execute("CREATE TABLE t(ts TIMESTAMPTZ NOT NULL)");
            statement.execute("SELECT create_hypertable('t', by_range('ts'))");

            assertThatThrownBy(() -> statement.execute("ALTER TABLE t SET (timescaledb.compress)"))
                    .isInstanceOfSatisfying(SQLException.class, e -> hasState(e, "0A000"))
                    .hasMessageContaining(
                            "functionality not supported under the current \"apache\" license");
            assertThatThrownBy(() ->
                            statement.execute("SELECT add_retention_policy('t', INTERVAL '1 day')"))
                    .isInstanceOfSatisfying(SQLException.class, e -> hasState(e, "0A000"))
                    .hasMessageContaining(
                            "function \"add_retention_policy\" is not supported under the current"
                                    + " \"apache\" license");
        }
    }
}
