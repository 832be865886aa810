package plumbline.storage.h2;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;
import org.h2.api.ErrorCode;
import org.h2.jdbc.JdbcException;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;
import plumbline.engine.market.StorageException;
import plumbline.engine.text.ErrorText;

/// What an error of H2 means, and what to do about it.
final class H2Errors {
    private H2Errors() {}

    /// Whether the same work can succeed when it is done again: another process was in the way, or
    /// the one that held the file has gone.
    static boolean isPassing(SQLException failure) {
        return isHeld(failure)
                || isRolledBack(failure)
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

    /// Whether the process that held the file has gone, or has closed it.
    static boolean isHostLost(SQLException failure) {
        return isRolledBack(failure)
                || switch (failure.getErrorCode()) {
                    case ErrorCode.CONNECTION_BROKEN_1,
                            ErrorCode.DATABASE_IS_CLOSED,
                            ErrorCode.DATABASE_CALLED_AT_SHUTDOWN,
                            ErrorCode.OBJECT_CLOSED ->
                            true;
                    default -> false;
                };
    }

    /// The process that held the file has rolled the transaction back, as it does when it closes
    /// the file while a statement of another one is going on. From there comes only the text.
    private static boolean isRolledBack(SQLException failure) {
        String illegalState = "/" + DataUtils.ERROR_TRANSACTION_ILLEGAL_STATE + "]";
        return failure.getErrorCode() == ErrorCode.GENERAL_ERROR_1
                && String.valueOf(failure.getMessage()).contains(illegalState);
    }

    /// Whether the file is held by a process that does not, or does not yet, serve it.
    static boolean isHeld(SQLException failure) {
        int code = failure.getErrorCode();
        return code == ErrorCode.DATABASE_ALREADY_OPEN_1
                || code == ErrorCode.ERROR_OPENING_DATABASE_1;
    }

    /// @param doing what was tried, for example `store binance:BTC/USDT 1m`
    static StorageException explain(String doing, Path file, SQLException failure) {
        String state =
                failure instanceof NotFlushedException
                        ? "it may be lost, so do it again"
                        : "nothing was changed";
        String message = "cannot " + doing + ": " + reason(file, failure) + "; " + state;
        return !isDiskFull(file, failure) && isDamaged(failure)
                ? new DamagedStoreException(message, failure)
                : new StorageException(message, failure);
    }

    private static String reason(Path file, SQLException failure) {
        if (isDiskFull(file, failure)) {
            return "the disk that holds " + file + " is full; make room and try again";
        }
        if (isDamaged(failure)) {
            return file
                    + " is damaged or not a database ("
                    + message(failure)
                    + "); put a whole copy in its place, or move it away and import again";
        }
        return switch (failure.getErrorCode()) {
            case ErrorCode.DATABASE_ALREADY_OPEN_1, ErrorCode.ERROR_OPENING_DATABASE_1 ->
                    "another program holds "
                            + file
                            + " and does not share it; close that program, or choose another home"
                            + " folder with --home";
            case ErrorCode.LOCK_TIMEOUT_1, ErrorCode.DEADLOCK_1, ErrorCode.CONCURRENT_UPDATE_1 ->
                    "another program is writing to " + file + "; try again when it is done";
            case ErrorCode.IO_EXCEPTION_1, ErrorCode.IO_EXCEPTION_2 ->
                    file + " cannot be read or written (" + message(failure) + ")";
            default -> message(failure);
        };
    }

    private static boolean isDamaged(SQLException failure) {
        int code = failure.getErrorCode();
        if (code == ErrorCode.FILE_CORRUPTED_1 || code == ErrorCode.FILE_VERSION_ERROR_1) {
            return true;
        }
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof MVStoreException store) {
                return switch (store.getErrorCode()) {
                    case DataUtils.ERROR_FILE_CORRUPT,
                            DataUtils.ERROR_UNSUPPORTED_FORMAT,
                            DataUtils.ERROR_CHUNK_NOT_FOUND,
                            DataUtils.ERROR_BLOCK_NOT_FOUND,
                            DataUtils.ERROR_SERIALIZATION ->
                            true;
                    default -> false;
                };
            }
        }
        return false;
    }

    /// The system's own words may be in any language, so the disk is asked too.
    private static boolean isDiskFull(Path file, Throwable failure) {
        boolean writing = false;
        for (Throwable t = failure; t != null; t = t.getCause()) {
            String message = ErrorText.of(t).toLowerCase(Locale.ROOT);
            if (message.contains("no space left") || message.contains("not enough space")) {
                return true;
            }
            writing |=
                    t instanceof MVStoreException store
                            && store.getErrorCode() == DataUtils.ERROR_WRITING_FAILED;
        }
        return writing && DiskSpace.isNone(file);
    }

    /// H2's words in English, without its SQL and its build number.
    static String message(SQLException failure) {
        String words =
                failure instanceof JdbcException known
                        ? known.getOriginalMessage()
                        : ErrorText.of(failure);
        // a translation comes first, then the original
        String english = words.lines().reduce("", (_, line) -> line);
        return english.replaceAll(" \\[\\d+-\\d+]$", "");
    }
}
