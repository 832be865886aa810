package plumbline.ui.error;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import plumbline.engine.market.StorageException;
import plumbline.engine.text.ErrorText;
import plumbline.ui.text.Texts;

/// Makes a problem of an exception that nobody has put into better words.
///
/// Threads: any thread.
final class ProblemKinds {
    private ProblemKinds() {}

    static Problem of(Throwable failure) {
        Throwable cause = failure;
        while ((cause instanceof UncheckedIOException
                        || cause instanceof ExecutionException
                        || cause instanceof CompletionException)
                && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return kind(cause).with(failure);
    }

    private static Problem kind(Throwable cause) {
        String why = ErrorText.of(cause);
        return switch (cause) {
            case StorageException e -> problem("STO-101", "store", why);
            case OutOfMemoryError e -> problem("MEM-101", "memory", why);
            case NoSuchFileException e -> problem("FIL-101", "missing", why);
            case AccessDeniedException e -> problem("FIL-102", "denied", why);
            case ConnectException e -> problem("NET-101", "network", why);
            case SocketTimeoutException e -> problem("NET-102", "network", why);
            case UnknownHostException e -> problem("NET-103", "network", why);
            case IOException e ->
                    isFull(e) ? problem("FIL-103", "full", why) : problem("FIL-100", "file", why);
            default ->
                    problem(
                            "BUG-101",
                            "bug",
                            cause.getMessage() == null
                                    ? why
                                    : cause.getClass().getSimpleName() + ": " + why);
        };
    }

    private static boolean isFull(IOException failure) {
        String reason =
                failure instanceof FileSystemException e && e.getReason() != null
                        ? e.getReason()
                        : ErrorText.of(failure);
        String text = reason.toLowerCase(Locale.ROOT);
        return text.contains("no space left") || text.contains("not enough space");
    }

    private static Problem problem(String code, String kind, String why) {
        return Problem.of(Severity.ERROR, code, Texts.of("error.what." + kind))
                .because(why)
                .already(Texts.of("error.done." + kind))
                .advising(Texts.of("error.todo." + kind));
    }
}
