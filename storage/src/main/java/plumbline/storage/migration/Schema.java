package plumbline.storage.migration;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.h2.api.ErrorCode;
import plumbline.engine.market.StorageException;
import plumbline.storage.h2.H2Database;
import plumbline.storage.h2.OpeningTurn;

/// Which tables there are. Opening a database whose tables are current costs one query; Flyway is
/// loaded only when there is something to do.
public final class Schema {
    /// The steps from nothing to now, oldest first; the n-th makes version n.
    static final List<String> STEPS = List.of("V1__candles_and_runs.sql");

    private static final String NEWEST_STEP =
            "SELECT \"version\" FROM \"flyway_schema_history\" WHERE \"success\""
                    + " ORDER BY \"installed_rank\" DESC FETCH FIRST 1 ROW ONLY";

    private Schema() {}

    /// Makes or changes the tables if they are not current.
    ///
    /// @throws StorageException if they are of a newer version, or cannot be changed
    public static void bringUpToDate(H2Database database) {
        int found = version(database);
        if (found > STEPS.size()) {
            throw new StorageException(
                    database.file()
                            + " was written by a newer Plumbline (its tables have version "
                            + found
                            + ", this Plumbline knows "
                            + STEPS.size()
                            + "); update Plumbline, or choose another home folder with --home");
        }
        if (found < STEPS.size()) {
            migrate(database);
        }
    }

    private static void migrate(H2Database database) {
        database.write(
                "make the tables in " + database.file(),
                connection -> {
                    // another process may want to do the same at the same time
                    try (OpeningTurn _ = database.turn()) {
                        if (versionIn(connection) < STEPS.size()) {
                            Migrations.run(database);
                        }
                        return STEPS.size();
                    }
                });
    }

    private static int version(H2Database database) {
        return database.write("open " + database.file(), Schema::versionIn);
    }

    /// 0 if there are no tables.
    private static int versionIn(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(NEWEST_STEP)) {
            return row.next() ? row.getInt(1) : 0;
        } catch (SQLException e) {
            return switch (e.getErrorCode()) {
                case ErrorCode.TABLE_OR_VIEW_NOT_FOUND_1,
                        ErrorCode.TABLE_OR_VIEW_NOT_FOUND_WITH_CANDIDATES_2,
                        ErrorCode.TABLE_OR_VIEW_NOT_FOUND_DATABASE_EMPTY_1 ->
                        0;
                default -> throw e;
            };
        }
    }
}
