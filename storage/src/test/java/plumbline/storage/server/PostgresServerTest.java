package plumbline.storage.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class PostgresServerTest extends ServerContract {
    @Override
    TestServer empty() throws SQLException {
        return PostgresServer.empty();
    }

    @Test
    void itIsPostgresWithoutTimescale() throws SQLException {
        assertThat(text("SHOW server_version")).startsWith("18.");
        assertThat(
                        text(
                                "SELECT count(*) FROM pg_available_extensions WHERE name ="
                                        + " 'timescaledb'"))
                .isEqualTo("0");
    }

    @Test
    void eachDatabaseIsEmpty() throws SQLException {
        try (TestServer other = PostgresServer.empty();
                var there = other.connect();
                var tables = there.getMetaData().getTables(null, "public", null, null)) {
            assertThat(tables.next()).isFalse();
        }
    }
}
