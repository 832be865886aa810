package plumbline.app.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import plumbline.engine.report.ReportFormat;
import plumbline.engine.text.Nearest;

/// What the commands that make and take runs share.
final class Runs {
    private Runs() {}

    static ReportFormat format(String text) {
        return Arrays.stream(ReportFormat.values())
                .filter(f -> code(f).equals(text.strip().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> {
                    List<String> known =
                            Arrays.stream(ReportFormat.values()).map(Runs::code).toList();
                    return CommandFailure.usage(
                            "--report: " + Nearest.unknown("format", text, known));
                });
    }

    private static String code(ReportFormat format) {
        return format.name().toLowerCase(Locale.ROOT);
    }
}
