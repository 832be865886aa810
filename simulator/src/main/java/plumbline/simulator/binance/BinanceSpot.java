package plumbline.simulator.binance;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import plumbline.simulator.binance.RequestWeight.Verdict;
import plumbline.simulator.clock.VirtualClock;
import plumbline.simulator.http.HttpRequest;
import plumbline.simulator.http.HttpResponse;
import plumbline.simulator.http.WireText;
import plumbline.simulator.market.MarketHistory;
import plumbline.simulator.market.SimulatedMarket;
import plumbline.simulator.venue.Venue;

/// Binance spot over REST, below `/binance`: what it lists, its candles, trades and books, its
/// limit of weight and its errors. There are no accounts and no orders.
///
/// Threads: any thread.
public final class BinanceSpot implements Venue {
    private static final String PREFIX = "/binance";
    private static final String API = PREFIX + "/api/v3/";

    private final VirtualClock clock;
    private final Map<String, MarketHistory> histories = new LinkedHashMap<>();
    private final RequestWeight weight;

    /// @param limited whether too much weight is refused
    public BinanceSpot(
            VirtualClock clock, long seed, List<SimulatedMarket> markets, boolean limited) {
        this.clock = clock;
        this.weight = new RequestWeight(limited);
        markets.forEach(m -> histories.put(m.symbol(), new MarketHistory(seed, m)));
    }

    @Override
    public String prefix() {
        return PREFIX;
    }

    @Override
    public void reset() {
        weight.reset();
    }

    @Override
    public int usedWeight() {
        return weight.used();
    }

    @Override
    public Reply answer(HttpRequest request) {
        Optional<Endpoint> endpoint = Endpoint.of(request.path());
        if (endpoint.isEmpty()) {
            return new Reply(HttpResponse.html(404, "Not Found"), 0, weight.used());
        }
        if (!request.method().equals("GET")) {
            return new Reply(HttpResponse.html(405, "Not Allowed"), 0, weight.used());
        }
        long nowMs = clock.nowMs();
        int cost = endpoint.get() == Endpoint.DEPTH ? depthWeight(request) : endpoint.get().weight;
        Verdict verdict = weight.take(nowMs, cost);
        HttpResponse response =
                switch (verdict) {
                    case Verdict.Allowed _ -> executed(endpoint.get(), request, nowMs);
                    case Verdict.Warned warned -> warned(warned);
                    case Verdict.Banned banned -> banned(banned);
                };
        return new Reply(
                response.with("X-MBX-USED-WEIGHT", Integer.toString(verdict.used()))
                        .with("X-MBX-USED-WEIGHT-1M", Integer.toString(verdict.used())),
                cost,
                verdict.used());
    }

    private static int depthWeight(HttpRequest request) {
        try {
            return Depth.weight(new Parameters(request).limit(Depth.USUAL, Depth.MOST));
        } catch (Refusal refused) { // what it is about is said when it is executed
            return Depth.weight(Depth.USUAL);
        }
    }

    private HttpResponse executed(Endpoint endpoint, HttpRequest request, long nowMs) {
        try {
            return HttpResponse.json(200, body(endpoint, new Parameters(request), nowMs));
        } catch (Refusal refused) {
            return refused.response();
        }
    }

    private byte[] body(Endpoint endpoint, Parameters parameters, long nowMs) {
        return switch (endpoint) {
            case PING -> new WireText(2).text("{}").toBytes();
            case TIME ->
                    new WireText(40)
                            .text("{\"serverTime\":")
                            .number(clock.toldMs())
                            .character('}')
                            .toBytes();
            case EXCHANGE_INFO ->
                    ExchangeInfo.json(listed(nowMs), parameters, nowMs, clock.toldMs());
            case KLINES -> Klines.json(history(parameters, nowMs), parameters, nowMs);
            case AGG_TRADES -> Trades.aggregate(history(parameters, nowMs), parameters, nowMs);
            case TRADES -> Trades.single(history(parameters, nowMs), parameters, nowMs);
            case DEPTH ->
                    Depth.json(
                            history(parameters, nowMs),
                            parameters.limit(Depth.USUAL, Depth.MOST),
                            nowMs);
        };
    }

    private Map<String, SimulatedMarket> listed(long nowMs) {
        Map<String, SimulatedMarket> listed = new LinkedHashMap<>();
        histories.forEach((symbol, history) -> {
            if (history.market().listedMs() <= nowMs) {
                listed.put(symbol, history.market());
            }
        });
        return listed;
    }

    private MarketHistory history(Parameters parameters, long nowMs) {
        MarketHistory history = histories.get(parameters.symbol());
        if (history == null || history.market().listedMs() > nowMs) {
            throw Refusal.symbol();
        }
        return history;
    }

    private static HttpResponse warned(Verdict.Warned warned) {
        return Refusal.response(
                        429,
                        -1003,
                        "Too much request weight used; current limit is "
                                + RequestWeight.LIMIT
                                + " request weight per 1 MINUTE. Please use WebSocket Streams for"
                                + " live updates to avoid polling the API.")
                .with("Retry-After", Long.toString(warned.retryAfterSeconds()));
    }

    private static HttpResponse banned(Verdict.Banned banned) {
        return Refusal.response(
                        418,
                        -1003,
                        "Way too much request weight used; IP banned until "
                                + banned.untilMs()
                                + ". Please use WebSocket Streams for live updates to avoid bans.")
                .with("Retry-After", Long.toString(banned.retryAfterSeconds()));
    }

    private enum Endpoint {
        PING("ping", 1),
        TIME("time", 1),
        EXCHANGE_INFO("exchangeInfo", 20),
        KLINES("klines", 2),
        AGG_TRADES("aggTrades", 4),
        TRADES("trades", 25),
        DEPTH("depth", 5);

        private final String path;
        private final int weight;

        Endpoint(String path, int weight) {
            this.path = API + path;
            this.weight = weight;
        }

        static Optional<Endpoint> of(String path) {
            for (Endpoint endpoint : values()) {
                if (endpoint.path.equals(path)) {
                    return Optional.of(endpoint);
                }
            }
            return Optional.empty();
        }
    }
}
