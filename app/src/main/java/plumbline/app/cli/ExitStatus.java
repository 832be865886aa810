package plumbline.app.cli;

/// What a command's end is called.
final class ExitStatus {
    /// Done.
    static final int DONE = 0;

    /// It could not be done; the message says why.
    static final int FAILED = 1;

    /// Wrong usage or a bad input file.
    static final int USAGE = 2;

    /// It ran and found faults.
    static final int FAULTS = 3;

    /// Cancelled by the user.
    static final int CANCELLED = 130;

    private ExitStatus() {}
}
