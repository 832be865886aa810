package plumbline.app.cli;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import plumbline.app.Exchanges;
import plumbline.app.MarketNames;
import plumbline.engine.exchange.Exchange;
import plumbline.engine.exchange.symbol.SymbolAlias;
import plumbline.engine.instrument.Instrument;
import plumbline.engine.text.Suggestions;

/// `markets map`: what a name of an exchange means.
@Command(
        name = "map",
        description = {
            "Say which market an exchange means by a name, or what it calls a market of ours: by its own list, and",
            "by what was registered for other times."
        },
        footer = {
            "",
            "Examples:",
            "  plumbline markets map XXBTZUSD --venue kraken",
            "  plumbline markets map MATICUSDT --venue binance --at 2024-01-01",
            "  plumbline markets map binance:BTC/USDT --venue binance"
        })
final class MarketsMapCommand implements Callable<Integer> {
    private final CommandContext context;

    @Parameters(paramLabel = "NATIVE", description = "The exchange's name, or ours.")
    String name = "";

    @Option(
            names = "--venue",
            required = true,
            paramLabel = "V",
            description = MarketsListCommand.VENUES)
    String venue = "";

    @Option(
            names = "--at",
            paramLabel = "DATE",
            description = "Only what held at this time (default: whatever held at any).")
    @Nullable String at;

    MarketsMapCommand(CommandContext context) {
        this.context = context;
    }

    /// A name and who says so.
    private record Named(SymbolAlias alias, String by) {}

    @Override
    public Integer call() throws InterruptedException {
        MarketNames registered = MarketNames.of(context.folder());
        try (Exchanges exchanges = ExchangeCandles.open(context)) {
            Exchange exchange = MarketsListCommand.exchange(exchanges, venue);
            List<Instrument> listed = exchange.listing().instruments();
            List<Named> all =
                    Stream.concat(
                                    registered.map().all().stream()
                                            .map(alias -> new Named(alias, "you")),
                                    listed.stream()
                                            .map(market ->
                                                    new Named(
                                                            SymbolAlias.always(
                                                                    market.id(), market.symbol()),
                                                            venue)))
                            .filter(this::isMeant)
                            .toList();
            if (all.isEmpty()) {
                throw CommandFailure.failed(
                        Suggestions.unknown(
                                "market of " + venue,
                                name,
                                listed.stream().map(Instrument::symbol).toList()));
            }
            context.terminal()
                    .result(
                            () ->
                                    Map.of(
                                            "names",
                                            all.stream().map(MarketsMapCommand::doc).toList()),
                            () -> table(all));
            return ExitStatus.DONE;
        } catch (InterruptedException e) {
            throw CommandFailure.cancelled("cancelled");
        }
    }

    private boolean isMeant(Named named) {
        SymbolAlias alias = named.alias;
        boolean same =
                alias.symbol().equals(name) || alias.market().toString().equalsIgnoreCase(name);
        return same
                && alias.market().venue().equals(venue)
                && (at == null || alias.holdsAt(Instant.ofEpochMilli(Moments.at("--at", at))));
    }

    private static Map<String, Object> doc(Named named) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("market", named.alias.market().toString());
        document.put("symbol", named.alias.symbol());
        document.put("from", AliasTexts.from(named.alias));
        document.put("to", AliasTexts.to(named.alias));
        document.put("by", named.by);
        return document;
    }

    private static String table(List<Named> all) {
        Table table = new Table("Market", "Symbol", "From", "To", "By");
        for (Named named : all) {
            table.row(
                    named.alias.market().toString(),
                    named.alias.symbol(),
                    AliasTexts.from(named.alias),
                    AliasTexts.to(named.alias),
                    named.by);
        }
        return table.toString();
    }
}
