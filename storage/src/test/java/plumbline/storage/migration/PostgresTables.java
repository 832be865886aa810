package plumbline.storage.migration;

import java.sql.SQLException;
import plumbline.storage.server.TestServer;

/// The tables of the shared store, for tests.
public final class PostgresTables {
    private PostgresTables() {}

    /// Makes them in an empty place.
    public static void make(TestServer server) throws SQLException {
        Migrations.run(server.url(), server.user(), server.password(), ServerSchema.STEPS);
    }
}
