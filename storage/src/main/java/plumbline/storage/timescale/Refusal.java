package plumbline.storage.timescale;

import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import plumbline.engine.text.ErrorText;

/// Why a server does not do what TimescaleDB could do.
///
/// @param detail the server's own word on it: a message, or the name of the licence
record Refusal(Reason reason, String detail) {
    // of functions and of statements the extension has two messages; both have these words
    private static final Pattern LICENCE =
            Pattern.compile("not supported under the current \"(\\w+)\" license");

    /// Kinds of reasons.
    enum Reason {
        /// The extension is not to be had on the server.
        NOT_INSTALLED,
        /// The server was started without the extension's library.
        NOT_LOADED,
        /// The user may not do it.
        RIGHT,
        /// The extension's licence is without it.
        LICENCE,
        /// The extension does not know it.
        VERSION,
        /// Anything else.
        OTHER
    }

    static Refusal notInstalled() {
        return new Refusal(Reason.NOT_INSTALLED, "");
    }

    /// What the server means.
    ///
    /// @throws SQLException the failure itself, if it is of the connection and not of the statement
    static Refusal of(SQLException failure) throws SQLException {
        String message = ErrorText.of(failure).lines().findFirst().orElse("");
        if (message.contains("must be preloaded")) {
            return new Refusal(Reason.NOT_LOADED, message);
        }
        String state = failure.getSQLState() == null ? "" : failure.getSQLState();
        if (state.isEmpty() || state.startsWith("08") || state.startsWith("57P")) {
            throw failure;
        }
        Matcher licence = LICENCE.matcher(message);
        if (licence.find()) {
            return new Refusal(Reason.LICENCE, licence.group(1));
        }
        return switch (state) {
            case "42501" -> new Refusal(Reason.RIGHT, message);
            case "42883" -> new Refusal(Reason.VERSION, message);
            default -> new Refusal(Reason.OTHER, message);
        };
    }

    /// For people: why the extension is not in use, and who can change it.
    String ofExtension() {
        String why =
                switch (reason) {
                    case NOT_INSTALLED ->
                            "TimescaleDB is not installed on the server. Have it installed there";
                    case NOT_LOADED ->
                            "TimescaleDB is installed on the server, but the server was started"
                                    + " without it. Have an administrator add timescaledb to"
                                    + " shared_preload_libraries in postgresql.conf, restart the"
                                    + " server";
                    case RIGHT ->
                            "TimescaleDB is installed on the server but not in use in this"
                                    + " database, and this user may not change that. Have an"
                                    + " administrator run there: CREATE EXTENSION timescaledb;";
                    case LICENCE, VERSION, OTHER ->
                            "TimescaleDB is installed on the server but cannot be taken into use ("
                                    + detail
                                    + "). Have an administrator look at it";
                };
        return why + " and connect again. Until then " + without(EnumSet.allOf(Capability.class));
    }

    /// For people: why capabilities of the extension are not there, and who can change it.
    String of(Set<Capability> lacking) {
        String names = lacking.stream().map(Capability::title).collect(Collectors.joining(", "));
        String why =
                switch (reason) {
                    case LICENCE ->
                            "The server's TimescaleDB has the licence '"
                                    + detail
                                    + "', which is without "
                                    + names
                                    + ". Where its build has them, an administrator sets"
                                    + " timescaledb.license = 'timescale' in postgresql.conf and"
                                    + " restarts the server";
                    case RIGHT ->
                            "This user may not set up TimescaleDB's "
                                    + names
                                    + " ("
                                    + detail
                                    + "). Connect once as the owner of the tables";
                    case VERSION ->
                            "The server's TimescaleDB is too old for "
                                    + names
                                    + " ("
                                    + detail
                                    + "). Have it updated and connect again";
                    case NOT_INSTALLED, NOT_LOADED, OTHER ->
                            "TimescaleDB's "
                                    + names
                                    + " could not be set up ("
                                    + detail
                                    + "). It is tried again at the next start";
                };
        return why + ". Until then " + without(lacking);
    }

    private static String without(Set<Capability> lacking) {
        return lacking.stream().map(Capability::without).collect(Collectors.joining("; ", "", "."));
    }
}
