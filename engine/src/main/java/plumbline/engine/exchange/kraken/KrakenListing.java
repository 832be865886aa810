package plumbline.engine.exchange.kraken;

import java.math.BigDecimal;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import plumbline.engine.exchange.AnswerJson;
import plumbline.engine.exchange.Listing;
import plumbline.engine.exchange.symbol.Multiple;
import plumbline.engine.instrument.Instrument;
import plumbline.engine.instrument.Instrument.Contract;
import plumbline.engine.instrument.Instrument.Limits;
import plumbline.engine.instrument.InstrumentKind;
import plumbline.engine.instrument.TradingStatus;
import plumbline.engine.market.MarketId;
import tools.jackson.databind.JsonNode;

/// Reads Kraken's `AssetPairs`. What is traded for what stands in `wsname`, `XBT/USD`; a market
/// without it is told by its assets, `XXBT` and `ZUSD`, if others say what those are called. Ids
/// are never cut: `DOGEUR` is DOG for EUR.
///
/// Ids that end with `.d` are dark pools, in which nobody sees any orders; they are passed over.
final class KrakenListing {
    /// What Kraken calls otherwise than everybody else.
    private static final Map<String, String> OURS = Map.of("XBT", "BTC", "XDG", "DOGE");

    private static final int MOST_DECIMALS = 30;

    private final String venue;
    private final Map<String, String> assets = new HashMap<>();
    private final List<Instrument> instruments = new ArrayList<>();
    private final List<String> passedOver = new ArrayList<>();

    private KrakenListing(String venue) {
        this.venue = venue;
    }

    /// @param venue our name of it
    /// @throws ParseException if it is no list of markets
    static Listing read(String venue, byte[] answer) throws ParseException {
        JsonNode pairs = AnswerJson.tree(answer, "list of markets").path("result");
        if (!pairs.isObject()) {
            throw new ParseException("the list of markets has no result", -1);
        }
        KrakenListing listing = new KrakenListing(venue);
        pairs.forEach(listing::learn);
        pairs.properties().forEach(pair -> listing.add(pair.getKey(), pair.getValue()));
        return new Listing(listing.instruments, listing.passedOver);
    }

    private void learn(JsonNode pair) {
        String[] sides = sides(pair);
        if (sides.length == 2) {
            assets.put(pair.path("base").asString(""), sides[0]);
            assets.put(pair.path("quote").asString(""), sides[1]);
        }
    }

    private static String[] sides(JsonNode pair) {
        return pair.path("wsname").asString("").split("/", -1);
    }

    private void add(String name, JsonNode pair) {
        try {
            instruments.add(instrument(name, pair));
        } catch (IllegalArgumentException e) { // of one market; the others are of use
            passedOver.add(name + ": " + e.getMessage());
        }
    }

    private Instrument instrument(String name, JsonNode pair) {
        if (name.endsWith(".d")) {
            throw new IllegalArgumentException("a dark pool");
        }
        String[] sides = sides(pair);
        boolean named = sides.length == 2;
        String base = ours(named ? sides[0] : asset(pair, "base"));
        String quote = ours(named ? sides[1] : asset(pair, "quote"));
        Multiple multiple = Multiple.of(base);
        return new Instrument(
                new MarketId(venue, base, quote, null),
                requireId(name),
                InstrumentKind.SPOT,
                status(pair),
                number(pair, "tick_size").orElseGet(() -> step(pair, "pair_decimals")),
                step(pair, "lot_decimals"),
                new Limits(
                        number(pair, "ordermin"),
                        Optional.empty(),
                        number(pair, "costmin"),
                        Optional.empty(),
                        Optional.empty()),
                new Contract(BigDecimal.ONE, false, multiple.underlying(), multiple.count()));
    }

    private static String requireId(String name) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a market without an id");
        }
        return name;
    }

    private String asset(JsonNode pair, String side) {
        String name = assets.get(AnswerJson.text(pair, side));
        if (name == null) {
            throw new IllegalArgumentException("nothing says what its " + side + " is called");
        }
        return name;
    }

    private static String ours(String asset) {
        return OURS.getOrDefault(asset, asset);
    }

    /// A list without it is an old one, in which all were traded.
    private static TradingStatus status(JsonNode pair) {
        return switch (pair.path("status").asString("online")) {
            // with the latter two orders are taken, though not of each kind
            case "online", "post_only", "limit_only" -> TradingStatus.TRADING;
            case "cancel_only", "reduce_only" -> TradingStatus.REDUCE_ONLY;
            case "maintenance" -> TradingStatus.HALTED;
            default -> TradingStatus.CLOSED; // what comes later is no trading
        };
    }

    private static BigDecimal step(JsonNode pair, String decimals) {
        JsonNode value = pair.path(decimals);
        int count = value.isIntegralNumber() ? value.asInt(-1) : -1;
        if (count < 0 || count > MOST_DECIMALS) {
            throw new IllegalArgumentException(decimals + " is missing or absurd");
        }
        return BigDecimal.ONE.movePointLeft(count);
    }

    /// A limit of 0 is none.
    private static Optional<BigDecimal> number(JsonNode node, String field) {
        return AnswerJson.optionalNumber(node, field).filter(n -> n.signum() != 0);
    }
}
