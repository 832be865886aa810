package plumbline.app.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import plumbline.engine.report.Json;
import plumbline.engine.text.Printable;

/// What a command prints, and where: results to standard output, everything else to standard error.
///
/// Results, notes, errors and progress may come from any thread; the rest is the command's own.
public final class Terminal {
    private static final int BAR = 24;
    private static final long PROGRESS_EVERY_NANOS = 100_000_000;

    private final PrintStream out;
    private final PrintStream err;
    private final boolean interactive;
    private final Supplier<@Nullable String> answers;
    private boolean json;
    private boolean quiet;
    private boolean verbose;
    private long progressStarted;
    private long progressShown;
    private boolean progressVisible;

    /// @param interactive whether standard error is a terminal, where a progress bar may be drawn
    ///   and somebody can be asked
    /// @param answers the next line that the user types, `null` at the end of input
    public Terminal(
            PrintStream out,
            PrintStream err,
            boolean interactive,
            Supplier<@Nullable String> answers) {
        this.out = out;
        this.err = err;
        this.interactive = interactive;
        this.answers = answers;
    }

    /// A terminal where nobody can be asked.
    public Terminal(PrintStream out, PrintStream err, boolean interactive) {
        this(out, err, interactive, () -> null);
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

    /// For what is not a result: the help.
    PrintWriter writerToOut() {
        return new PrintWriter(new PrintableWriter(out), true);
    }

    PrintWriter writerToErr() {
        return new PrintWriter(new PrintableWriter(err), true);
    }

    void flush() {
        out.flush();
        err.flush();
    }

    /// The command's result: the document with `--json`, else the text.
    synchronized void result(Supplier<Object> document, Supplier<String> text) {
        clearProgress();
        if (json) {
            out.println(Json.text(document.get()));
        } else {
            out.println(Printable.of(text.get()));
        }
        out.flush();
    }

    /// For people, on standard error; not with `-q`.
    synchronized void note(String text) {
        clearProgress();
        if (!quiet) {
            err.println(Printable.of(text));
        }
    }

    /// An error, always.
    synchronized void error(String text) {
        clearProgress();
        err.println(Printable.of(text));
    }

    /// Each of a few lines, at most `most` of them.
    ///
    /// @param count how many there are, of which `lines` are the first
    void errors(List<?> lines, long count, int most) {
        lines.stream().limit(most).forEach(line -> error(line.toString()));
        if (count > Math.min(most, lines.size())) {
            error("... and " + (count - Math.min(most, lines.size())) + " more");
        }
    }

    /// Has the user confirm what cannot be undone; nobody is asked if `yes` was given.
    ///
    /// @param doing what is about to happen, a sentence
    /// @throws CommandFailure if nobody can be asked, or the answer is no
    void confirm(String doing, boolean yes) {
        if (yes) {
            return;
        }
        clearProgress();
        if (!interactive) {
            throw CommandFailure.usage(
                    doing + " Nobody can be asked here, so give --yes for it; nothing was changed");
        }
        err.print(Printable.of(doing) + " Do it? [y/N] ");
        err.flush();
        String answer = answers.get();
        if (answer == null || !answer.strip().toLowerCase(Locale.ROOT).matches("y|yes")) {
            throw CommandFailure.cancelled("not confirmed; nothing was changed");
        }
    }

    /// A progress bar with rate and time left, ten times a second at most, only in a terminal.
    synchronized void progress(String what, long done, long total) {
        long now = System.nanoTime();
        if (done == 0 || progressStarted == 0) {
            progressStarted = now;
        }
        if (!interactive || quiet || now - progressShown < PROGRESS_EVERY_NANOS) {
            return;
        }
        progressShown = now;
        if (total == 0) { // how much there is is not known
            err.print("\r\u001B[K" + Printable.of(what) + " ...");
            err.flush();
            progressVisible = true;
            return;
        }
        double share = (double) done / total;
        double seconds = (now - progressStarted) / 1e9;
        int filled = (int) (share * BAR);
        err.printf(
                Locale.ROOT,
                "\r\u001B[K%s [%s%s] %3.0f %%  %,.0f/s  %s left ",
                Printable.of(what),
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
