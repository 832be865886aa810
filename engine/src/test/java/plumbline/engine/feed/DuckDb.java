package plumbline.engine.feed;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/// DuckDB, a widely used program that reads and writes Parquet: the other side in tests.
final class DuckDb {
    private DuckDb() {}

    /// Writes what `select` gives.
    ///
    /// @param options like `codec 'zstd'`, or nothing
    static Path write(Path file, String select, String options) {
        String more = options.isEmpty() ? "" : ", " + options;
        try (Connection connection = open();
                Statement statement = connection.createStatement()) {
            // TIMESTAMPTZ is shown and read in the session's zone
            statement.execute("set timezone = 'UTC'");
            statement.execute(
                    "copy (" + select + ") to '" + file + "' (format parquet" + more + ")");
        } catch (SQLException e) {
            throw new AssertionError("DuckDB refuses " + select, e);
        }
        return file;
    }

    static Path write(Path file, String select) {
        return write(file, select, "");
    }

    /// The rows that a query gives, each value by its text.
    static List<List<String>> rows(String query) {
        List<List<String>> rows = new ArrayList<>();
        read(
                query,
                result -> {
                    List<String> row = new ArrayList<>();
                    for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                        row.add(result.getString(i));
                    }
                    rows.add(row);
                });
        return rows;
    }

    /// What is done with each row.
    @FunctionalInterface
    interface Row {
        void take(ResultSet row) throws SQLException;
    }

    static void read(String query, Row sink) {
        try (Connection connection = open();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            while (result.next()) {
                sink.take(result);
            }
        } catch (SQLException e) {
            throw new AssertionError("DuckDB refuses " + query, e);
        }
    }

    private static Connection open() throws SQLException {
        return DriverManager.getConnection("jdbc:duckdb:");
    }
}
