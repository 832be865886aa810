package plumbline.app.cli;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import plumbline.app.MarketNames;
import plumbline.engine.exchange.symbol.SymbolAlias;
import plumbline.engine.text.Suggestions;

/// `markets unregister`: takes back what was registered.
@Command(
        name = "unregister",
        description = "Take back what was registered of a name of an exchange, for all times.",
        footer = {"", "Examples:", "  plumbline markets unregister MATICUSDT --venue binance"})
final class MarketsUnregisterCommand implements Callable<Integer> {
    private final CommandContext context;

    @Parameters(paramLabel = "NATIVE", description = "The exchange's name.")
    String name = "";

    @Option(
            names = "--venue",
            required = true,
            paramLabel = "V",
            description = MarketsListCommand.VENUES)
    String venue = "";

    MarketsUnregisterCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        MarketNames names = MarketNames.of(context.folder());
        List<SymbolAlias> ofVenue =
                names.map().all().stream().filter(a -> a.market().venue().equals(venue)).toList();
        List<SymbolAlias> meant = ofVenue.stream().filter(a -> a.symbol().equals(name)).toList();
        if (meant.isEmpty()) {
            throw CommandFailure.failed(
                    Suggestions.unknown(
                            "registered name of " + venue,
                            name,
                            ofVenue.stream().map(SymbolAlias::symbol).toList()));
        }
        meant.forEach(names.map()::unregister);
        names.save();
        context.terminal()
                .result(
                        () -> Map.of("unregistered", meant.size()),
                        () -> Counts.of(meant.size(), "name") + " taken back.");
        return ExitStatus.DONE;
    }
}
