package plumbline.app.cli;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plumbline.app.Logs;
import plumbline.engine.exchange.http.ExchangeException;
import plumbline.engine.market.StorageException;
import plumbline.engine.text.ErrorText;

/// Turns what went wrong into a message and an exit status. Never a stack trace without `-v`.
final class Failures {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private Failures() {}

    /// @return the exit status
    static int report(Throwable failure, Terminal terminal) {
        int status = status(failure);
        List<?> details = failure instanceof CommandFailure command ? command.details() : List.of();
        log(failure);
        fail(terminal, status, message(failure), details);
        if (terminal.isVerbose()) {
            StringWriter trace = new StringWriter();
            failure.printStackTrace(new PrintWriter(trace));
            terminal.error(trace.toString());
        }
        return status;
    }

    /// Says what went wrong beside the command.
    static void tell(Throwable failure, Terminal terminal) {
        terminal.error("plumbline: " + message(failure));
    }

    private static void log(Throwable failure) {
        switch (failure) {
            case CommandFailure _, CancellationException _, IllegalArgumentException _ ->
                    LOG.debug(Logs.TOLD, "refused", failure);
            case StorageException _, ExchangeException _, IOException _, UncheckedIOException _ ->
                    LOG.info(Logs.TOLD, "could not be done", failure);
            default -> LOG.error(Logs.TOLD, "failed", failure);
        }
    }

    /// Prints the message, and the one document that `--json` promises.
    static void fail(Terminal terminal, int status, String message, List<?> details) {
        if (terminal.isJson()) {
            Map<String, Object> error = new LinkedHashMap<>();
            error.put("status", status);
            error.put("message", message);
            if (!details.isEmpty()) {
                error.put("details", details);
            }
            terminal.result(() -> Map.of("error", error), () -> "");
        }
        terminal.error("plumbline: " + message);
    }

    private static int status(Throwable failure) {
        return switch (failure) {
            case CommandFailure command -> command.status();
            case CancellationException _ -> ExitStatus.CANCELLED;
            case IllegalArgumentException _ -> ExitStatus.USAGE;
            default -> ExitStatus.FAILED;
        };
    }

    private static String message(Throwable failure) {
        return switch (failure) {
            case CommandFailure command -> ErrorText.of(command);
            case CancellationException _ -> ErrorText.of(failure) + "; nothing was changed";
            case IllegalArgumentException _ -> ErrorText.of(failure);
            case StorageException _, ExchangeException _ -> ErrorText.of(failure);
            case UncheckedIOException wrapped when wrapped.getCause() != null ->
                    message(wrapped.getCause());
            case IOException io -> ofIo(io);
            case OutOfMemoryError _ ->
                    "there is not enough memory for this; take less at once: fewer files, or a shorter"
                            + " range with --from and --to";
            default ->
                    "an error inside Plumbline: "
                            + failure
                            + ". Nothing was changed by the part that failed. The details are in"
                            + " logs/plumbline.log of the home folder; report them.";
        };
    }

    private static String ofIo(IOException failure) {
        String text = ErrorText.of(failure);
        return switch (failure) {
            case NoSuchFileException missing -> "there is no file " + missing.getFile();
            case FileNotFoundException _ -> "cannot open " + text;
            case AccessDeniedException denied ->
                    "no right to read or write "
                            + denied.getFile()
                            + "; nothing was changed there. Choose another place or change its rights.";
            case FileAlreadyExistsException exists ->
                    exists.getFile() + " is a file, and a folder is needed there";
            case NotDirectoryException not -> not.getFile() + " is not a folder";
            default -> "reading or writing failed: " + text;
        };
    }
}
