package plumbline.engine.exchange.binance;

import java.math.BigDecimal;
import java.text.ParseException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
import tools.jackson.databind.node.MissingNode;

/// Reads `exchangeInfo` of Binance's spot market and of its futures that are settled in money. What
/// is traded for what is told by the fields for that, never by cutting the symbol.
final class BinanceListing {
    private static final DateTimeFormatter EXPIRY =
            DateTimeFormatter.ofPattern("yyMMdd", Locale.ROOT).withZone(ZoneOffset.UTC);

    /// Contracts "end" in the year 2100 that have no end.
    private static final long NEVER_MS = 4_000_000_000_000L;

    private final String venue;
    private final List<Instrument> instruments = new ArrayList<>();
    private final List<String> passedOver = new ArrayList<>();

    private BinanceListing(String venue) {
        this.venue = venue;
    }

    /// @param venue our name of the segment, `binance` or `binance-usdm`
    /// @throws ParseException if it is no list of markets
    static Listing read(String venue, byte[] answer) throws ParseException {
        JsonNode symbols = AnswerJson.tree(answer, "list of markets").path("symbols");
        if (!symbols.isArray()) {
            throw new ParseException("the list of markets has no symbols", -1);
        }
        BinanceListing listing = new BinanceListing(venue);
        symbols.forEach(listing::add);
        return new Listing(listing.instruments, listing.passedOver);
    }

    private void add(JsonNode symbol) {
        String name = symbol.path("symbol").asString("");
        try {
            instruments.add(instrument(name, symbol));
        } catch (IllegalArgumentException e) { // of one market; the others are of use
            passedOver.add(name + ": " + e.getMessage());
        }
    }

    private Instrument instrument(String name, JsonNode symbol) {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("a market without a symbol");
        }
        InstrumentKind kind = kind(symbol);
        String base = AnswerJson.text(symbol, "baseAsset");
        MarketId id =
                new MarketId(
                        venue, base, AnswerJson.text(symbol, "quoteAsset"), settle(symbol, kind));
        JsonNode price = filter(symbol, "PRICE_FILTER");
        JsonNode lot = filter(symbol, "LOT_SIZE");
        Multiple multiple = Multiple.of(base);
        return new Instrument(
                id,
                name,
                kind,
                status(symbol),
                step(price, "tickSize", symbol, "quotePrecision"),
                step(lot, "stepSize", symbol, "baseAssetPrecision"),
                limits(symbol, price, lot),
                new Contract(BigDecimal.ONE, false, multiple.underlying(), multiple.count()));
    }

    private static InstrumentKind kind(JsonNode symbol) {
        if (!symbol.has("contractType")) {
            return InstrumentKind.SPOT;
        }
        return symbol.path("deliveryDate").asLong(Long.MAX_VALUE) > NEVER_MS
                ? InstrumentKind.PERPETUAL
                : InstrumentKind.FUTURE;
    }

    private static @Nullable String settle(JsonNode symbol, InstrumentKind kind) {
        return switch (kind) {
            case SPOT -> null;
            case PERPETUAL -> AnswerJson.text(symbol, "marginAsset");
            case FUTURE -> {
                Instant ends = Instant.ofEpochMilli(symbol.path("deliveryDate").asLong());
                yield AnswerJson.text(symbol, "marginAsset") + "-" + EXPIRY.format(ends);
            }
        };
    }

    private static TradingStatus status(JsonNode symbol) {
        return switch (symbol.path("status").asString("")) {
            case "TRADING" -> TradingStatus.TRADING;
            case "PENDING_TRADING", "PRE_TRADING" -> TradingStatus.PENDING;
            case "CANCEL_ONLY" -> TradingStatus.REDUCE_ONLY;
            case "HALT", "AUCTION_MATCH", "POST_TRADING", "END_OF_DAY" -> TradingStatus.HALTED;
            // BREAK is what delisted markets show for ever, and what comes later is no trading
            default -> TradingStatus.CLOSED;
        };
    }

    private static JsonNode filter(JsonNode symbol, String type) {
        for (JsonNode filter : symbol.path("filters")) {
            if (type.equals(filter.path("filterType").asString(""))) {
                return filter;
            }
        }
        return MissingNode.getInstance();
    }

    /// A step of 0 is no step: then the digits that the venue keeps are one.
    private static BigDecimal step(JsonNode filter, String field, JsonNode symbol, String digits) {
        return number(filter, field)
                .orElseGet(() -> BigDecimal.ONE.movePointLeft(symbol.path(digits).asInt(8)));
    }

    /// A limit of 0 is none.
    private static Optional<BigDecimal> number(JsonNode node, String field) {
        return AnswerJson.optionalNumber(node, field).filter(n -> n.signum() != 0);
    }

    private static Limits limits(JsonNode symbol, JsonNode price, JsonNode lot) {
        JsonNode spot = filter(symbol, "NOTIONAL");
        JsonNode older = filter(symbol, "MIN_NOTIONAL");
        return new Limits(
                number(lot, "minQty"),
                number(lot, "maxQty"),
                number(spot, "minNotional")
                        .or(() -> number(older, "minNotional"))
                        .or(() -> number(older, "notional")),
                number(price, "minPrice"),
                number(price, "maxPrice"));
    }
}
