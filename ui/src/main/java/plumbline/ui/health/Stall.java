package plumbline.ui.health;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A time in which the window did not answer.
///
/// @param startMs when it was asked and did not answer
/// @param durationMs until it did
/// @param halted whether the whole program stood still, as for a collection of garbage or on a
///   machine that is too busy, so that the stack says little
/// @param stack where the FX thread was, the innermost call first
public record Stall(long startMs, long durationMs, boolean halted, List<String> stack) {
    private static final Pattern CALL =
            Pattern.compile("(?:[^.(]+\\.)*([^.(]+\\.[^.(]+)\\([^:]*(:\\d+)?\\)");

    /// What is told of the stack in one line: the innermost call of this program's own, or the
    /// innermost of all.
    public String where() {
        return stack.stream()
                .filter(line -> line.startsWith("plumbline."))
                .findFirst()
                .orElse(stack.isEmpty() ? "" : stack.getFirst());
    }

    /// The same without the names of packages and files: `ChartPainter.paint:60`.
    String shortly() {
        Matcher call = CALL.matcher(where());
        if (!call.matches()) {
            return where();
        }
        return call.group(1) + (call.group(2) == null ? "" : call.group(2));
    }

    /// A call without the names of the loader and the module, which say nothing to readers.
    static String line(StackTraceElement call) {
        String file = call.getFileName() == null ? "" : call.getFileName();
        String place = call.getLineNumber() < 0 ? file : file + ":" + call.getLineNumber();
        return call.getClassName() + "." + call.getMethodName() + "(" + place + ")";
    }
}
