package plumbline.app.cli;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import plumbline.app.OpenHome;
import plumbline.engine.upkeep.AuditLog.Entry;

/// `audit list`: who changed what.
@Command(
        name = "list",
        description = "List the newest entries of the audit log, newest first.",
        footer = {"", "Example:", "  plumbline audit list --limit 20"})
final class AuditListCommand implements Callable<Integer> {
    private final CommandContext context;

    @Option(names = "--limit", paramLabel = "N", description = "How many at most (default: 100).")
    int limit = 100;

    AuditListCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        if (limit < 1) {
            throw CommandFailure.usage("--limit must be at least 1, was " + limit);
        }
        try (OpenHome home = context.look()) {
            List<Entry> entries = home.audit().newest(limit);
            context.terminal()
                    .result(
                            () ->
                                    Map.of(
                                            "entries",
                                            entries.stream().map(AuditTexts::document).toList()),
                            () -> table(entries));
        }
        return ExitStatus.DONE;
    }

    private static String table(List<Entry> entries) {
        if (entries.isEmpty()) {
            return "The audit log is empty: nothing was imported, deleted or restored yet.";
        }
        Table table = new Table(">#", "When", "What", "To what", "How");
        for (Entry entry : entries) {
            table.row(
                    String.valueOf(entry.number()),
                    entry.time(),
                    entry.action(),
                    entry.subject(),
                    entry.detail());
        }
        return table.toString();
    }
}
