package plumbline.simulator.kraken;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import plumbline.simulator.clock.VirtualClock;
import plumbline.simulator.http.HttpRequest;
import plumbline.simulator.http.HttpResponse;
import plumbline.simulator.market.MarketHistory;
import plumbline.simulator.market.Markets;
import plumbline.simulator.market.Noise;
import plumbline.simulator.market.RecordedMarket;
import plumbline.simulator.venue.RequestBucket;
import plumbline.simulator.venue.Venue;

/// Kraken's spot market over REST, below `/kraken/0/public`: what it lists, its candles, trades and
/// books. Whatever it says, the status is 200.
///
/// Threads: any thread.
///
/// Source: Kraken's documentation of its REST interface, as of August 2026.
public final class KrakenVenue implements Venue {
    private static final String PREFIX = "/kraken";
    private static final String API = PREFIX + "/0/public/";
    private static final int REQUESTS_AT_ONCE = 15;
    private static final DateTimeFormatter RFC1123 =
            DateTimeFormatter.ofPattern("EEE, dd MMM yy HH:mm:ss Z", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private final VirtualClock clock;
    private final RequestBucket bucket;
    private final List<KrakenPair> pairs;
    private final Markets markets;

    /// @param limited whether too many requests are refused
    /// @param given markets that it has instead of drawn ones, if there are any
    public KrakenVenue(VirtualClock clock, long seed, boolean limited, List<RecordedMarket> given) {
        this.clock = clock;
        this.bucket = new RequestBucket(REQUESTS_AT_ONCE, 1, limited);
        this.pairs = given.isEmpty() ? KrakenPairs.all() : KrakenPairs.of(given);
        long venueSeed = Noise.key(seed, "kraken");
        this.markets =
                given.isEmpty()
                        ? new Markets(
                                seed, venueSeed, pairs.stream().map(KrakenPair::market).toList())
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
        return HttpResponse.json(
                status,
                status == 429 || status == 418
                        ? KrakenRefusal.rate().json()
                        : "{\"error\":[\"EService:Unavailable\"]}");
    }

    @Override
    public Reply answer(HttpRequest request) {
        long nowMs = clock.nowMs();
        byte[] body;
        boolean allowed = bucket.take(nowMs);
        try {
            if (!allowed) {
                throw KrakenRefusal.rate();
            }
            body = body(request, nowMs);
        } catch (KrakenRefusal refusal) {
            body = refusal.json().getBytes(StandardCharsets.UTF_8);
        }
        return new Reply(HttpResponse.json(200, body), 1, bucket.used());
    }

    private byte[] body(HttpRequest request, long nowMs) {
        if (request.hasFaultyParameter()) {
            throw KrakenRefusal.arguments();
        }
        KrakenQuery query = new KrakenQuery(request.parameters());
        String method =
                request.path().startsWith(API) ? request.path().substring(API.length()) : "";
        return switch (method) {
            case "Time" -> time(clock.toldMs());
            case "SystemStatus" -> status(nowMs, clock.toldMs());
            case "Assets" -> KrakenLists.assets(query);
            case "AssetPairs" -> KrakenLists.pairs(listed(nowMs), query);
            case "OHLC" -> Ohlc.json(history(query, nowMs), query, nowMs);
            case "Trades" -> KrakenTape.trades(history(query, nowMs), query, nowMs);
            case "Depth" -> KrakenTape.depth(history(query, nowMs), query, nowMs);
            default -> throw KrakenRefusal.method();
        };
    }

    private List<KrakenPair> listed(long nowMs) {
        return pairs.stream().filter(pair -> pair.market().listedMs() <= nowMs).toList();
    }

    private MarketHistory history(KrakenQuery query, long nowMs) {
        String name = query.text("pair").orElseThrow(KrakenRefusal::arguments);
        return listed(nowMs).stream()
                .filter(pair -> pair.isCalled(name))
                .findFirst()
                .flatMap(pair -> markets.find(pair.market().symbol(), nowMs))
                .orElseThrow(KrakenRefusal::pair);
    }

    private static byte[] time(long toldMs) {
        return bytes(
                "{\"error\":[],\"result\":{\"unixtime\":"
                        + toldMs / 1000
                        + ",\"rfc1123\":\""
                        + RFC1123.format(Instant.ofEpochMilli(toldMs))
                        + "\"}}");
    }

    /// Maintenance while nothing is traded at all.
    private byte[] status(long nowMs, long toldMs) {
        boolean runs =
                markets.listed(nowMs).stream().anyMatch(h -> h.hasAny(nowMs, nowMs + 1, nowMs));
        return bytes(
                "{\"error\":[],\"result\":{\"status\":\""
                        + (runs ? "online" : "maintenance")
                        + "\",\"timestamp\":\""
                        + Instant.ofEpochMilli(toldMs).truncatedTo(ChronoUnit.SECONDS)
                        + "\"}}");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
