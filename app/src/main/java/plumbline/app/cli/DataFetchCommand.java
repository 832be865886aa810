package plumbline.app.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import plumbline.app.OpenHome;
import plumbline.app.cli.ExchangeCandles.Fetched;
import plumbline.engine.exchange.history.CandleDownload.Outcome;
import plumbline.engine.exchange.history.VenueSeries;
import plumbline.engine.market.SeriesKey;
import plumbline.engine.market.TimeRange;
import plumbline.engine.text.ErrorText;
import plumbline.engine.text.Numbers;

/// `data fetch`: candles from an exchange into the store.
@Command(
        name = "fetch",
        description = {
            "Download candles from an exchange into the store: what is missing of the range, up to the last",
            "finished candle. Stopped, or cut off, it goes on where it was: nothing that is stored is asked for",
            "again. Where the exchange has nothing, though it was asked twice, an outage is noted."
        },
        footer = {
            "",
            "Examples:",
            "  plumbline data fetch --market binance:BTC/USDT --timeframe 1h --from 2024-01-01",
            "  plumbline data fetch --market binance:BTC/USDT --market binance:ETH/USDT --timeframe 1h"
                    + " --timeframe 1d --from 2025-01-01 --to 2025-02-01",
            "  PLUMBLINE_EXCHANGES_SIMULATOR=http://127.0.0.1:8700 plumbline data fetch --market"
                    + " binance:BTC/USDT --timeframe 1m --from 2025-05-01"
        })
final class DataFetchCommand implements Callable<Integer> {
    private final CommandContext context;

    @Option(
            names = "--market",
            required = true,
            paramLabel = "M",
            description = "exchange:BASE/QUOTE, for example binance:BTC/USDT. May be repeated.")
    List<String> markets = List.of();

    @Option(
            names = "--timeframe",
            required = true,
            paramLabel = "TF",
            description = "How long a candle is: 1m, 1h, 1d, ... May be repeated.")
    List<String> timeframes = List.of();

    @Option(
            names = "--from",
            required = true,
            paramLabel = "DATE",
            description = "Candles that open at this time or later.")
    @Nullable String from;

    @Option(
            names = "--to",
            paramLabel = "DATE",
            description = "Candles that open before this time (default: now).")
    @Nullable String to;

    @Option(names = "--again", description = "Ask for all of the range, also for what is stored.")
    boolean again;

    DataFetchCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InterruptedException {
        List<SeriesKey> keys =
                markets.stream()
                        .flatMap(m -> timeframes.stream().map(t -> SeriesOptions.key(m, t)))
                        .distinct()
                        .toList();
        TimeRange range = Moments.range(from, to);
        try (ExchangeCandles exchanges = new ExchangeCandles(context)) {
            List<VenueSeries> all = keys.stream().map(exchanges::find).toList();
            try (OpenHome home = context.open()) {
                return ended(
                        exchanges.run(
                                home,
                                all,
                                download -> again ? download.again(range) : download.run(range)));
            }
        }
    }

    private int ended(List<Fetched> all) {
        List<CommandFailure> failures =
                all.stream().map(Fetched::failure).filter(Objects::nonNull).toList();
        if (all.size() == 1 && !failures.isEmpty()) {
            throw failures.getFirst();
        }
        List<Fetched> done = all.stream().filter(one -> one.outcome() != null).toList();
        context.terminal()
                .result(
                        () ->
                                all.size() == 1
                                        ? document(all.getFirst())
                                        : Map.of(
                                                "series",
                                                all.stream()
                                                        .map(DataFetchCommand::document)
                                                        .toList()),
                        () ->
                                done.stream()
                                        .map(DataFetchCommand::text)
                                        .collect(Collectors.joining("\n")));
        for (Fetched one : all) {
            if (one.failure() != null) {
                context.terminal().error(one.key() + ": " + ErrorText.of(one.failure()));
            }
        }
        return failures.stream().mapToInt(CommandFailure::status).max().orElse(ExitStatus.DONE);
    }

    private static Map<String, Object> document(Fetched fetched) {
        if (fetched.outcome() != null) {
            return document(fetched.key(), fetched.outcome(), fetched.seconds());
        }
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("market", fetched.key().market().toString());
        document.put("timeframe", fetched.key().timeframe().code());
        document.put("error", fetched.failure() == null ? "" : ErrorText.of(fetched.failure()));
        return document;
    }

    private static String text(Fetched fetched) {
        return fetched.outcome() == null
                ? ""
                : text(fetched.key(), fetched.outcome(), fetched.seconds());
    }

    private static Map<String, Object> document(SeriesKey key, Outcome outcome, double seconds) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("market", key.market().toString());
        document.put("timeframe", key.timeframe().code());
        document.put("inserted", outcome.stored().inserted());
        document.put("updated", outcome.stored().updated());
        document.put("unchanged", outcome.stored().unchanged());
        document.put("requests", outcome.pages());
        document.put(
                "outages",
                outcome.outages().stream()
                        .map(o ->
                                Map.of(
                                        "from", Moments.iso(o.fromMs()),
                                        "to", Moments.iso(o.toMs())))
                        .toList());
        document.put("notAskedTwice", outcome.unsure());
        document.put("seconds", seconds);
        return document;
    }

    private static String text(SeriesKey key, Outcome outcome, double seconds) {
        StringBuilder text = new StringBuilder();
        int changed = outcome.stored().inserted() + outcome.stored().updated();
        if (changed + outcome.stored().unchanged() == 0) {
            text.append("Nothing is missing of ").append(key).append(" in that range.");
        } else {
            text.append(Counts.of(outcome.stored().inserted(), "candle"))
                    .append(" of ")
                    .append(key)
                    .append(" stored");
            if (outcome.stored().updated() > 0) {
                text.append(", ")
                        .append(outcome.stored().updated())
                        .append(" given otherwise than before (data gaps says how)");
            }
            text.append(" in ").append(Numbers.fixed(seconds, 1)).append(" s.");
        }
        if (!outcome.outages().isEmpty()) {
            text.append("\nThe exchange has nothing, asked twice: ")
                    .append(Counts.of(outcome.outages().size(), "outage"))
                    .append(", noted with the series (plumbline data gaps).");
        }
        if (outcome.unsure() > 0) {
            text.append("\n")
                    .append(Counts.of(outcome.unsure(), "more gap"))
                    .append(" were not asked for twice.");
        }
        return text.toString();
    }
}
