package plumbline.app.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import plumbline.engine.backtest.BacktestRun;
import plumbline.engine.backtest.RunRepository.StoredRun;
import plumbline.engine.report.ReportFormat;
import plumbline.engine.text.Nearest;

/// What the commands that make and take runs share.
final class Runs {
    private Runs() {}

    static StoredRun stored(BacktestRun run, String result) {
        return new StoredRun(run.run().id(), run.run().createdAt(), result);
    }

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
