package plumbline.engine.exchange.coinbase;

import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import plumbline.engine.exchange.MarketTrade;
import plumbline.engine.exchange.TradePage;
import plumbline.engine.exchange.coinbase.CoinbaseAnswers.Numbered;
import plumbline.engine.exchange.http.VenueHttp;
import plumbline.engine.exchange.http.VenueRequest;
import plumbline.engine.exchange.resilience.RequestPriority;
import plumbline.engine.instrument.Instrument;
import plumbline.engine.market.TimeRange;

/// Coinbase's trades, from the end of a range backwards. It gives those before a number, newest
/// first, and knows no times: the number at the end of a range is looked for by halving, which
/// takes some twenty requests, and none for who goes on where the last page began.
///
/// Thread-safe.
final class CoinbaseTrades {
    private static final int PAGE = 1000;
    private static final int MOST_ANCHORS = 64;

    private final VenueHttp http;

    /// By market: of a time, the number of a trade at that time or after it.
    private final Map<String, NavigableMap<Long, Long>> anchors = new ConcurrentHashMap<>();

    CoinbaseTrades(VenueHttp http) {
        this.http = http;
    }

    /// The last trades within a range. What is complete begins with the first millisecond for which
    /// all trades came.
    TradePage page(Instrument market, TimeRange range, RequestPriority priority)
            throws InterruptedException {
        long nowMs = http.surely(range.toMs());
        TimeRange past =
                new TimeRange(range.fromMs(), Math.clamp(nowMs, range.fromMs(), range.toMs()));
        if (past.isEmpty()) {
            return new TradePage(List.of(), past);
        }
        List<Numbered> answer = answerAt(market, past.toMs(), priority);
        List<Numbered> all = new ArrayList<>(answer);
        // a large order may have more trades in one millisecond than an answer holds
        while (!answer.isEmpty() && all.getLast().trade().timeMs() + 1 >= past.toMs()) {
            answer = ask(market, OptionalLong.of(all.getLast().number()), priority);
            all.addAll(answer);
        }
        long begin =
                answer.isEmpty()
                        ? past.fromMs()
                        : Math.max(past.fromMs(), all.getLast().trade().timeMs() + 1);
        TimeRange complete = new TimeRange(begin, past.toMs());
        List<Numbered> within =
                all.reversed().stream().filter(n -> isWithin(n.trade(), complete)).toList();
        if (!within.isEmpty()) {
            remember(market, begin, within.getFirst().number());
        }
        return new TradePage(within.stream().map(Numbered::trade).toList(), complete);
    }

    private static boolean isWithin(MarketTrade trade, TimeRange range) {
        return trade.timeMs() >= range.fromMs() && trade.timeMs() < range.toMs();
    }

    /// An answer with the last trade before a time; empty if there is none.
    private List<Numbered> answerAt(Instrument market, long ms, RequestPriority priority)
            throws InterruptedException {
        Map.Entry<Long, Long> known = anchors(market).ceilingEntry(ms);
        OptionalLong after =
                known == null ? OptionalLong.empty() : OptionalLong.of(known.getValue());
        List<Numbered> answer = ask(market, after, priority);
        if (answer.isEmpty() || answer.getLast().trade().timeMs() < ms) {
            return answer;
        }
        long high = answer.getLast().number(); // at the time or after it
        long low = 0; // before it
        while (high - low > 1) {
            // what is left fits into one answer: the one that ends with it
            long middle = high - low <= PAGE ? high : low + (high - low) / 2;
            answer = ask(market, OptionalLong.of(middle), priority);
            if (answer.isEmpty()) {
                low = middle - 1;
            } else if (answer.getFirst().trade().timeMs() < ms && middle < high) {
                low = middle - 1;
            } else if (answer.getLast().trade().timeMs() < ms) {
                return answer;
            } else {
                high = answer.getLast().number();
            }
        }
        remember(market, ms, high);
        return ask(market, OptionalLong.of(high), priority);
    }

    private NavigableMap<Long, Long> anchors(Instrument market) {
        return anchors.computeIfAbsent(market.symbol(), m -> new ConcurrentSkipListMap<>());
    }

    private void remember(Instrument market, long ms, long number) {
        NavigableMap<Long, Long> known = anchors(market);
        known.put(ms, number);
        while (known.size() > MOST_ANCHORS) {
            known.pollLastEntry(); // paging goes backwards, so the older ones are of more use
        }
    }

    private List<Numbered> ask(Instrument market, OptionalLong after, RequestPriority priority)
            throws InterruptedException {
        VenueRequest request =
                new VenueRequest("trades", "/products/" + market.symbol() + "/trades", 1, priority)
                        .with("limit", Integer.toString(PAGE));
        return http.get(
                after.isPresent()
                        ? request.with("after", Long.toString(after.getAsLong()))
                        : request,
                answer -> read(answer, after));
    }

    private static List<Numbered> read(byte[] answer, OptionalLong after) throws ParseException {
        List<Numbered> trades = CoinbaseAnswers.trades(answer);
        if (after.isPresent()
                && !trades.isEmpty()
                && trades.getFirst().number() >= after.getAsLong()) {
            throw new ParseException(
                    "trade "
                            + trades.getFirst().number()
                            + " is not before "
                            + after.getAsLong()
                            + ", as was asked for",
                    -1);
        }
        return trades;
    }
}
