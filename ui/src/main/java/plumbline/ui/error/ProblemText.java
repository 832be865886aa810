package plumbline.ui.error;

import plumbline.ui.text.Texts;
import plumbline.ui.text.UtcTimes;

/// A problem as text, to be sent to those who can mend it.
///
/// Threads: any thread.
final class ProblemText {
    private ProblemText() {}

    static String of(Problem problem) {
        StringBuilder text = new StringBuilder();
        text.append(problem.code()).append("  ").append(problem.what()).append('\n');
        line(text, "error.part.why", problem.why());
        line(text, "error.part.done", problem.done());
        line(text, "error.part.todo", problem.todo());
        if (problem.firstMs() > 0) {
            text.append(times(problem)).append('\n');
        }
        line(
                text,
                "error.part.system",
                String.join(
                        " ",
                        "Java",
                        Runtime.version().toString(),
                        System.getProperty("os.name", ""),
                        System.getProperty("os.version", ""),
                        System.getProperty("os.arch", "")));
        if (!problem.details().isEmpty()) {
            text.append('\n').append(problem.details().stripTrailing()).append('\n');
        }
        return Redaction.of(text.toString());
    }

    /// `once, 2025-07-17 08:00:30 UTC`.
    static String times(Problem problem) {
        String last = UtcTimes.second(problem.lastMs());
        return problem.count() == 1
                ? Texts.of("error.once", last)
                : Texts.of(
                        "error.times", problem.count(), UtcTimes.second(problem.firstMs()), last);
    }

    private static void line(StringBuilder text, String key, String value) {
        if (!value.isEmpty()) {
            text.append(Texts.of(key)).append(": ").append(value).append('\n');
        }
    }
}
