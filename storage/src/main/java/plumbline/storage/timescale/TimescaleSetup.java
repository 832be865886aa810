package plumbline.storage.timescale;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import plumbline.storage.transaction.ConnectionSource;

/// Finds out what a server can do and makes the tables use it: the extension TimescaleDB is taken
/// into use if it can be, then each step of `timescale.sql` is taken that was not taken before.
/// Several programs may do so at once.
public final class TimescaleSetup {
    /// A number that all Plumblines lock while they set up, in the server's advisory locks.
    private static final long LOCK = 0x506c756d626c696eL;

    private static final String PRESENT =
            """
            SELECT 'HYPERTABLE ' || hypertable_name FROM timescaledb_information.hypertables
            WHERE hypertable_schema = current_schema()
            UNION ALL
            SELECT 'COMPRESSION ' || hypertable_name FROM timescaledb_information.hypertables
            WHERE hypertable_schema = current_schema() AND compression_enabled
            UNION ALL
            SELECT 'CONTINUOUS_AGGREGATE ' || view_name
            FROM timescaledb_information.continuous_aggregates
            WHERE view_schema = current_schema()\
            """;

    private final Connection connection;
    private final Set<String> taken = new TreeSet<>();
    private final Set<String> policies = new TreeSet<>();
    private final Set<String> made = new HashSet<>();
    private final Map<Capability, Refusal> refused = new EnumMap<>(Capability.class);

    private TimescaleSetup(Connection connection) {
        this.connection = connection;
    }

    /// Sets up what can be set up. The tables must be there.
    ///
    /// @throws SQLException if the server does not answer, or there are no tables; what the server
    ///   refuses is told in the result
    public static ServerState apply(ConnectionSource connections) throws SQLException {
        Refusal refusal = takeIntoUse(connections);
        try (Connection connection = connections.open()) {
            connection.setAutoCommit(true);
            return new TimescaleSetup(connection).state(refusal);
        }
    }

    /// Has a connection of its own: a server that was started without the library ends it.
    private static @Nullable Refusal takeIntoUse(ConnectionSource connections) throws SQLException {
        try (Connection connection = connections.open()) {
            connection.setAutoCommit(true);
            TimescaleSetup setup = new TimescaleSetup(connection);
            if (setup.timescaleVersion() != null) {
                return null;
            }
            String available =
                    "SELECT default_version FROM pg_available_extensions WHERE name ="
                            + " 'timescaledb'";
            if (setup.text(available) == null) {
                return Refusal.notInstalled();
            }
            return setup.refusalOf("CREATE EXTENSION IF NOT EXISTS timescaledb SCHEMA public");
        }
    }

    private @Nullable Refusal refusalOf(String sql) throws SQLException {
        try {
            execute(sql);
            return null;
        } catch (SQLException e) {
            return Refusal.of(e);
        }
    }

    private ServerState state(@Nullable Refusal refusal) throws SQLException {
        String server = version(connection.getMetaData().getDatabaseProductVersion());
        if (refusal != null) {
            return new ServerState(server, null, null, Set.of(), List.of(refusal.ofExtension()));
        }
        execute("SELECT pg_advisory_lock(" + LOCK + ")");
        try {
            findFunctions();
            takeSteps();
        } finally {
            execute("SELECT pg_advisory_unlock(" + LOCK + ")");
        }
        Set<Capability> capabilities = EnumSet.allOf(Capability.class);
        capabilities.removeAll(refused.keySet());
        return new ServerState(
                server,
                timescaleVersion(),
                text("SELECT current_setting('timescaledb.license', true)"),
                capabilities,
                lacking());
    }

    /// A distribution adds words of its own.
    private static String version(String product) {
        return product.split(" ", 2)[0];
    }

    private @Nullable String timescaleVersion() throws SQLException {
        return text("SELECT extversion FROM pg_extension WHERE extname = 'timescaledb'");
    }

    /// The extension's functions may be in a schema that is not looked at.
    private void findFunctions() throws SQLException {
        execute(
                """
                SELECT set_config('search_path', concat_ws(', ',
                    nullif(current_setting('search_path'), ''), quote_ident(n.nspname)), false)
                FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace
                WHERE e.extname = 'timescaledb' AND n.nspname <> ALL(current_schemas(false))\
                """);
    }

    private void takeSteps() throws SQLException {
        collect(PRESENT, taken);
        collect("SELECT policy FROM policy_added", policies);
        for (SetupStep step : SetupStep.all()) {
            if (!isTaken(step) && !refused.containsKey(step.capability())) {
                take(step);
            }
        }
    }

    /// A policy that was added once and is gone was taken away by somebody, unless its table is
    /// new.
    private boolean isTaken(SetupStep step) {
        return step.policy()
                ? policies.contains(step.name()) && !made.contains(step.object())
                : taken.contains(step.name());
    }

    private void take(SetupStep step) throws SQLException {
        Refusal refusal = refusalOf(step.sql());
        if (refusal != null) {
            refuse(step.capability(), refusal);
        } else if (step.policy()) {
            execute(
                    "INSERT INTO policy_added(policy) VALUES ('"
                            + step.name()
                            + "') ON CONFLICT (policy) DO NOTHING");
        } else {
            made.add(step.object());
        }
    }

    /// All else is done to tables in pieces.
    private void refuse(Capability capability, Refusal refusal) {
        if (capability == Capability.HYPERTABLE) {
            for (Capability each : Capability.values()) {
                refused.put(each, refusal);
            }
        } else {
            refused.put(capability, refusal);
        }
    }

    /// One message for all that is lacking for the same reason.
    private List<String> lacking() {
        Map<Refusal.Reason, Refusal> reasons = new EnumMap<>(Refusal.Reason.class);
        refused.values().forEach(refusal -> reasons.putIfAbsent(refusal.reason(), refusal));
        return reasons.values().stream().map(refusal -> refusal.of(lackingFor(refusal))).toList();
    }

    private Set<Capability> lackingFor(Refusal refusal) {
        Set<Capability> lacking = EnumSet.noneOf(Capability.class);
        refused.forEach((capability, other) -> {
            if (other.reason() == refusal.reason()) {
                lacking.add(capability);
            }
        });
        return lacking;
    }

    private void collect(String sql, Set<String> into) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                into.add(row.getString(1));
            }
        }
    }

    /// The first value of a query, `null` if there is none.
    private @Nullable String text(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? row.getString(1) : null;
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
