package plumbline.storage.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A server that is named from outside is used in a schema that is dropped afterwards.
class ExternalSchemaTest {
    @Test
    void allIsMadeInASchemaOfItsOwnThatIsDroppedAfterwards() throws SQLException {
        try (TestServer postgres = PostgresServer.empty();
                Connection connection = postgres.connect()) {
            List<String> before = schemas(connection);

            try (TestServer external = ExternalServer.in(postgres);
                    Connection inside = external.connect();
                    var statement = inside.createStatement()) {
                statement.execute("CREATE TABLE t(i INT)");
                assertThat(inside.getSchema()).startsWith("plumbline_test_");
                assertThat(schemas(connection)).hasSize(before.size() + 1);
            }

            assertThat(schemas(connection)).isEqualTo(before);
        }
    }

    private static List<String> schemas(Connection connection) throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet row = connection.getMetaData().getSchemas()) {
            while (row.next()) {
                names.add(row.getString(1));
            }
        }
        return names;
    }
}
