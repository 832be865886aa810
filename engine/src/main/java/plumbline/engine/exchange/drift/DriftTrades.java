package plumbline.engine.exchange.drift;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import plumbline.engine.exchange.MarketTrade;
import plumbline.engine.exchange.TradePage;
import plumbline.engine.exchange.drift.DriftAnswers.Page;
import plumbline.engine.exchange.http.ExchangeException.Malformed;
import plumbline.engine.exchange.http.VenueHttp;
import plumbline.engine.exchange.http.VenueRequest;
import plumbline.engine.exchange.resilience.RequestPriority;
import plumbline.engine.instrument.Instrument;
import plumbline.engine.market.TimeRange;

/// Trades, from the end of a range backwards. The server gives the newest, and with each answer a
/// token for those before; there is no other way to a time than through all that came after it. The
/// tokens that were seen are kept, so that who goes on does not begin anew.
///
/// Trades have the second in which they were made, and no part of it.
///
/// Thread-safe.
final class DriftTrades {
    /// Of the last 31 days, as the server says; one less, as nobody knows when its days end.
    private static final long KEPT_MS = Duration.ofDays(30).toMillis();

    private static final int SECOND_MS = 1000;
    private static final String PAGE = "50";
    private static final int PAGES_AT_ONCE = 20;
    private static final int MOST_TOKENS = 4096;

    private final String venue;
    private final VenueHttp http;

    /// By market: a time, and the token for all trades before it, and perhaps some at it.
    private final Map<String, NavigableMap<Long, String>> tokens = new ConcurrentHashMap<>();

    DriftTrades(String venue, VenueHttp http) {
        this.venue = venue;
        this.http = http;
    }

    /// @throws UnsupportedOperationException if the range ends before what is kept
    TradePage page(Instrument market, TimeRange range, RequestPriority priority)
            throws InterruptedException {
        long nowMs = http.clock().millis();
        long to = Math.clamp(nowMs, range.fromMs(), range.toMs());
        if (to == range.fromMs()) {
            return new TradePage(List.of(), new TimeRange(to, to));
        }
        if (to <= nowMs - KEPT_MS) {
            throw new UnsupportedOperationException(
                    venue + " has no trades but those of the last 30 days");
        }
        TimeRange past = new TimeRange(Math.max(range.fromMs(), nowMs - KEPT_MS), to);
        return new Walk(market, past, priority).go();
    }

    /// From one answer to the one before it, until there is something of the range.
    private final class Walk {
        private final Instrument market;
        private final TimeRange past;
        private final RequestPriority priority;
        private final List<MarketTrade> found = new ArrayList<>();
        private final Set<String> ids = new HashSet<>();
        private final Set<String> used = new HashSet<>();

        /// Of the last trade that was read.
        private long oldestMs = Long.MAX_VALUE;

        Walk(Instrument market, TimeRange past, RequestPriority priority) {
            this.market = market;
            this.past = past;
            this.priority = priority;
        }

        TradePage go() throws InterruptedException {
            Map.Entry<Long, String> known = tokens(market).ceilingEntry(past.toMs());
            Optional<String> token = Optional.ofNullable(known).map(Map.Entry::getValue);
            int within = 0;
            do {
                Page<MarketTrade> page = ask(token);
                page.records().forEach(this::take);
                token = page.next();
                remember(token);
                within += isWithin() ? 1 : 0;
            } while (token.isPresent() && oldestMs >= past.fromMs() && within < PAGES_AT_ONCE);
            // of the oldest second there may be more on the next page
            long begin =
                    token.isEmpty()
                            ? past.fromMs()
                            : Math.clamp(oldestMs + SECOND_MS, past.fromMs(), past.toMs());
            TimeRange complete = new TimeRange(begin, past.toMs());
            return new TradePage(
                    found.reversed().stream()
                            .filter(trade -> complete.contains(trade.timeMs()))
                            .toList(),
                    complete);
        }

        /// Whether at least one second of the range is complete.
        private boolean isWithin() {
            return oldestMs != Long.MAX_VALUE && oldestMs + SECOND_MS < past.toMs();
        }

        private void take(MarketTrade trade) {
            oldestMs = Math.min(oldestMs, trade.timeMs());
            if (past.contains(trade.timeMs()) && ids.add(trade.id())) {
                found.add(trade);
            }
        }

        private Page<MarketTrade> ask(Optional<String> token) throws InterruptedException {
            String path = "/market/" + market.symbol() + "/trades";
            VenueRequest request =
                    new VenueRequest("trades", path, 1, priority).with("limit", PAGE);
            VenueRequest paged = token.isPresent() ? request.with("page", token.get()) : request;
            Page<MarketTrade> page =
                    http.get(paged, answer -> DriftAnswers.trades(answer, market.symbol()));
            boolean again = page.next().isPresent() && !used.add(page.next().get());
            boolean newer =
                    !page.records().isEmpty() && page.records().getFirst().timeMs() > oldestMs;
            if (again || newer) {
                throw new Malformed(
                        venue + " trades", path, -1, "the pages go round in a circle", false, null);
            }
            return page;
        }

        private void remember(Optional<String> token) {
            if (token.isPresent() && oldestMs != Long.MAX_VALUE) {
                NavigableMap<Long, String> known = tokens(market);
                known.putIfAbsent(oldestMs, token.get());
                while (known.size() > MOST_TOKENS) {
                    known.pollLastEntry(); // paging goes backwards: the older are of more use
                }
            }
        }
    }

    private NavigableMap<Long, String> tokens(Instrument market) {
        return tokens.computeIfAbsent(market.symbol(), m -> new ConcurrentSkipListMap<>());
    }
}
