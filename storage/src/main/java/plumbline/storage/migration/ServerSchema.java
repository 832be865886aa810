package plumbline.storage.migration;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import plumbline.engine.market.StorageException;
import plumbline.storage.ServerAddress;
import plumbline.storage.timescale.ServerDatabase;

/// Which tables there are on a server. If they are current that costs one query.
public final class ServerSchema {
    /// The steps from nothing to now, oldest first; the n-th makes version n.
    static final List<String> STEPS = List.of("postgres/V1__candles_and_runs.sql");

    private ServerSchema() {}

    /// Makes or changes the tables if they are not current.
    ///
    /// @throws StorageException if they are of a newer version, or cannot be changed
    public static void bringUpToDate(ServerDatabase database) {
        int found =
                database.read("look at the tables in " + database.name(), ServerSchema::version);
        if (found > STEPS.size()) {
            throw new StorageException(
                    database.name()
                            + " was written by a newer Plumbline (its tables have version "
                            + found
                            + ", this Plumbline knows "
                            + STEPS.size()
                            + "); update Plumbline");
        }
        if (found < STEPS.size()) {
            ServerAddress address = database.address();
            database.write(
                    "make the tables in " + database.name(),
                    connection -> {
                        // the driver's one session may be all there is, so nothing is held open
                        connection.commit();
                        Migrations.run(address.url(), address.user(), address.password(), STEPS);
                        return STEPS.size();
                    });
        }
    }

    private static int version(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            try (ResultSet row =
                    statement.executeQuery(
                            // not to_regclass: another schema on the search path may have one
                            "SELECT 1 FROM pg_tables WHERE schemaname = current_schema()"
                                    + " AND tablename = 'flyway_schema_history'")) {
                if (!row.next()) {
                    return 0;
                }
            }
            try (ResultSet row =
                    statement.executeQuery(
                            "SELECT version FROM flyway_schema_history WHERE success AND version"
                                    + " IS NOT NULL ORDER BY installed_rank DESC FETCH FIRST 1 ROW"
                                    + " ONLY")) {
                return row.next() ? Integer.parseInt(row.getString(1)) : 0;
            }
        }
    }
}
