package plumbline.simulator.binance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import plumbline.simulator.http.WireText;
import plumbline.simulator.market.MarketHistory;
import plumbline.simulator.market.SimulatedMarket;

/// `GET /api/v3/exchangeInfo`: limits, and the markets with what an order must keep.
final class SpotInfo {
    private static final String LIMITS =
            """
            "rateLimits":[\
            {"rateLimitType":"REQUEST_WEIGHT","interval":"MINUTE","intervalNum":1,"limit":6000},\
            {"rateLimitType":"ORDERS","interval":"SECOND","intervalNum":10,"limit":100},\
            {"rateLimitType":"ORDERS","interval":"DAY","intervalNum":1,"limit":200000},\
            {"rateLimitType":"RAW_REQUESTS","interval":"MINUTE","intervalNum":5,"limit":300000}],\
            "exchangeFilters":[],\
            """;

    private static final String ORDERS =
            """
            "orderTypes":["LIMIT","LIMIT_MAKER","MARKET","STOP_LOSS","STOP_LOSS_LIMIT",\
            "TAKE_PROFIT","TAKE_PROFIT_LIMIT"],"icebergAllowed":true,"ocoAllowed":true,\
            "otoAllowed":true,"quoteOrderQtyMarketAllowed":true,"allowTrailingStop":true,\
            "cancelReplaceAllowed":true,"amendAllowed":true,"pegInstructionsAllowed":true,\
            "isSpotTradingAllowed":%s,"isMarginTradingAllowed":false,\
            """;

    private static final long MOST_UNITS = 9_000_000_000_000L;

    private SpotInfo() {}

    /// @param listed the markets that exist at `nowMs`
    /// @param toldMs what the venue takes for the time
    static byte[] json(List<MarketHistory> listed, Parameters parameters, long nowMs, long toldMs) {
        WireText out = new WireText(1 << 13);
        out.text("{\"timezone\":\"UTC\",\"serverTime\":").number(toldMs).character(',');
        out.text(LIMITS).text("\"symbols\":[");
        boolean first = true;
        for (SimulatedMarket market : chosen(bySymbol(listed), parameters, nowMs)) {
            if (!first) {
                out.character(',');
            }
            first = false;
            symbol(market, market.isTraded(nowMs), out);
        }
        return out.text("]}").toBytes();
    }

    private static Map<String, SimulatedMarket> bySymbol(List<MarketHistory> listed) {
        Map<String, SimulatedMarket> bySymbol = new LinkedHashMap<>();
        listed.forEach(history -> bySymbol.put(history.market().symbol(), history.market()));
        return bySymbol;
    }

    private static List<SimulatedMarket> chosen(
            Map<String, SimulatedMarket> listed, Parameters parameters, long nowMs) {
        Optional<String> several = parameters.text("symbols");
        boolean one = parameters.text("symbol").isPresent();
        if (one && several.isPresent()) {
            throw Refusal.combination();
        }
        Map<String, SimulatedMarket> chosen = new LinkedHashMap<>();
        if (one || several.isPresent()) {
            List<String> names =
                    one ? List.of(parameters.symbol()) : SymbolList.of(several.orElseThrow());
            for (String name : names) {
                SimulatedMarket market = listed.get(name);
                if (market == null) {
                    throw Refusal.symbol();
                }
                chosen.put(name, market);
            }
        } else {
            chosen.putAll(listed);
        }
        Optional<String> status = parameters.text("symbolStatus");
        List<SimulatedMarket> markets = new ArrayList<>(chosen.values());
        markets.removeIf(
                m -> status.isPresent() && !status.get().equals(status(m.isTraded(nowMs))));
        return markets;
    }

    private static String status(boolean traded) {
        return traded ? "TRADING" : "BREAK";
    }

    private static void symbol(SimulatedMarket market, boolean traded, WireText out) {
        out.text("{\"symbol\":\"").text(market.symbol());
        out.text("\",\"status\":\"").text(status(traded));
        out.text("\",\"baseAsset\":\"").text(market.base());
        out.text("\",\"baseAssetPrecision\":8,\"quoteAsset\":\"").text(market.quote());
        out.text("\",\"quotePrecision\":8,\"quoteAssetPrecision\":8,");
        out.text("\"baseCommissionPrecision\":8,\"quoteCommissionPrecision\":8,");
        out.text(ORDERS.formatted(traded));
        out.text("\"filters\":[");
        filters(market, out);
        out.text("],\"permissions\":[],\"permissionSets\":[[\"SPOT\"]],");
        out.text("\"defaultSelfTradePreventionMode\":\"EXPIRE_MAKER\",");
        out.text("\"allowedSelfTradePreventionModes\":[\"EXPIRE_TAKER\",\"EXPIRE_MAKER\",");
        out.text("\"EXPIRE_BOTH\",\"DECREMENT\"]}");
    }

    private static void filters(SimulatedMarket market, WireText out) {
        int wire = SimulatedMarket.WIRE_DECIMALS;
        range(out.text("{\"filterType\":\"PRICE_FILTER\","), "Price", market.priceDecimals());
        out.text(",\"tickSize\":").quoted(1, market.priceDecimals(), wire);
        range(out.text("},{\"filterType\":\"LOT_SIZE\","), "Qty", market.lotDecimals());
        out.text(",\"stepSize\":").quoted(1, market.lotDecimals(), wire);
        // zero: what a market order may be is not limited by steps
        out.text("},{\"filterType\":\"MARKET_LOT_SIZE\",\"minQty\":\"0.00000000\",\"maxQty\":");
        out.quoted(MOST_UNITS / 100, market.lotDecimals(), wire);
        out.text(",\"stepSize\":\"0.00000000\"},{\"filterType\":\"NOTIONAL\",\"minNotional\":\"");
        out.text(padded(market.minNotional()));
        out.text("\",\"applyMinToMarket\":true,\"maxNotional\":\"9000000.00000000\",");
        out.text("\"applyMaxToMarket\":false,\"avgPriceMins\":5}");
    }

    private static void range(WireText out, String of, int decimals) {
        int wire = SimulatedMarket.WIRE_DECIMALS;
        out.text("\"min").text(of).text("\":").quoted(1, decimals, wire);
        out.text(",\"max").text(of).text("\":").quoted(MOST_UNITS, decimals, wire);
    }

    private static String padded(String decimal) {
        return new java.math.BigDecimal(decimal)
                .setScale(SimulatedMarket.WIRE_DECIMALS)
                .toPlainString();
    }
}
