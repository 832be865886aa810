package plumbline.app.cli;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import plumbline.app.Exchanges;
import plumbline.app.MarketNames;
import plumbline.app.OpenHome;
import plumbline.engine.exchange.Exchange;
import plumbline.engine.exchange.history.CandleDownload.Outcome;
import plumbline.engine.exchange.history.Downloads;
import plumbline.engine.exchange.history.VenueSeries;
import plumbline.engine.exchange.http.ExchangeException;
import plumbline.engine.exchange.http.VenueEvent;
import plumbline.engine.instrument.Instrument;
import plumbline.engine.market.MarketId;
import plumbline.engine.market.SeriesKey;
import plumbline.engine.market.Timeframe;
import plumbline.engine.text.ErrorText;
import plumbline.engine.text.Suggestions;

/// Candles from exchanges, for commands: finds market and exchange, shows progress, notes what came
/// of it, and turns what went wrong into the words of a command.
final class ExchangeCandles implements AutoCloseable {
    /// So many downloads go on together; the limit of each exchange is kept in any case.
    private static final int AT_ONCE = 8;

    private final CommandContext context;
    private final Exchanges exchanges;
    private final MarketNames names;
    private final Map<String, List<Instrument>> listed = new HashMap<>();

    ExchangeCandles(CommandContext context) {
        this.context = context;
        names = MarketNames.of(context.folder());
        exchanges = open(context);
    }

    /// The exchanges for a command, which says so if they are simulated.
    static Exchanges open(CommandContext context) {
        Exchanges opened =
                new Exchanges(
                        context.configuration(),
                        InstantSource.system(), // limits and bans are of the real time
                        event -> tell(context, event));
        context.onCancel(Thread.currentThread()::interrupt);
        if (opened.isTest()) {
            context.terminal().note("TEST MODE: exchanges are simulated.");
        }
        return opened;
    }

    /// What a user should know of how an exchange is called; that clocks differ is taken care of.
    private static void tell(CommandContext context, VenueEvent event) {
        if (event.kind() != VenueEvent.Kind.CLOCK_LEARNT || context.terminal().isVerbose()) {
            context.terminal().note(event.venue() + ": " + event.reason());
        }
    }

    /// A series of a market, as its exchange lists it.
    ///
    /// @throws CommandFailure if there is no such exchange, market or timeframe
    VenueSeries find(SeriesKey key) {
        Exchange exchange = exchange(key.market());
        Timeframe timeframe = key.timeframe();
        if (!exchange.timeframes().contains(timeframe)) {
            List<String> codes = exchange.timeframes().stream().map(Timeframe::code).toList();
            throw CommandFailure.usage(
                    exchange.venue()
                            + " has no candles of "
                            + timeframe
                            + "; it has "
                            + String.join(" ", codes));
        }
        List<Instrument> all = listed.computeIfAbsent(exchange.venue(), venue -> listing(exchange));
        Instrument market =
                all.stream()
                        .filter(one -> one.id().equals(key.market()))
                        .findFirst()
                        .orElseThrow(() -> unknown(key.market(), all));
        return new VenueSeries(exchange, market, timeframe, names.of(key.market()));
    }

    private Exchange exchange(MarketId market) {
        try {
            return exchanges.of(market.venue());
        } catch (IllegalArgumentException e) {
            throw CommandFailure.usage("--market: " + ErrorText.of(e));
        }
    }

    private static List<Instrument> listing(Exchange exchange) {
        try {
            return exchange.listing().instruments();
        } catch (InterruptedException e) {
            throw CommandFailure.cancelled("cancelled before anything was downloaded");
        }
    }

    private static CommandFailure unknown(MarketId market, List<Instrument> all) {
        List<String> ids = all.stream().map(one -> one.id().toString()).toList();
        return CommandFailure.usage(
                "--market: " + Suggestions.unknown("market", market.toString(), ids));
    }

    /// Downloads candles of one series and notes what came of it.
    Outcome run(OpenHome home, VenueSeries series, Downloads.Work work) {
        return run(home, series, work, new FetchProgress(context.terminal(), List.of(series)));
    }

    private Outcome run(
            OpenHome home, VenueSeries series, Downloads.Work work, FetchProgress progress) {
        Downloads downloads =
                new Downloads(home.candles(), home.check(), home.audit(), exchanges.isTest());
        try {
            return downloads.run(
                    series,
                    work,
                    (done, all, candles) -> progress.at(series, done, all),
                    context::isCancelled);
        } catch (CancellationException | InterruptedException e) {
            throw CommandFailure.cancelled("cancelled; what had come is stored");
        } catch (IllegalStateException e) {
            throw CommandFailure.failed(ErrorText.of(e));
        } catch (ExchangeException e) {
            throw CommandFailure.failed(
                    ErrorText.of(e) + " What had come before is stored; the same command goes on.");
        }
    }

    /// What came of one series of several: an outcome, or why there is none.
    record Fetched(
            SeriesKey key,
            @Nullable Outcome outcome,
            @Nullable CommandFailure failure,
            double seconds) {}

    /// Downloads several series, some of them at once; that one fails does not stop the others.
    ///
    /// @throws CommandFailure if it was cancelled
    List<Fetched> run(OpenHome home, List<VenueSeries> all, Downloads.Work work) {
        FetchProgress progress = new FetchProgress(context.terminal(), all);
        try (ExecutorService threads =
                Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
            List<Future<Fetched>> begun =
                    all.stream()
                            .map(one -> threads.submit(() -> fetched(home, one, work, progress)))
                            .toList();
            List<Fetched> fetched = new ArrayList<>();
            for (Future<Fetched> one : begun) {
                try {
                    fetched.add(one.get());
                } catch (InterruptedException e) {
                    threads.shutdownNow();
                    throw CommandFailure.cancelled("cancelled; what had come is stored");
                } catch (ExecutionException e) {
                    threads.shutdownNow();
                    throw new IllegalStateException(e.getCause());
                }
            }
            return fetched;
        }
    }

    private Fetched fetched(
            OpenHome home, VenueSeries series, Downloads.Work work, FetchProgress progress) {
        long start = System.nanoTime();
        try {
            Outcome outcome = run(home, series, work, progress);
            return new Fetched(series.key(), outcome, null, (System.nanoTime() - start) / 1e9);
        } catch (CommandFailure e) {
            return new Fetched(series.key(), null, e, (System.nanoTime() - start) / 1e9);
        }
    }

    @Override
    public void close() {
        exchanges.close();
    }
}
