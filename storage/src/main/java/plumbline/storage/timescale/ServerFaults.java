package plumbline.storage.timescale;

import java.sql.SQLException;
import plumbline.engine.market.StorageException;
import plumbline.engine.text.ErrorText;
import plumbline.storage.WrongPlaceException;

/// What an error of PostgreSQL means, and what to do about it. Codes: PostgreSQL manual, appendix
/// A.
final class ServerFaults {
    private ServerFaults() {}

    /// Whether the same work can succeed when it is done again soon.
    static boolean isPassing(SQLException failure) {
        String state = state(failure);
        return state.startsWith("08") // connection
                || state.equals("40001") // serialization failure
                || state.equals("40P01") // deadlock
                || state.equals("55P03") // lock not available
                || state.equals("57P01") // administrator ended the session
                || state.equals("57P03") // server is starting
                || state.equals("23505"); // another program made the same row first
    }

    static StorageException explain(String doing, String place, SQLException failure) {
        // the reason has the address
        String what = doing.replace(place, "the server");
        String message = "cannot " + what + ": " + reason(place, failure) + "; nothing was changed";
        return isOfPlace(failure)
                ? new WrongPlaceException(message, failure, true)
                : new StorageException(message, failure);
    }

    private static boolean isOfPlace(SQLException failure) {
        String state = state(failure);
        return state.startsWith("08") || state.startsWith("28") || state.equals("3D000");
    }

    /// A driver's word for an account that is refused is that of a connection that is refused.
    private static String code(SQLException failure) {
        boolean account = message(failure).contains("password");
        return account && state(failure).startsWith("08") ? "28P01" : state(failure);
    }

    private static String reason(String place, SQLException failure) {
        String message = message(failure);
        return switch (code(failure)) {
            case "08001", "08004", "08006", "08000", "08003" ->
                    "no connection to "
                            + place
                            + " ("
                            + message
                            + "); is the server running, and is the address right?";
            case "28P01", "28000" ->
                    place
                            + " does not let this user in ("
                            + message
                            + "); are the user and the password (PLUMBLINE_STORE_PASSWORD) right?";
            case "3D000" -> place + " is not there (" + message + "); have it created first";
            case "42501" ->
                    "the rights in "
                            + place
                            + " are not enough ("
                            + message
                            + "); the user must be allowed to create tables and to write";
            case "53100" -> "the disk of " + place + " is full; make room and try again";
            case "53300" -> place + " has too many connections; try again later";
            default -> place + ": " + message;
        };
    }

    private static String state(SQLException failure) {
        String state = failure.getSQLState();
        return state == null ? "" : state;
    }

    /// The first line: the rest is for the server's own log.
    private static String message(SQLException failure) {
        return ErrorText.of(failure).lines().findFirst().orElse("");
    }
}
