package plumbline.storage.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import plumbline.storage.server.ExternalServer;
import plumbline.storage.server.PostgresServer;
import plumbline.storage.server.TestServer;

class PostgresTablesTest extends PostgresTablesContract {
    @Override
    TestServer empty() throws SQLException {
        return PostgresServer.empty();
    }

    @Test
    void tablesOfOthersAreLeftAlone() throws SQLException {
        try (TestServer shared = PostgresServer.empty();
                Connection connection = shared.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE of_others AS SELECT 1 AS i");

            PostgresTables.make(shared);
            PostgresTables.make(shared);

            assertThat(statement.execute("SELECT i FROM of_others")).isTrue();
            assertThat(statement.execute("SELECT closed FROM candle")).isTrue();
        }
    }

    @Test
    void twoPlacesInOneDatabaseAreTwo() throws SQLException {
        try (TestServer database = PostgresServer.empty();
                TestServer place = ExternalServer.in(database);
                Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            PostgresTables.make(database);
            PostgresTables.make(place);

            assertThat(
                            statement.executeQuery(
                                    "SELECT count(*) FROM pg_tables WHERE tablename = 'candle'"))
                    .satisfies(row -> {
                        row.next();
                        assertThat(row.getInt(1)).isEqualTo(2);
                    });
        }
    }
}
