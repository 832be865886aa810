package plumbline.app.cli;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import plumbline.app.Exchanges;
import plumbline.app.MarketNames;
import plumbline.engine.exchange.symbol.SymbolAlias;
import plumbline.engine.exchange.symbol.SymbolMap.Conflict;
import plumbline.engine.instrument.Instrument;
import plumbline.engine.market.MarketId;
import plumbline.engine.market.TimeRange;
import plumbline.engine.text.ErrorText;

/// `markets register`: what an exchange called a market at another time.
@Command(
        name = "register",
        description = {
            "Say what an exchange called a market for some time, as before it was renamed: downloads of that time",
            "ask under this name. Kept in symbols.csv of the home folder."
        },
        footer = {
            "",
            "Examples:",
            "  plumbline markets register MATICUSDT binance:POL/USDT --venue binance --to 2024-09-10"
        })
final class MarketsRegisterCommand implements Callable<Integer> {
    private final CommandContext context;

    @Parameters(index = "0", paramLabel = "NATIVE", description = "The exchange's name.")
    String name = "";

    @Parameters(index = "1", paramLabel = "MARKET", description = "Ours: venue:BASE/QUOTE.")
    String market = "";

    @Option(
            names = "--venue",
            required = true,
            paramLabel = "V",
            description = MarketsListCommand.VENUES)
    String venue = "";

    @Option(names = "--from", paramLabel = "DATE", description = "Since when (default: ever).")
    @Nullable String from;

    @Option(
            names = "--to",
            paramLabel = "DATE",
            description = "Until when (default: for ever, instead of what the exchange says).")
    @Nullable String to;

    MarketsRegisterCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InterruptedException {
        SymbolAlias alias = alias();
        MarketNames names = MarketNames.of(context.folder());
        List<Conflict> conflicts = new ArrayList<>(names.map().register(alias));
        conflicts.addAll(conflictsNow(alias));
        if (!conflicts.isEmpty()) {
            throw CommandFailure.failed(
                    String.join("; ", conflicts.stream().map(Conflict::toString).toList())
                            + "; nothing was registered. Say for which time it holds with --from and --to,"
                            + " or unregister the other first");
        }
        names.save();
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("market", alias.market().toString());
        document.put("symbol", alias.symbol());
        document.put("from", AliasTexts.from(alias));
        document.put("to", AliasTexts.to(alias));
        context.terminal()
                .result(() -> document, () -> name + " is " + alias.market() + " in that time.");
        return ExitStatus.DONE;
    }

    private SymbolAlias alias() {
        try {
            MarketId id = MarketId.parse(market);
            if (!id.venue().equals(venue)) {
                throw CommandFailure.usage(market + " is no market of " + venue);
            }
            TimeRange time = Moments.range(from, to);
            return new SymbolAlias(
                    id,
                    name,
                    from == null ? SymbolAlias.ALWAYS_FROM : Instant.ofEpochMilli(time.fromMs()),
                    to == null ? SymbolAlias.ALWAYS_TO : Instant.ofEpochMilli(time.toMs()));
        } catch (IllegalArgumentException e) {
            throw CommandFailure.usage(ErrorText.of(e));
        }
    }

    /// What holds now must not be another market's in the exchange's list.
    private List<Conflict> conflictsNow(SymbolAlias alias) throws InterruptedException {
        if (!alias.holdsAt(context.clock().instant())) {
            return List.of();
        }
        try (Exchanges exchanges = ExchangeCandles.open(context)) {
            List<Instrument> listed =
                    MarketsListCommand.exchange(exchanges, venue).listing().instruments();
            return listed.stream()
                    .filter(one -> one.symbol().equals(name) && !one.id().equals(alias.market()))
                    .map(one -> new Conflict(alias, SymbolAlias.always(one.id(), name)))
                    .toList();
        } catch (InterruptedException e) {
            throw CommandFailure.cancelled("cancelled; nothing was registered");
        }
    }
}
