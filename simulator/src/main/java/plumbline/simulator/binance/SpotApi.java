package plumbline.simulator.binance;

import java.util.List;
import java.util.OptionalInt;
import plumbline.simulator.clock.VirtualClock;
import plumbline.simulator.market.MarketHistory;
import plumbline.simulator.market.Markets;
import plumbline.simulator.market.RecordedMarket;

/// Spot: `/api/v3/…`.
///
/// Source: binance-spot-api-docs of 2026-07-21.
final class SpotApi implements BinanceApi {
    private static final Klines.Rules KLINES = new Klines.Rules(1000, false, true);
    private static final int USUAL_LEVELS = 100;
    private static final int MOST_LEVELS = 5000;

    private final VirtualClock clock;
    private final Markets markets;

    SpotApi(VirtualClock clock, long seed, List<RecordedMarket> given) {
        this.clock = clock;
        this.markets =
                given.isEmpty()
                        ? new Markets(seed, seed, SpotMarkets.all())
                        : Markets.recorded(seed, given);
    }

    @Override
    public String prefix() {
        return "/binance";
    }

    @Override
    public String version() {
        return "/api/v3/";
    }

    @Override
    public int weightLimit() {
        return 6_000;
    }

    @Override
    public OptionalInt weight(String endpoint, Parameters parameters) {
        return switch (endpoint) {
            case "ping", "time" -> OptionalInt.of(1);
            case "exchangeInfo" -> OptionalInt.of(20);
            case "klines" -> OptionalInt.of(2);
            case "aggTrades" -> OptionalInt.of(4);
            case "trades" -> OptionalInt.of(25);
            case "depth" -> OptionalInt.of(depthWeight(parameters.limitOr(USUAL_LEVELS)));
            default -> OptionalInt.empty();
        };
    }

    private static int depthWeight(long limit) {
        if (limit <= 100) {
            return 5;
        }
        if (limit <= 500) {
            return 25;
        }
        return limit <= 1000 ? 50 : 250;
    }

    @Override
    public byte[] body(String endpoint, Parameters parameters, long nowMs) {
        return switch (endpoint) {
            case "ping" -> ServerTime.ping();
            case "time" -> ServerTime.json(clock.toldMs());
            case "exchangeInfo" ->
                    SpotInfo.json(markets.listed(nowMs), parameters, nowMs, clock.toldMs());
            case "klines" ->
                    Klines.json(history(parameters, nowMs), parameters, KLINES, Digits.SPOT, nowMs);
            case "aggTrades" -> trades(parameters, nowMs).aggregate(parameters, nowMs);
            case "trades" -> trades(parameters, nowMs).single(parameters, nowMs);
            case "depth" ->
                    Depth.of(history(parameters, nowMs), Digits.SPOT, nowMs)
                            .json(parameters.limit(USUAL_LEVELS, MOST_LEVELS));
            default -> throw new IllegalArgumentException("no endpoint " + endpoint);
        };
    }

    private Trades trades(Parameters parameters, long nowMs) {
        return new Trades(history(parameters, nowMs), Digits.SPOT, Trades.Form.SPOT);
    }

    private MarketHistory history(Parameters parameters, long nowMs) {
        return markets.find(parameters.symbol(), nowMs).orElseThrow(Refusal::symbol);
    }
}
