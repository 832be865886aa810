package plumbline.app.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import plumbline.app.Home;
import plumbline.engine.upkeep.Backup;
import plumbline.storage.Restored;
import plumbline.storage.Stores;

/// `data restore`: a backup in the place of the database.
@Command(
        name = "restore",
        description = {
            "Put a backup in the place of the home's candles and runs. It is checked first; the database",
            "that is there is moved aside, never deleted. No other program may have the home open."
        },
        footer = {
            "",
            "Examples:",
            "  plumbline data restore newest",
            "  plumbline data restore plumbline.backup.zip --yes"
        })
final class DataRestoreCommand implements Callable<Integer> {
    private static final String NEWEST = "newest";

    private final CommandContext context;

    @Parameters(
            paramLabel = "FILE",
            description = "A backup, or 'newest': the newest of the home that can be restored.")
    String file = "";

    @Option(names = "--yes", description = "Do it without being asked.")
    boolean yes;

    DataRestoreCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Home home = context.home();
        if (!home.store().isHome()) {
            throw CommandFailure.failed(
                    "the candles are on a server ("
                            + home.store().place()
                            + "); whoever runs it restores its backups");
        }
        Path backup = backup(home);
        context.terminal()
                .confirm(
                        "The database in "
                                + home.folder()
                                + " will be moved aside, and "
                                + (backup == null ? "the newest backup" : backup)
                                + " take its place.",
                        yes);
        Restored restored =
                Stores.restore(
                        home.folder(), backup, context.clock(), context.terminal()::progress);
        context.terminal().result(() -> document(restored), restored::text);
        return ExitStatus.DONE;
    }

    /// The file that was named; `null` for the newest of the home.
    private @Nullable Path backup(Home home) {
        List<Backup> known = Stores.backups(home.folder());
        if (!file.equals(NEWEST)) {
            if (file.isBlank()) {
                throw CommandFailure.usage(
                        "name the file of a backup, or 'newest'; nothing was changed");
            }
            Path named = Path.of(file);
            if (Files.isDirectory(named)) {
                throw CommandFailure.usage(
                        named
                                + " is a folder; name the file of a backup, or 'newest'; nothing was"
                                + " changed");
            }
            if (!Files.isRegularFile(named)) {
                throw CommandFailure.usage(
                        "there is no file "
                                + named
                                + "; 'plumbline data backup --list' shows what there is; nothing"
                                + " was changed");
            }
            return named;
        }
        if (known.isEmpty()) {
            throw CommandFailure.failed(
                    "there is no backup in " + home.folder() + " yet; nothing was changed");
        }
        return null;
    }

    private static Object document(Restored restored) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("backup", restored.backup().toString());
        document.put("movedTo", restored.movedTo().map(Path::toString).orElse(null));
        document.put("since", restored.since().stream().map(AuditTexts::document).toList());
        return document;
    }
}
