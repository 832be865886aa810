package plumbline.engine.exchange.drift;

import java.math.BigDecimal;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import plumbline.engine.exchange.AnswerJson;
import plumbline.engine.exchange.Listing;
import plumbline.engine.exchange.drift.Drift.Deployment;
import plumbline.engine.exchange.symbol.Multiple;
import plumbline.engine.instrument.Instrument;
import plumbline.engine.instrument.Instrument.Contract;
import plumbline.engine.instrument.Instrument.Limits;
import plumbline.engine.instrument.InstrumentKind;
import plumbline.engine.instrument.TradingStatus;
import plumbline.engine.market.MarketId;
import tools.jackson.databind.JsonNode;

/// Reads `/stats/markets`, in which perpetuals stand beside markets that lend, and predictions
/// beside perpetuals.
final class DriftListing {
    /// The steps of a market are not listed; the program counts prices in millionths.
    private static final BigDecimal TICK = BigDecimal.ONE.movePointLeft(6);

    private static final int MOST_DECIMALS = 18;

    /// What may stand in an address as it is.
    private static final Pattern SYMBOL = Pattern.compile("[A-Za-z0-9._-]+");

    private final Deployment deployment;
    private final List<Instrument> instruments = new ArrayList<>();
    private final List<String> passedOver = new ArrayList<>();

    private DriftListing(Deployment deployment) {
        this.deployment = deployment;
    }

    /// @throws ParseException if it is no list of markets
    static Listing read(Deployment deployment, byte[] answer) throws ParseException {
        JsonNode markets = AnswerJson.tree(answer, "list of markets").path("markets");
        if (!markets.isArray()) {
            throw new ParseException("the list of markets is none", -1);
        }
        DriftListing listing = new DriftListing(deployment);
        markets.forEach(listing::add);
        return new Listing(listing.instruments, listing.passedOver);
    }

    private void add(JsonNode market) {
        try {
            instruments.add(instrument(market));
        } catch (IllegalArgumentException e) { // of one market; the others are of use
            passedOver.add(market.path("symbol").asString("") + ": " + e.getMessage());
        }
    }

    private Instrument instrument(JsonNode market) {
        String symbol = AnswerJson.text(market, "symbol");
        requirePerpetual(market, symbol);
        String base = AnswerJson.text(market, "baseAsset");
        Multiple multiple = Multiple.of(base);
        return new Instrument(
                new MarketId(
                        deployment.venue(), base, deployment.collateral(), deployment.collateral()),
                symbol,
                InstrumentKind.PERPETUAL,
                status(market.path("status").asString("")),
                TICK,
                lot(market),
                limits(market),
                new Contract(BigDecimal.ONE, false, multiple.underlying(), multiple.count()));
    }

    /// Predictions call themselves perpetuals; nothing but the end of their symbol tells.
    private void requirePerpetual(JsonNode market, String symbol) {
        if (symbol.endsWith("-BET")) {
            throw new IllegalArgumentException("a prediction, which is not supported");
        }
        String type = AnswerJson.text(market, "marketType");
        if (!type.equals("perp")) {
            throw new IllegalArgumentException("of type " + type + ", not a perpetual");
        }
        if (!SYMBOL.matcher(symbol).matches()) {
            throw new IllegalArgumentException("cannot be asked for by this symbol");
        }
        String quote = market.path("quoteAsset").asString("");
        if (!quote.isEmpty() && !quote.equals(deployment.collateral())) {
            throw new IllegalArgumentException(
                    "priced in "
                            + quote
                            + ", where "
                            + deployment.collateral()
                            + " is the collateral of "
                            + deployment.venue());
        }
    }

    private static BigDecimal lot(JsonNode market) {
        long decimals = AnswerJson.whole(market, "precision");
        if (decimals < 0 || decimals > MOST_DECIMALS) {
            throw new IllegalArgumentException("precision " + decimals + " is none");
        }
        return BigDecimal.ONE.movePointLeft((int) decimals);
    }

    /// The upper limit that is listed is that of the whole market's open interest, not of an order.
    private static Limits limits(JsonNode market) {
        return new Limits(
                AnswerJson.optionalNumber(market.path("limits").path("amount"), "min")
                        .filter(n -> n.signum() != 0),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /// By its name: the program's numbers of the states have moved between deployments.
    private TradingStatus status(String status) {
        TradingStatus told =
                switch (status) {
                    case "active", "fundingPaused", "ammPaused" -> TradingStatus.TRADING;
                    case "initialized" -> TradingStatus.PENDING;
                    case "reduceOnly" -> TradingStatus.REDUCE_ONLY;
                    case "settlement", "delisted" -> TradingStatus.CLOSED;
                    default -> TradingStatus.HALTED; // fillPaused, and what comes later
                };
        return deployment.paused() && told != TradingStatus.CLOSED ? TradingStatus.HALTED : told;
    }
}
