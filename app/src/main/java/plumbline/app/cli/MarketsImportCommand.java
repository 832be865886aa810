package plumbline.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import plumbline.app.MarketNames;

/// `markets import`: registers the names of a file.
@Command(
        name = "import",
        description = {
            "Register the names of a file as markets export writes it. Of a file with a line that is wrong, or in",
            "conflict with what is registered, nothing is taken."
        },
        footer = {"", "Examples:", "  plumbline markets import names.csv"})
final class MarketsImportCommand implements Callable<Integer> {
    private final CommandContext context;

    @Parameters(paramLabel = "FILE", description = "What to read.")
    Path file = Path.of("");

    MarketsImportCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        MarketNames names = MarketNames.of(context.folder());
        int before = names.map().all().size();
        List<String> faults = names.add(Files.readString(file));
        if (!faults.isEmpty()) {
            throw new CommandFailure(
                    ExitStatus.USAGE,
                    file + ": " + String.join("; ", faults) + "; nothing was registered",
                    faults);
        }
        names.save();
        int added = names.map().all().size() - before;
        context.terminal()
                .result(
                        () -> Map.of("registered", added),
                        () -> Counts.of(added, "name") + " registered.");
        return ExitStatus.DONE;
    }
}
