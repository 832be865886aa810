package plumbline.app.cli;

import java.util.List;

/// Why a command ends early: an exit status and what to tell the user.
final class CommandFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient List<?> details;

    /// @param details what `--json` adds to the message, for example the faults of a file
    CommandFailure(int status, String message, List<?> details) {
        super(message);
        this.status = status;
        this.details = details;
    }

    static CommandFailure usage(String message) {
        return new CommandFailure(ExitStatus.USAGE, message, List.of());
    }

    static CommandFailure failed(String message) {
        return new CommandFailure(ExitStatus.FAILED, message, List.of());
    }

    static CommandFailure cancelled(String message) {
        return new CommandFailure(ExitStatus.CANCELLED, message, List.of());
    }

    int status() {
        return status;
    }

    List<?> details() {
        return details;
    }
}
