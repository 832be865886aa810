package plumbline.storage.migration;

import java.sql.SQLException;
import plumbline.storage.server.ExternalServer;
import plumbline.storage.server.TestServer;

class ExternalTablesTest extends PostgresTablesContract {
    @Override
    TestServer empty() throws SQLException {
        return ExternalServer.empty();
    }
}
