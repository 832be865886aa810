package plumbline.storage.migration;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.h2.api.ErrorCode;
import plumbline.engine.market.StorageException;
import plumbline.storage.h2.H2Database;

/// Which tables there are. Opening a database whose tables are current costs one query; Flyway is
/// loaded only when there is something to do.
public enum Schema {
    /// Candles and runs in H2.
    MARKET(
            "market/V1__candles_and_runs.sql",
            "market/V2__slots_tail_and_ledger.sql",
            "market/V3__last_write.sql"),
    /// What must not be lost.
    JOURNAL("journal/V1__audit.sql", "journal/V2__last_write.sql");

    private final List<String> steps;

    private static final String NEWEST_STEP =
            "SELECT \"version\" FROM \"flyway_schema_history\" WHERE \"success\""
                    + " ORDER BY \"installed_rank\" DESC FETCH FIRST 1 ROW ONLY";

    /// @param steps from nothing to now, oldest first; the n-th makes version n
    Schema(String... steps) {
        this.steps = List.of(steps);
    }

    List<String> steps() {
        return steps;
    }

    /// Makes or changes the tables if they are not current.
    ///
    /// @throws StorageException if they are of a newer version, or cannot be changed
    public void bringUpToDate(H2Database database) {
        int found = version(database);
        if (found > steps.size()) {
            throw new StorageException(
                    database.file()
                            + " was written by a newer Plumbline (its tables have version "
                            + found
                            + ", this Plumbline knows "
                            + steps.size()
                            + "); update Plumbline, or choose another home folder with --home");
        }
        if (found > 0 && found < steps.size()) {
            database.backUp("before-version-" + steps.size());
        }
        if (found < steps.size()) {
            migrate(database);
        }
    }

    /// Whether a database that cannot be changed has all the tables of today.
    public boolean isCurrent(H2Database database) {
        return version(database) == steps.size();
    }

    private void migrate(H2Database database) {
        database.changeTables(
                "make the tables in " + database.file(),
                (connection, url, user, password) -> {
                    // another process may have done the same meanwhile
                    if (versionIn(connection) < steps.size()) {
                        Migrations.run(url, user, password, steps);
                    }
                });
    }

    private static int version(H2Database database) {
        return database.read("open " + database.file(), Schema::versionIn);
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
