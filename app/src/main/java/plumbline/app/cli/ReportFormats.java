package plumbline.app.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import plumbline.engine.report.ReportFormat;
import plumbline.engine.text.Suggestions;

/// What the commands that make and take runs share.
final class ReportFormats {
    private ReportFormats() {}

    static ReportFormat format(String text) {
        return Arrays.stream(ReportFormat.values())
                .filter(f -> code(f).equals(text.strip().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> {
                    List<String> known =
                            Arrays.stream(ReportFormat.values()).map(ReportFormats::code).toList();
                    return CommandFailure.usage(
                            "--report: " + Suggestions.unknown("format", text, known));
                });
    }

    private static String code(ReportFormat format) {
        return format.name().toLowerCase(Locale.ROOT);
    }
}
