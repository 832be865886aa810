package plumbline.simulator.binance;

import java.util.List;
import java.util.OptionalInt;
import plumbline.simulator.binance.RequestWeight.Verdict;
import plumbline.simulator.clock.VirtualClock;
import plumbline.simulator.http.HttpRequest;
import plumbline.simulator.http.HttpResponse;
import plumbline.simulator.market.RecordedMarket;
import plumbline.simulator.venue.Venue;

/// A segment of Binance over REST: what it lists, its candles, trades and books, its limit of
/// weight and its errors. There are no accounts and no orders.
///
/// Threads: any thread.
public final class BinanceVenue implements Venue {
    private final BinanceApi api;
    private final VirtualClock clock;
    private final RequestWeight weight;

    private BinanceVenue(BinanceApi api, VirtualClock clock, boolean limited) {
        this.api = api;
        this.clock = clock;
        this.weight = new RequestWeight(api.weightLimit(), limited);
    }

    /// The spot market, below `/binance`.
    ///
    /// @param limited whether too much weight is refused
    /// @param given markets that it has instead of drawn ones, if there are any
    public static BinanceVenue spot(
            VirtualClock clock, long seed, boolean limited, List<RecordedMarket> given) {
        return new BinanceVenue(new SpotApi(clock, seed, given), clock, limited);
    }

    /// The futures that are settled in money, below `/binance-usdm`.
    ///
    /// @param limited whether too much weight is refused
    /// @param given markets that it has as perpetuals instead of drawn ones, if there are any
    public static BinanceVenue futures(
            VirtualClock clock, long seed, boolean limited, List<RecordedMarket> given) {
        return new BinanceVenue(new FuturesApi(clock, seed, given), clock, limited);
    }

    @Override
    public String prefix() {
        return api.prefix();
    }

    @Override
    public void reset() {
        weight.reset();
    }

    @Override
    public void limit(double part) {
        weight.limit(part);
    }

    @Override
    public int usedWeight() {
        return weight.used();
    }

    @Override
    public HttpResponse error(int status) {
        return switch (status) {
            case 429 -> Refusal.response(429, -1003, "Too many requests.");
            case 418 -> Refusal.response(418, -1003, "Way too many requests; IP banned.");
            default -> Refusal.response(status, -1000, "An unknown error occurred.");
        };
    }

    @Override
    public Reply answer(HttpRequest request) {
        String base = api.prefix() + api.version();
        String endpoint =
                request.path().startsWith(base) ? request.path().substring(base.length()) : "";
        OptionalInt cost = api.weight(endpoint, Parameters.lenient(request));
        if (cost.isEmpty()) {
            return new Reply(HttpResponse.html(404, "Not Found"), 0, weight.used());
        }
        if (!request.method().equals("GET")) {
            return new Reply(HttpResponse.html(405, "Not Allowed"), 0, weight.used());
        }
        long nowMs = clock.nowMs();
        Verdict verdict = weight.take(nowMs, cost.getAsInt());
        HttpResponse response =
                switch (verdict) {
                    case Verdict.Allowed _ -> executed(endpoint, request, nowMs);
                    case Verdict.Warned warned -> warned(warned);
                    case Verdict.Banned banned -> banned(banned);
                };
        return new Reply(
                response.with("X-MBX-USED-WEIGHT", Integer.toString(verdict.used()))
                        .with("X-MBX-USED-WEIGHT-1M", Integer.toString(verdict.used())),
                cost.getAsInt(),
                verdict.used());
    }

    private HttpResponse executed(String endpoint, HttpRequest request, long nowMs) {
        try {
            return HttpResponse.json(200, api.body(endpoint, Parameters.of(request), nowMs));
        } catch (Refusal refused) {
            return refused.response();
        }
    }

    private HttpResponse warned(Verdict.Warned warned) {
        return Refusal.response(
                        429,
                        -1003,
                        "Too much request weight used; current limit is "
                                + api.weightLimit()
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
}
