package plumbline.app.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import plumbline.app.MarketNames;
import plumbline.engine.exchange.symbol.SymbolAlias;
import plumbline.engine.exchange.symbol.SymbolMapText;
import plumbline.engine.io.AtomicFile;

/// `markets export`: the registered names as text.
@Command(
        name = "export",
        description = "Write the names that were registered, one a line: market,symbol,from,to.",
        footer = {"", "Examples:", "  plumbline markets export --out names.csv"})
final class MarketsExportCommand implements Callable<Integer> {
    private final CommandContext context;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Where to write (default: standard output).")
    @Nullable Path out;

    MarketsExportCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        List<SymbolAlias> all = MarketNames.of(context.folder()).map().all();
        String text = SymbolMapText.write(all);
        if (out != null) {
            AtomicFile.write(out, to -> to.write(text.getBytes(StandardCharsets.UTF_8)));
        }
        context.terminal()
                .result(
                        () -> Map.of("names", all.size(), "text", text),
                        () ->
                                out == null
                                        ? text.stripTrailing()
                                        : Counts.of(all.size(), "name") + " in " + out);
        return ExitStatus.DONE;
    }
}
