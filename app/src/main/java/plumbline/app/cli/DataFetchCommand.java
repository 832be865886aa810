package plumbline.app.cli;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import plumbline.app.Exchanges;
import plumbline.app.OpenHome;
import plumbline.engine.exchange.Exchange;
import plumbline.engine.exchange.history.CandleDownload;
import plumbline.engine.exchange.history.CandleDownload.Outcome;
import plumbline.engine.exchange.http.ExchangeException;
import plumbline.engine.exchange.http.VenueEvent;
import plumbline.engine.instrument.Instrument;
import plumbline.engine.market.MarketId;
import plumbline.engine.market.SeriesInfo;
import plumbline.engine.market.SeriesKey;
import plumbline.engine.market.TimeRange;
import plumbline.engine.market.Timeframe;
import plumbline.engine.text.ErrorText;
import plumbline.engine.text.Numbers;
import plumbline.engine.text.Suggestions;

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
            "  plumbline data fetch --market binance:ETH/USDT --timeframe 1m --from 2025-01-01 --to 2025-02-01",
            "  PLUMBLINE_EXCHANGES_SIMULATOR=http://127.0.0.1:8700 plumbline data fetch --market"
                    + " binance:BTC/USDT --timeframe 1m --from 2025-05-01"
        })
final class DataFetchCommand implements Callable<Integer> {
    private final CommandContext context;

    @Option(
            names = "--market",
            required = true,
            paramLabel = "M",
            description = "exchange:BASE/QUOTE, for example binance:BTC/USDT.")
    String market = "";

    @Option(
            names = "--timeframe",
            required = true,
            paramLabel = "TF",
            description = "How long a candle is: 1m, 1h, 1d, ...")
    String timeframe = "";

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
        SeriesKey key = SeriesOptions.key(market, timeframe);
        TimeRange range = Moments.range(from, to);
        try (Exchanges exchanges =
                new Exchanges(context.configuration(), InstantSource.system(), this::tell)) {
            Thread self = Thread.currentThread();
            context.onCancel(self::interrupt);
            Exchange exchange = exchange(exchanges, key);
            if (exchanges.isTest()) {
                context.terminal().note("TEST MODE: " + exchange.venue() + " is simulated.");
            }
            Instrument instrument = instrument(exchange, key.market());
            try (OpenHome home = context.open()) {
                return download(home, exchange, instrument, key, range);
            }
        } catch (InterruptedException e) {
            throw CommandFailure.cancelled("cancelled; what had come is stored");
        }
    }

    private int download(
            OpenHome home, Exchange exchange, Instrument instrument, SeriesKey key, TimeRange range)
            throws InterruptedException {
        long start = System.nanoTime();
        CandleDownload download =
                new CandleDownload(
                        exchange,
                        instrument,
                        key.timeframe(),
                        new CandleDownload.Ends(
                                home.candles(),
                                (done, all, candles) -> progress(key, done, all),
                                context::isCancelled));
        try {
            Outcome outcome = again ? download.again(range) : download.run(range);
            note(home, key, outcome);
            double seconds = (System.nanoTime() - start) / 1e9;
            context.terminal()
                    .result(
                            () -> document(key, outcome, seconds),
                            () -> text(key, outcome, seconds));
            return ExitStatus.DONE;
        } catch (CancellationException e) {
            throw CommandFailure.cancelled(ErrorText.of(e));
        } catch (ExchangeException e) {
            throw CommandFailure.failed(
                    ErrorText.of(e) + " What had come before is stored; the same command goes on.");
        }
    }

    /// Progress is counted in candles, which users know, not in milliseconds.
    private void progress(SeriesKey key, long doneMs, long allMs) {
        long one = key.timeframe().millis();
        context.terminal().progress("fetching " + key, doneMs / one, Math.max(1, allMs / one));
    }

    private void note(OpenHome home, SeriesKey key, Outcome outcome) {
        SeriesInfo info = home.candles().info(key).orElse(null);
        if (info != null && !outcome.outages().isEmpty()) {
            home.check().gaps(info, context::isCancelled);
            outcome.outages().forEach(outage -> home.check().confirm(key, outage));
        }
        if (outcome.stored().inserted() + outcome.stored().updated() > 0) {
            home.note(
                    "fetch",
                    key.toString(),
                    Counts.of(outcome.stored().inserted(), "candle")
                            + " added, "
                            + outcome.stored().updated()
                            + " changed, from "
                            + key.market().venue());
        }
    }

    private void tell(VenueEvent event) {
        tell(context, event);
    }

    /// What a user should know of how an exchange is called; that clocks differ is taken care of.
    static void tell(CommandContext context, VenueEvent event) {
        if (event.kind() != VenueEvent.Kind.CLOCK_LEARNT || context.terminal().isVerbose()) {
            context.terminal().note(event.venue() + ": " + event.reason());
        }
    }

    static Exchange exchange(Exchanges exchanges, SeriesKey key) {
        try {
            Exchange exchange = exchanges.of(key.market().venue());
            if (!exchange.timeframes().contains(key.timeframe())) {
                throw CommandFailure.usage(
                        exchange.venue()
                                + " has no candles of "
                                + key.timeframe()
                                + "; it has "
                                + String.join(
                                        " ",
                                        exchange.timeframes().stream()
                                                .map(Timeframe::code)
                                                .toList()));
            }
            return exchange;
        } catch (IllegalArgumentException e) {
            throw CommandFailure.usage("--market: " + ErrorText.of(e));
        }
    }

    private static Instrument instrument(Exchange exchange, MarketId wanted)
            throws InterruptedException {
        List<Instrument> all = exchange.listing().instruments();
        return all.stream()
                .filter(one -> one.id().equals(wanted))
                .findFirst()
                .orElseThrow(() ->
                        CommandFailure.usage(
                                "--market: "
                                        + Suggestions.unknown(
                                                "market",
                                                wanted.toString(),
                                                all.stream()
                                                        .map(one -> one.id().toString())
                                                        .toList())));
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
                text.append(", ").append(outcome.stored().updated()).append(" changed");
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
