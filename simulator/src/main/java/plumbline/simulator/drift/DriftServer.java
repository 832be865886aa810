package plumbline.simulator.drift;

import java.util.List;
import java.util.Map;
import plumbline.simulator.clock.VirtualClock;
import plumbline.simulator.http.HttpRequest;
import plumbline.simulator.http.HttpResponse;
import plumbline.simulator.market.MarketHistory;
import plumbline.simulator.venue.RequestBucket;
import plumbline.simulator.venue.Venue;

/// A server of a deployment over REST: below `/drift-data` or `/velocity-data` what it lists,
/// candles, trades and funding, below `/drift-dlob` or `/velocity-dlob` the order book.
///
/// Threads: any thread.
///
/// Source: drift-labs v2-teacher of 2025-10; velocity-exchange dlob-server of 2026-07.
public final class DriftServer implements Venue {
    /// The venue publishes no numbers; these are above what its clients are known to ask.
    private static final int AT_ONCE = 120;

    private static final int PER_SECOND = 2;

    private final String prefix;
    private final VirtualClock clock;
    private final DriftMarkets markets;
    private final RequestBucket bucket;
    private final boolean isOfBooks;

    private DriftServer(
            String prefix,
            VirtualClock clock,
            DriftMarkets markets,
            boolean limited,
            boolean isOfBooks) {
        this.prefix = prefix;
        this.clock = clock;
        this.markets = markets;
        this.bucket = new RequestBucket(AT_ONCE, PER_SECOND, limited);
        this.isOfBooks = isOfBooks;
    }

    /// The server of the data.
    public static DriftServer data(VirtualClock clock, DriftMarkets markets, boolean limited) {
        return new DriftServer("/" + markets.name() + "-data", clock, markets, limited, false);
    }

    /// The server of the order book.
    public static DriftServer dlob(VirtualClock clock, DriftMarkets markets, boolean limited) {
        return new DriftServer("/" + markets.name() + "-dlob", clock, markets, limited, true);
    }

    @Override
    public String prefix() {
        return prefix;
    }

    @Override
    public void reset() {
        bucket.reset();
    }

    @Override
    public void limit(double part) {
        bucket.limit(part);
    }

    @Override
    public int usedWeight() {
        return bucket.used();
    }

    @Override
    public HttpResponse error(int status) {
        return DriftRefusal.response(
                status,
                status == 429 || status == 418 ? "Too many requests" : "Internal server error");
    }

    @Override
    public Reply answer(HttpRequest request) {
        long nowMs = clock.nowMs();
        HttpResponse response;
        try {
            response = bucket.take(nowMs) ? executed(request, nowMs) : error(429);
        } catch (DriftRefusal refusal) {
            response = refusal.response();
        }
        return new Reply(response, 1, bucket.used());
    }

    private HttpResponse executed(HttpRequest request, long nowMs) {
        if (!request.method().equals("GET")) {
            return DriftRefusal.response(405, "Method not allowed");
        }
        String path = request.path().substring(prefix.length());
        Map<String, String> parameters = request.parameters();
        return HttpResponse.json(
                200, isOfBooks ? book(path, parameters, nowMs) : data(path, parameters, nowMs));
    }

    private byte[] book(String path, Map<String, String> parameters, long nowMs) {
        if (!path.equals("/l2")) {
            throw DriftRefusal.notFound();
        }
        MarketHistory history = history(parameters.getOrDefault("marketName", ""), nowMs);
        return DriftBooks.l2(
                history,
                markets.number(history.market()),
                number(parameters, "depth", DriftBooks.DEEPEST),
                nowMs,
                clock.toldMs());
    }

    private byte[] data(String path, Map<String, String> parameters, long nowMs) {
        if (path.equals("/stats/markets")) {
            return DriftList.json(markets, nowMs);
        }
        if (path.equals("/fundingRates")) {
            return funding(parameters.getOrDefault("marketName", ""), nowMs).older();
        }
        List<String> parts = List.of(path.split("/"));
        if (parts.size() < 4 || !parts.get(1).equals("market")) {
            throw DriftRefusal.notFound();
        }
        String symbol = parts.get(2);
        return switch (parts.get(3) + parts.size()) {
            case "candles5" ->
                    DriftRows.candles(history(symbol, nowMs), parts.get(4), parameters, nowMs);
            case "trades4" -> DriftRows.trades(history(symbol, nowMs), parameters, nowMs);
            case "fundingRates4" -> funding(symbol, nowMs).page(parameters);
            default -> throw DriftRefusal.notFound();
        };
    }

    private DriftPayments funding(String symbol, long nowMs) {
        return new DriftPayments(history(symbol, nowMs), markets.venueSeed(), nowMs);
    }

    private MarketHistory history(String symbol, long nowMs) {
        return markets.markets().find(symbol, nowMs).orElseThrow(DriftRefusal::notFound);
    }

    /// A whole number, not negative.
    static long number(Map<String, String> parameters, String name, long usual) {
        String value = parameters.get(name);
        if (value == null) {
            return usual;
        }
        if (!value.matches("[0-9]{1,15}")) {
            throw DriftRefusal.invalid(name);
        }
        return Long.parseLong(value);
    }
}
