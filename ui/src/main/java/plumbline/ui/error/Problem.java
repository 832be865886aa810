package plumbline.ui.error;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.regex.Pattern;

/// Something that went wrong, for people.
///
/// @param code its area and number, for example `STO-101`: to look it up and to report it
/// @param what went wrong, in the user's words
/// @param why it did
/// @param done what was done about it already
/// @param todo what the user can do
/// @param details for those who look for causes: where it happened
/// @param firstMs when it was first told of; the centre sets it
/// @param lastMs when it was last told of
/// @param count how often it was told of
public record Problem(
        Severity severity,
        String code,
        String what,
        String why,
        String done,
        String todo,
        String details,
        long firstMs,
        long lastMs,
        int count) {
    private static final Pattern CODE = Pattern.compile("[A-Z]{3}-\\d{3}");
    private static final int MOST_DETAILS = 20_000;

    /// @throws IllegalArgumentException if the code has another form
    public Problem {
        if (!CODE.matcher(code).matches()) {
            throw new IllegalArgumentException("a code is like STO-101, was '" + code + "'");
        }
    }

    /// One of which nothing more is known yet.
    public static Problem of(Severity severity, String code, String what) {
        return new Problem(severity, code, what, "", "", "", "", 0, 0, 1);
    }

    /// What could not be done because of a failure, which says why, and what its code is.
    public static Problem of(String what, Throwable failure) {
        Problem kind = ProblemKinds.of(failure);
        return of(kind.severity, kind.code, what)
                .because(kind.why)
                .already(kind.done)
                .advising(kind.todo)
                .with(kind.details);
    }

    public Problem because(String text) {
        return new Problem(severity, code, what, text, done, todo, details, firstMs, lastMs, count);
    }

    public Problem already(String text) {
        return new Problem(severity, code, what, why, text, todo, details, firstMs, lastMs, count);
    }

    public Problem advising(String text) {
        return new Problem(severity, code, what, why, done, text, details, firstMs, lastMs, count);
    }

    public Problem with(String text) {
        return new Problem(severity, code, what, why, done, todo, text, firstMs, lastMs, count);
    }

    /// With where the exception came from as its details.
    public Problem with(Throwable failure) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        return with(trace.toString());
    }

    /// Without secrets, and with details of a bearable length.
    Problem clean() {
        String some =
                details.length() <= MOST_DETAILS ? details : details.substring(0, MOST_DETAILS);
        return new Problem(
                severity,
                code,
                Redaction.of(what),
                Redaction.of(why),
                Redaction.of(done),
                Redaction.of(todo),
                Redaction.of(some),
                firstMs,
                lastMs,
                count);
    }

    Problem seen(long first, long last, int times) {
        return new Problem(severity, code, what, why, done, todo, details, first, last, times);
    }

    /// Whether it is the same problem, told of at another time.
    boolean isSame(Problem other) {
        return key().equals(other.key());
    }

    /// What equal ones have in common: all but when, how often, and how it was reached.
    String key() {
        return String.join("\n", code, what, why, origin());
    }

    private String origin() {
        return details.lines()
                .map(String::strip)
                .filter(l -> l.startsWith("at "))
                .findFirst()
                .orElse("");
    }
}
