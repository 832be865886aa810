package plumbline.simulator.binance;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import plumbline.simulator.clock.VirtualClock;
import plumbline.simulator.market.MarketHistory;
import plumbline.simulator.market.Markets;
import plumbline.simulator.market.Noise;
import plumbline.simulator.market.RecordedMarket;

/// Futures that are settled in money: `/fapi/v1/…`.
///
/// Source: Binance's documentation of USDⓈ-M futures, as of August 2026.
final class FuturesApi implements BinanceApi {
    private static final Klines.Rules KLINES = new Klines.Rules(1500, true, false);
    private static final Set<Long> LEVELS = Set.of(5L, 10L, 20L, 50L, 100L, 500L, 1000L);
    private static final int USUAL_ROWS = 500;

    private final VirtualClock clock;
    private final Map<String, FuturesContract> contracts = new LinkedHashMap<>();
    private final Markets markets;
    private final Premiums premiums;

    FuturesApi(VirtualClock clock, long seed, List<RecordedMarket> given) {
        this.clock = clock;
        List<FuturesContract> all =
                given.isEmpty() ? FuturesMarkets.all() : FuturesMarkets.of(given);
        all.forEach(contract -> contracts.put(contract.market().symbol(), contract));
        long venueSeed = Noise.key(seed, "binance-usdm");
        this.markets =
                given.isEmpty()
                        ? new Markets(
                                seed, venueSeed, all.stream().map(FuturesContract::market).toList())
                        : Markets.recorded(venueSeed, given);
        this.premiums = new Premiums(venueSeed, markets);
    }

    @Override
    public String prefix() {
        return "/binance-usdm";
    }

    @Override
    public String version() {
        return "/fapi/v1/";
    }

    @Override
    public int weightLimit() {
        return FuturesInfo.WEIGHT_LIMIT;
    }

    @Override
    public OptionalInt weight(String endpoint, Parameters parameters) {
        return switch (endpoint) {
            case "ping", "time", "exchangeInfo" -> OptionalInt.of(1);
            case "klines" -> OptionalInt.of(klinesWeight(parameters.limitOr(USUAL_ROWS)));
            case "aggTrades" -> OptionalInt.of(20);
            case "trades" -> OptionalInt.of(5);
            case "depth" -> OptionalInt.of(depthWeight(parameters.limitOr(USUAL_ROWS)));
            case "premiumIndex" -> OptionalInt.of(parameters.has("symbol") ? 1 : 10);
            // these two have a limit of calls instead, which is far away
            case "fundingRate", "fundingInfo" -> OptionalInt.of(0);
            default -> OptionalInt.empty();
        };
    }

    private static int klinesWeight(long limit) {
        if (limit < 100) {
            return 1;
        }
        if (limit < 500) {
            return 2;
        }
        return limit <= 1000 ? 5 : 10;
    }

    private static int depthWeight(long limit) {
        if (limit <= 50) {
            return 2;
        }
        if (limit <= 100) {
            return 5;
        }
        return limit <= 500 ? 10 : 20;
    }

    @Override
    public byte[] body(String endpoint, Parameters parameters, long nowMs) {
        return switch (endpoint) {
            case "ping" -> ServerTime.ping();
            case "time" -> ServerTime.json(clock.toldMs());
            case "exchangeInfo" -> FuturesInfo.json(listed(nowMs), nowMs, clock.toldMs());
            case "fundingInfo" -> FuturesInfo.funding(listed(nowMs));
            case "premiumIndex" ->
                    premiums.now(asked(parameters, nowMs), parameters.has("symbol"), nowMs);
            case "fundingRate" -> premiums.paid(asked(parameters, nowMs), parameters, nowMs);
            default -> ofMarket(endpoint, parameters, nowMs);
        };
    }

    private byte[] ofMarket(String endpoint, Parameters parameters, long nowMs) {
        MarketHistory history =
                markets.find(parameters.symbol(), nowMs).orElseThrow(Refusal::symbol);
        Digits digits = Digits.of(contract(history));
        return switch (endpoint) {
            case "klines" -> Klines.json(history, parameters, KLINES, digits, nowMs);
            case "aggTrades" ->
                    new Trades(history, digits, Trades.Form.FUTURES).aggregate(parameters, nowMs);
            case "trades" ->
                    new Trades(history, digits, Trades.Form.FUTURES).single(parameters, nowMs);
            case "depth" ->
                    Depth.of(history, digits, nowMs)
                            .withTimes(clock.toldMs())
                            .json(parameters.limitOf(LEVELS, USUAL_ROWS));
            default -> throw new IllegalArgumentException("no endpoint " + endpoint);
        };
    }

    private FuturesContract contract(MarketHistory history) {
        FuturesContract contract = contracts.get(history.market().symbol());
        if (contract == null) {
            throw new IllegalStateException("a market without a contract: " + history.market());
        }
        return contract;
    }

    private List<FuturesContract> listed(long nowMs) {
        return contracts.values().stream().filter(c -> c.isListed(nowMs)).toList();
    }

    /// The contract of the parameter `symbol`, or all that are listed.
    private List<FuturesContract> asked(Parameters parameters, long nowMs) {
        if (!parameters.has("symbol")) {
            return listed(nowMs);
        }
        return List.of(
                contract(markets.find(parameters.symbol(), nowMs).orElseThrow(Refusal::symbol)));
    }
}
