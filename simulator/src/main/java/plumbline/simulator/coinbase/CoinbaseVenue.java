package plumbline.simulator.coinbase;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import plumbline.simulator.clock.VirtualClock;
import plumbline.simulator.http.HttpRequest;
import plumbline.simulator.http.HttpResponse;
import plumbline.simulator.market.MarketHistory;
import plumbline.simulator.market.Markets;
import plumbline.simulator.market.Noise;
import plumbline.simulator.market.RecordedMarket;
import plumbline.simulator.venue.RequestBucket;
import plumbline.simulator.venue.Venue;

/// Coinbase's exchange over REST, below `/coinbase`: its products, their candles, trades and books,
/// its limit of requests and its errors.
///
/// Threads: any thread.
///
/// Source: Coinbase's documentation of its Exchange API, as of August 2026.
public final class CoinbaseVenue implements Venue {
    private static final String PREFIX = "/coinbase";
    private static final int PER_SECOND = 10;

    private final VirtualClock clock;
    private final RequestBucket bucket;
    private final List<CoinbaseProduct> products;
    private final Markets markets;

    /// @param limited whether too many requests are refused
    /// @param given markets that it has instead of drawn ones, if there are any
    public CoinbaseVenue(
            VirtualClock clock, long seed, boolean limited, List<RecordedMarket> given) {
        this.clock = clock;
        this.bucket = new RequestBucket(PER_SECOND, PER_SECOND, limited);
        this.products = given.isEmpty() ? CoinbaseProduct.all() : CoinbaseProduct.of(given);
        long venueSeed = Noise.key(seed, "coinbase");
        this.markets =
                given.isEmpty()
                        ? new Markets(
                                seed,
                                venueSeed,
                                products.stream()
                                        .filter(product -> product.alias().isEmpty())
                                        .map(CoinbaseProduct::market)
                                        .toList())
                        : Markets.recorded(venueSeed, given);
    }

    @Override
    public String prefix() {
        return PREFIX;
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
        return CoinbaseRefusal.response(
                status,
                status == 429 || status == 418
                        ? "Public rate limit exceeded"
                        : "Internal server error");
    }

    @Override
    public Reply answer(HttpRequest request) {
        long nowMs = clock.nowMs();
        boolean allowed = bucket.take(nowMs);
        HttpResponse response;
        try {
            response = allowed ? executed(request, nowMs) : error(429);
        } catch (CoinbaseRefusal refusal) {
            response = refusal.response();
        }
        return new Reply(response, 1, bucket.used());
    }

    private HttpResponse executed(HttpRequest request, long nowMs) {
        if (!request.method().equals("GET")) {
            return CoinbaseRefusal.response(405, "Method not allowed");
        }
        if (request.hasFaultyParameter()) {
            throw CoinbaseRefusal.invalid("query");
        }
        String path = request.path().substring(PREFIX.length() + 1);
        List<String> parts = List.of(path.split("/"));
        if (parts.getFirst().equals("products")) {
            return ofProducts(parts, request.parameters(), nowMs);
        }
        return switch (path) {
            case "time" -> HttpResponse.json(200, time(clock.toldMs(), true));
            case "v2/time" ->
                    HttpResponse.json(200, "{\"data\":" + time(clock.toldMs(), false) + "}");
            default -> throw CoinbaseRefusal.notFound();
        };
    }

    private HttpResponse ofProducts(
            List<String> parts, Map<String, String> parameters, long nowMs) {
        List<CoinbaseProduct> listed =
                products.stream().filter(p -> p.market().listedMs() <= nowMs).toList();
        if (parts.size() == 1) {
            return HttpResponse.json(200, CoinbaseList.all(listed));
        }
        CoinbaseProduct product =
                listed.stream()
                        .filter(p -> p.id().equals(parts.get(1)))
                        .findFirst()
                        .orElseThrow(CoinbaseRefusal::notFound);
        if (parts.size() == 2) {
            return HttpResponse.json(200, CoinbaseList.one(product, listed));
        }
        MarketHistory history =
                markets.find(product.market().symbol(), nowMs)
                        .orElseThrow(CoinbaseRefusal::notFound);
        return switch (parts.size() == 3 ? parts.get(2) : "") {
            case "candles" ->
                    HttpResponse.json(200, CoinbaseCandles.json(history, parameters, nowMs));
            case "trades" -> CoinbaseTape.trades(history, parameters, nowMs);
            case "book" -> HttpResponse.json(200, CoinbaseTape.book(history, parameters, nowMs));
            default -> throw CoinbaseRefusal.notFound();
        };
    }

    /// @param fraction whether the seconds have decimals
    private static String time(long toldMs, boolean fraction) {
        Instant told = Instant.ofEpochMilli(fraction ? toldMs : toldMs / 1000 * 1000);
        return "{\"iso\":\""
                + told
                + "\",\"epoch\":"
                + (fraction ? BigDecimal.valueOf(toldMs, 3) : BigDecimal.valueOf(toldMs / 1000))
                + "}";
    }
}
