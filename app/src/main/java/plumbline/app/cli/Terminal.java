package plumbline.app.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import plumbline.engine.report.Json;

/// What a command prints, and where: results to standard output, everything else to standard error.
///
/// Not thread-safe but for [#progress], which is called from the thread that works.
public final class Terminal {
    private static final int BAR = 24;
    private static final long PROGRESS_EVERY_NANOS = 100_000_000;

    private final PrintStream out;
    private final PrintStream err;
    private final boolean interactive;
    private boolean json;
    private boolean quiet;
    private boolean verbose;
    private long progressStarted;
    private long progressShown;
    private boolean progressVisible;

    /// @param interactive whether standard error is a terminal, where a progress bar may be drawn
    public Terminal(PrintStream out, PrintStream err, boolean interactive) {
        this.out = out;
        this.err = err;
        this.interactive = interactive;
    }

    void configure(boolean asJson, boolean errorsOnly, boolean moreLog) {
        json = asJson;
        quiet = errorsOnly;
        verbose = moreLog;
    }

    boolean isJson() {
        return json;
    }

    boolean isVerbose() {
        return verbose;
    }

    PrintStream out() {
        return out;
    }

    PrintStream err() {
        return err;
    }

    /// The command's result: the document with `--json`, else the text.
    void result(Supplier<Object> document, Supplier<String> text) {
        clearProgress();
        if (json) {
            out.println(Json.text(document.get()));
        } else {
            out.println(text.get());
        }
        out.flush();
    }

    /// For people, on standard error; not with `-q`.
    void note(String text) {
        clearProgress();
        if (!quiet) {
            err.println(text);
        }
    }

    /// An error, always.
    void error(String text) {
        clearProgress();
        err.println(text);
    }

    /// Each of a few lines, at most `most` of them.
    void errors(List<?> lines, int most) {
        lines.stream().limit(most).forEach(line -> error(line.toString()));
        if (lines.size() > most) {
            error("... and " + (lines.size() - most) + " more");
        }
    }

    /// A progress bar with rate and time left, ten times a second at most, only in a terminal.
    void progress(String what, long done, long total) {
        long now = System.nanoTime();
        if (done == 0 || progressStarted == 0) {
            progressStarted = now;
        }
        if (!interactive || quiet || now - progressShown < PROGRESS_EVERY_NANOS) {
            return;
        }
        progressShown = now;
        double share = total == 0 ? 1 : (double) done / total;
        double seconds = (now - progressStarted) / 1e9;
        int filled = (int) (share * BAR);
        err.printf(
                Locale.ROOT,
                "\r%s [%s%s] %3.0f %%  %,.0f/s  %s left ",
                what,
                "#".repeat(filled),
                " ".repeat(BAR - filled),
                share * 100,
                done / Math.max(seconds, 1e-3),
                share > 0 ? Math.round(seconds / share - seconds) + " s" : "?");
        err.flush();
        progressVisible = true;
    }

    private void clearProgress() {
        if (progressVisible) {
            err.print("\r\u001B[K");
            progressVisible = false;
        }
    }
}
