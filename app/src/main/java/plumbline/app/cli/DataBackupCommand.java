package plumbline.app.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import plumbline.app.ConfiguredBackups;
import plumbline.app.OpenHome;
import plumbline.engine.upkeep.Backup;
import plumbline.engine.upkeep.Backups;

/// `data backup`: a copy to fall back on.
@Command(
        name = "backup",
        description = {
            "Copy the databases of the home into one file, restore that copy once and check every candle",
            "in it. Without --out it goes into the home's folder backups, which keeps the newest of as many",
            "days, weeks and months as backup.days, backup.weeks and backup.months say: 7, 4 and 3."
        },
        footer = {
            "",
            "Examples:",
            "  plumbline data backup",
            "  plumbline data backup --out plumbline.backup.zip",
            "  plumbline data backup --list"
        })
final class DataBackupCommand implements Callable<Integer> {
    private final CommandContext context;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Where to write; such a copy is never removed.")
    @Nullable Path out;

    @Option(names = "--list", description = "List the backups of the home, newest first.")
    boolean list;

    DataBackupCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        if (list && out != null) {
            throw CommandFailure.usage("give --list or --out, not both");
        }
        try (OpenHome home = context.openAsItIs()) {
            Backups backups =
                    home.backups()
                            .orElseThrow(() ->
                                    CommandFailure.failed(
                                            "the candles are on a server ("
                                                    + home.facts().place()
                                                    + "); whoever runs it makes its backups"));
            if (list) {
                List<Path> unreadable = backups.unreadable();
                print(
                        backups.list().stream()
                                .filter(b -> !unreadable.contains(b.file()))
                                .toList(),
                        unreadable);
            } else {
                print(made(backups));
            }
        }
        return ExitStatus.DONE;
    }

    private Backup made(Backups backups) {
        Terminal terminal = context.terminal();
        return out == null
                ? backups.make(
                        ConfiguredBackups.plan(context.configuration()),
                        terminal::progress,
                        context::isCancelled)
                : backups.makeAs(out, terminal::progress, context::isCancelled);
    }

    private void print(Backup made) {
        context.terminal()
                .result(
                        () -> document(made),
                        () ->
                                made.file()
                                        + ", "
                                        + Counts.bytes(made.bytes())
                                        + "; it was restored once and every candle in it checked.");
    }

    private void print(List<Backup> all, List<Path> unreadable) {
        context.terminal()
                .result(
                        () ->
                                Map.of(
                                        "backups",
                                        all.stream().map(DataBackupCommand::document).toList(),
                                        "unreadable",
                                        unreadable.stream().map(Path::toString).toList()),
                        () -> table(all, unreadable));
    }

    private String table(List<Backup> all, List<Path> unreadable) {
        if (all.isEmpty() && unreadable.isEmpty()) {
            return "There is no backup yet. Make one with: plumbline data backup";
        }
        Table table = new Table("Made", ">Size", "File");
        for (Backup backup : all) {
            table.row(
                    Moments.text(backup.madeAt().toEpochMilli()),
                    Counts.bytes(backup.bytes()),
                    backup.file()
                            + (backup.madeAt().isAfter(context.clock().instant())
                                    ? " (dated in the future, does not count)"
                                    : ""));
        }
        unreadable.forEach(file -> table.row("cannot be read", "", file.toString()));
        return table.toString();
    }

    private static Map<String, Object> document(Backup backup) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("file", backup.file().toString());
        document.put("madeAt", backup.madeAt().toString());
        document.put("bytes", backup.bytes());
        return document;
    }
}
