package plumbline.app.cli;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import plumbline.app.Exchanges;
import plumbline.app.OpenHome;
import plumbline.engine.exchange.Exchange;
import plumbline.engine.exchange.history.CandleDownload.Outcome;
import plumbline.engine.exchange.history.Downloads;
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
    private final CommandContext context;
    private final Exchanges exchanges;
    private final Map<String, List<Instrument>> listed = new HashMap<>();

    ExchangeCandles(CommandContext context) {
        this.context = context;
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

    /// The market of a series, as its exchange lists it.
    ///
    /// @throws CommandFailure if there is no such exchange, market or timeframe
    Instrument find(SeriesKey key) {
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
        return all.stream()
                .filter(one -> one.id().equals(key.market()))
                .findFirst()
                .orElseThrow(() -> unknown(key.market(), all));
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
    Outcome run(OpenHome home, SeriesKey key, Downloads.Work work) {
        Downloads downloads =
                new Downloads(home.candles(), home.check(), home.audit(), exchanges.isTest());
        try {
            return downloads.run(
                    new Downloads.Series(exchange(key.market()), find(key), key.timeframe()),
                    work,
                    (done, all, candles) -> progress(key, done, all),
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

    /// Progress is counted in candles, which users know, not in milliseconds.
    private void progress(SeriesKey key, long doneMs, long allMs) {
        long one = key.timeframe().millis();
        context.terminal().progress("fetching " + key, doneMs / one, Math.max(1, allMs / one));
    }

    @Override
    public void close() {
        exchanges.close();
    }
}
