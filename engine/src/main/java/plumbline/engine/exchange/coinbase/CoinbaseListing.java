package plumbline.engine.exchange.coinbase;

import java.math.BigDecimal;
import java.text.ParseException;
import java.util.ArrayList;
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

/// Reads Coinbase's `/products`. `BTC-USDC` has the orders of `BTC-USD`: both are listed, each
/// under its own id.
final class CoinbaseListing {
    /// CELO was listed when it was called otherwise.
    private static final Map<String, String> OURS = Map.of("CGLD", "CELO");

    private static final BigDecimal SMALLEST = BigDecimal.ONE.movePointLeft(8);

    private final String venue;
    private final List<Instrument> instruments = new ArrayList<>();
    private final List<String> passedOver = new ArrayList<>();

    private CoinbaseListing(String venue) {
        this.venue = venue;
    }

    /// @param venue our name of it
    /// @throws ParseException if it is no list of markets
    static Listing read(String venue, byte[] answer) throws ParseException {
        JsonNode products = AnswerJson.tree(answer, "list of markets");
        if (!products.isArray()) {
            throw new ParseException("the list of markets is none", -1);
        }
        CoinbaseListing listing = new CoinbaseListing(venue);
        products.forEach(listing::add);
        return new Listing(listing.instruments, listing.passedOver);
    }

    private void add(JsonNode product) {
        try {
            instruments.add(instrument(product));
        } catch (IllegalArgumentException e) { // of one market; the others are of use
            passedOver.add(product.path("id").asString("") + ": " + e.getMessage());
        }
    }

    private Instrument instrument(JsonNode product) {
        String base = ours(AnswerJson.text(product, "base_currency"));
        String quote = ours(AnswerJson.text(product, "quote_currency"));
        Multiple multiple = Multiple.of(base);
        return new Instrument(
                new MarketId(venue, base, quote, null),
                AnswerJson.text(product, "id"),
                InstrumentKind.SPOT,
                status(product),
                number(product, "quote_increment")
                        .orElseThrow(
                                () -> new IllegalArgumentException("quote_increment is missing")),
                // old lists do not have it
                number(product, "base_increment").orElse(SMALLEST),
                limits(product),
                new Contract(BigDecimal.ONE, false, multiple.underlying(), multiple.count()));
    }

    private static String ours(String currency) {
        return OURS.getOrDefault(currency, currency);
    }

    /// The limits of a quantity are no longer given, that of the money is.
    private static Limits limits(JsonNode product) {
        return new Limits(
                number(product, "base_min_size"),
                number(product, "base_max_size"),
                number(product, "min_market_funds"),
                Optional.empty(),
                Optional.empty());
    }

    private static TradingStatus status(JsonNode product) {
        String status = product.path("status").asString("");
        if (status.equals("online")) {
            if (is(product, "trading_disabled")) {
                return TradingStatus.HALTED;
            }
            return is(product, "cancel_only") ? TradingStatus.REDUCE_ONLY : TradingStatus.TRADING;
        }
        return status.equals("offline") || status.equals("internal")
                ? TradingStatus.HALTED
                : TradingStatus.CLOSED; // delisted, and what comes later is no trading
    }

    private static boolean is(JsonNode product, String field) {
        return product.path(field).asBoolean(false);
    }

    /// A limit of 0 is none.
    private static Optional<BigDecimal> number(JsonNode node, String field) {
        return AnswerJson.optionalNumber(node, field).filter(n -> n.signum() != 0);
    }
}
