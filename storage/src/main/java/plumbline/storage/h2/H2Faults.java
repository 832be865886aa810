package plumbline.storage.h2;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;
import org.h2.api.ErrorCode;
import plumbline.engine.market.StorageException;
import plumbline.engine.text.Messages;

/// What an error of H2 means, and what to do about it.
final class H2Faults {
    private H2Faults() {}

    /// Whether the same work can succeed when it is done again: another process was in the way, or
    /// the one that held the file has gone.
    static boolean isPassing(SQLException failure) {
        return isHeld(failure)
                || switch (failure.getErrorCode()) {
                    case ErrorCode.CONNECTION_BROKEN_1,
                            ErrorCode.DATABASE_IS_CLOSED,
                            ErrorCode.DATABASE_CALLED_AT_SHUTDOWN,
                            ErrorCode.DATABASE_IS_IN_EXCLUSIVE_MODE,
                            ErrorCode.STATEMENT_WAS_CANCELED,
                            ErrorCode.OBJECT_CLOSED,
                            ErrorCode.LOCK_TIMEOUT_1,
                            ErrorCode.DEADLOCK_1,
                            ErrorCode.CONCURRENT_UPDATE_1,
                            // another process made the same row first
                            ErrorCode.DUPLICATE_KEY_1 ->
                            true;
                    default -> false;
                };
    }

    /// Whether the file is held by a process that does not, or does not yet, serve it.
    static boolean isHeld(SQLException failure) {
        int code = failure.getErrorCode();
        return code == ErrorCode.DATABASE_ALREADY_OPEN_1
                || code == ErrorCode.ERROR_OPENING_DATABASE_1;
    }

    /// @param doing what was tried, for example `store binance:BTC/USDT 1m`
    static StorageException explain(String doing, Path file, SQLException failure) {
        return new StorageException(
                "cannot " + doing + ": " + reason(file, failure) + "; nothing was changed",
                failure);
    }

    private static String reason(Path file, SQLException failure) {
        if (isDiskFull(failure)) {
            return "the disk that holds " + file + " is full; make room and try again";
        }
        return switch (failure.getErrorCode()) {
            case ErrorCode.DATABASE_ALREADY_OPEN_1, ErrorCode.ERROR_OPENING_DATABASE_1 ->
                    "another program holds "
                            + file
                            + " and does not share it; close that program, or choose another home"
                            + " folder with --home";
            case ErrorCode.LOCK_TIMEOUT_1, ErrorCode.DEADLOCK_1, ErrorCode.CONCURRENT_UPDATE_1 ->
                    "another program is writing to " + file + "; try again when it is done";
            case ErrorCode.FILE_CORRUPTED_1,
                    ErrorCode.FILE_VERSION_ERROR_1,
                    ErrorCode.GENERAL_ERROR_1 ->
                    file
                            + " is damaged or not a database ("
                            + message(failure)
                            + "); move it away or restore a copy, then import again";
            case ErrorCode.IO_EXCEPTION_1, ErrorCode.IO_EXCEPTION_2 ->
                    file + " cannot be read or written (" + message(failure) + ")";
            default -> message(failure);
        };
    }

    private static boolean isDiskFull(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            String message = Messages.of(t).toLowerCase(Locale.ROOT);
            if (message.contains("no space left") || message.contains("not enough space")) {
                return true;
            }
        }
        return false;
    }

    /// H2's words without its SQL and without the build number at their end.
    private static String message(SQLException failure) {
        String first = Messages.of(failure).lines().findFirst().orElse("");
        return first.replaceAll("; SQL statement:$", "").replaceAll(" \\[\\d+-\\d+]$", "");
    }
}
