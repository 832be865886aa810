package plumbline.app.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import plumbline.app.Exchanges;
import plumbline.engine.exchange.Exchange;
import plumbline.engine.exchange.Listing;
import plumbline.engine.instrument.Instrument;
import plumbline.engine.instrument.TradingStatus;
import plumbline.engine.text.ErrorText;

/// `markets list`: what an exchange lists.
@Command(
        name = "list",
        description = {
            "List the markets of an exchange with their rules: what prices and quantities are multiples of, and",
            "what an order must be worth at least. Closed markets are left out unless --all is given."
        },
        footer = {
            "",
            "Examples:",
            "  plumbline markets list --venue binance --find btc",
            "  plumbline markets list --venue binance-usdm --all --json"
        })
final class MarketsListCommand implements Callable<Integer> {
    static final String VENUES =
            "An exchange: binance, binance-usdm, coinbase, kraken, drift or velocity.";

    private final CommandContext context;

    @Option(names = "--venue", required = true, paramLabel = "V", description = VENUES)
    String venue = "";

    @Option(
            names = "--find",
            paramLabel = "TEXT",
            description = "Only markets in whose name or symbol this is.")
    String find = "";

    @Option(names = "--all", description = "Closed markets, too.")
    boolean all;

    MarketsListCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InterruptedException {
        try (Exchanges exchanges = ExchangeCandles.open(context)) {
            Exchange exchange = exchange(exchanges, venue);
            Listing listing = exchange.listing();
            List<Instrument> shown = listing.instruments().stream().filter(this::isWanted).toList();
            listing.passedOver().forEach(why -> context.terminal().note("cannot be used: " + why));
            context.terminal()
                    .result(
                            () -> Map.of("markets", shown.stream().map(this::document).toList()),
                            () -> table(shown));
            return ExitStatus.DONE;
        } catch (InterruptedException e) {
            throw CommandFailure.cancelled("cancelled");
        }
    }

    /// The exchange that `--venue` names.
    static Exchange exchange(Exchanges exchanges, String venue) {
        try {
            return exchanges.of(venue);
        } catch (IllegalArgumentException e) {
            throw CommandFailure.usage("--venue: " + ErrorText.of(e));
        }
    }

    private boolean isWanted(Instrument market) {
        String text = (market.id().pair() + " " + market.symbol()).toUpperCase(Locale.ROOT);
        return (all || market.status() != TradingStatus.CLOSED)
                && text.contains(find.toUpperCase(Locale.ROOT));
    }

    private Map<String, Object> document(Instrument market) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("market", market.id().toString());
        document.put("symbol", market.symbol());
        document.put("kind", market.kind().name().toLowerCase(Locale.ROOT));
        document.put("status", market.status().name().toLowerCase(Locale.ROOT));
        document.put("tick", market.tick().toPlainString());
        document.put("lot", market.lot().toPlainString());
        document.put("leastNotional", leastNotional(market));
        return document;
    }

    private static String leastNotional(Instrument market) {
        return market.limits()
                .minNotional()
                .map(least -> least.stripTrailingZeros().toPlainString())
                .orElse("");
    }

    private static String table(List<Instrument> markets) {
        if (markets.isEmpty()) {
            return "No market is like that.";
        }
        Table table = new Table("Market", "Symbol", "Kind", "Status", ">Tick", ">Lot", ">Least");
        for (Instrument market : markets) {
            table.row(
                    market.id().toString(),
                    market.symbol(),
                    market.kind().name().toLowerCase(Locale.ROOT),
                    market.status().text(),
                    market.tick().stripTrailingZeros().toPlainString(),
                    market.lot().stripTrailingZeros().toPlainString(),
                    leastNotional(market));
        }
        return table.toString();
    }
}
