package plumbline.engine.exchange.kraken;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import plumbline.engine.exchange.MarketTrade;
import plumbline.engine.exchange.TradePage;
import plumbline.engine.exchange.http.ExchangeException.Malformed;
import plumbline.engine.exchange.http.VenueHttp;
import plumbline.engine.exchange.http.VenueRequest;
import plumbline.engine.exchange.resilience.RequestPriority;
import plumbline.engine.instrument.Instrument;
import plumbline.engine.market.TimeRange;

/// Kraken's trades, from the first one of a market on: each answer holds those behind a nanosecond,
/// a thousand at most, oldest first, and says with which nanosecond to go on.
///
/// Whether an answer was the last is never told by how many trades it has, but by the next one,
/// which has none. Thread-safe.
final class KrakenTrades {
    private static final String PATH = "/0/public/Trades";
    private static final int PAGE = 1000;

    /// How far it is looked back for the last trade before a time at first, and how much farther
    /// each time.
    private static final long LOOK_BACK_MS = TimeUnit.HOURS.toMillis(1);

    private static final int FARTHER = 8;

    /// 2011: there are no trades before it. Small numbers are taken for seconds, and 0 for the
    /// beginning.
    private static final long EARLIEST_MS = 1_293_840_000_000L;

    private final VenueHttp http;

    KrakenTrades(VenueHttp http) {
        this.http = http;
    }

    /// The first trades within a range. What is complete ends with the last millisecond for which
    /// all trades came; it is empty only if the range has not begun.
    TradePage page(Instrument market, TimeRange range, RequestPriority priority)
            throws InterruptedException {
        Map<String, MarketTrade> byId = new LinkedHashMap<>();
        long since = behind(range.fromMs());
        while (true) {
            long askedMs = http.surely(range.toMs());
            KrakenAnswers.Trades answer = ask(market, since, priority);
            // the same again is an answer that has its first trade from the one before
            boolean over = answer.trades().isEmpty() || answer.last() == since;
            answer.trades().forEach(trade -> byId.putIfAbsent(trade.id(), trade));
            if (over) {
                return until(askedMs, range, byId);
            }
            long lastMs = answer.trades().getLast().timeMs();
            if (lastMs > range.fromMs()) {
                return until(lastMs, range, byId);
            }
            since = requireProgress(since, answer.last());
        }
    }

    private static TradePage until(long ms, TimeRange range, Map<String, MarketTrade> trades) {
        TimeRange complete =
                new TimeRange(range.fromMs(), Math.clamp(ms, range.fromMs(), range.toMs()));
        return new TradePage(
                trades.values().stream()
                        .filter(t ->
                                t.timeMs() >= complete.fromMs() && t.timeMs() < complete.toMs())
                        .toList(),
                complete);
    }

    /// The price of the last trade before a time; empty if there was none.
    Optional<BigDecimal> priceBefore(Instrument market, long ms, RequestPriority priority)
            throws InterruptedException {
        for (long back = LOOK_BACK_MS; ; back *= FARTHER) {
            Optional<BigDecimal> price = priceBefore(market, ms, ms - back, priority);
            if (price.isPresent() || ms - back <= EARLIEST_MS) {
                return price;
            }
        }
    }

    private Optional<BigDecimal> priceBefore(
            Instrument market, long ms, long fromMs, RequestPriority priority)
            throws InterruptedException {
        Optional<BigDecimal> price = Optional.empty();
        long since = behind(fromMs);
        while (true) {
            KrakenAnswers.Trades answer = ask(market, since, priority);
            List<MarketTrade> before =
                    answer.trades().stream().filter(trade -> trade.timeMs() < ms).toList();
            if (!before.isEmpty()) {
                price = Optional.of(before.getLast().price());
            }
            if (before.isEmpty()
                    || before.size() < answer.trades().size()
                    || answer.last() == since) {
                return price;
            }
            since = requireProgress(since, answer.last());
        }
    }

    private KrakenAnswers.Trades ask(Instrument market, long since, RequestPriority priority)
            throws InterruptedException {
        VenueRequest request =
                new VenueRequest("trades", PATH, 1, priority)
                        .with("pair", market.symbol())
                        .with("since", Long.toString(since))
                        .with("count", Integer.toString(PAGE));
        return http.get(request, KrakenAnswers::trades);
    }

    /// The nanosecond before a time, so that it does not matter whether `since` itself is left out.
    private static long behind(long ms) {
        return ms <= EARLIEST_MS ? 0 : TimeUnit.MILLISECONDS.toNanos(ms) - 1;
    }

    private static long requireProgress(long since, long last) {
        if (last <= since) {
            throw new Malformed(
                    "kraken trades",
                    PATH,
                    -1,
                    "those behind " + since + " are said to go on behind " + last,
                    false,
                    null);
        }
        return last;
    }
}
