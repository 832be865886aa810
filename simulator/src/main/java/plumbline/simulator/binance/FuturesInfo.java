package plumbline.simulator.binance;

import java.math.BigDecimal;
import java.util.List;
import plumbline.simulator.http.WireText;
import plumbline.simulator.market.SimulatedMarket;

/// `GET exchangeInfo` and `GET fundingInfo` of futures: limits, and the contracts with what an
/// order must keep.
final class FuturesInfo {
    /// Weight that may be used in a minute.
    static final int WEIGHT_LIMIT = 2400;

    private static final String LIMITS =
            """
            "rateLimits":[\
            {"rateLimitType":"REQUEST_WEIGHT","interval":"MINUTE","intervalNum":1,"limit":2400},\
            {"rateLimitType":"ORDERS","interval":"MINUTE","intervalNum":1,"limit":1200},\
            {"rateLimitType":"ORDERS","interval":"SECOND","intervalNum":10,"limit":300}],\
            "exchangeFilters":[],"assets":[\
            {"asset":"USDT","marginAvailable":true,"autoAssetExchange":"-10000"},\
            {"asset":"BTC","marginAvailable":true,"autoAssetExchange":"-0.10000000"}],\
            """;

    private static final String MARGINS =
            """
            "maintMarginPercent":"2.5000","requiredMarginPercent":"5.0000",\
            """;

    private static final String ORDERS =
            """
            "orderTypes":["LIMIT","MARKET","STOP","STOP_MARKET","TAKE_PROFIT","TAKE_PROFIT_MARKET",\
            "TRAILING_STOP_MARKET"],"timeInForce":["GTC","IOC","FOK","GTX","GTD"],\
            "permissionSets":["GRID","COPY"]}\
            """;

    private static final String OTHER_FILTERS =
            """
            {"filterType":"MAX_NUM_ORDERS","limit":200},\
            {"filterType":"MAX_NUM_ALGO_ORDERS","limit":10},\
            """;

    private static final String LAST_FILTERS =
            """
            {"filterType":"PERCENT_PRICE","multiplierUp":"1.0500","multiplierDown":"0.9500",\
            "multiplierDecimal":"4"},\
            {"filterType":"POSITION_RISK_CONTROL","positionControlSide":"NONE"}],\
            """;

    private FuturesInfo() {}

    /// @param listed contracts that exist at `nowMs`
    /// @param toldMs what the venue takes for the time
    static byte[] json(List<FuturesContract> listed, long nowMs, long toldMs) {
        WireText out = new WireText(1 << 13);
        out.text("{\"timezone\":\"UTC\",\"serverTime\":").number(toldMs);
        out.text(",\"futuresType\":\"U_MARGINED\",").text(LIMITS).text("\"symbols\":[");
        for (int i = 0; i < listed.size(); i++) {
            out.text(i == 0 ? "" : ",");
            symbol(listed.get(i), nowMs, out);
        }
        return out.text("]}").toBytes();
    }

    private static void symbol(FuturesContract contract, long nowMs, WireText out) {
        SimulatedMarket market = contract.market();
        boolean perpetual = contract.isPerpetual();
        out.text("{\"symbol\":\"").text(market.symbol());
        out.text("\",\"pair\":\"").text(contract.pair());
        out.text("\",\"contractType\":\"").text(perpetual ? "PERPETUAL" : "CURRENT_QUARTER");
        out.text("\",\"deliveryDate\":").number(contract.deliveryMs());
        out.text(",\"onboardDate\":").number(market.listedMs());
        out.text(",\"status\":\"").text(market.isTraded(nowMs) ? "TRADING" : "DELIVERING");
        out.text("\",").text(MARGINS);
        out.text("\"baseAsset\":\"").text(market.base());
        out.text("\",\"quoteAsset\":\"").text(market.quote());
        out.text("\",\"marginAsset\":\"").text(market.quote());
        out.text("\",\"pricePrecision\":").number(contract.pricePrecision());
        out.text(",\"quantityPrecision\":").number(market.lotDecimals());
        out.text(",\"baseAssetPrecision\":8,\"quotePrecision\":8,\"underlyingType\":\"COIN\",");
        out.text("\"underlyingSubType\":[],\"triggerProtect\":\"0.0500\",");
        out.text("\"liquidationFee\":\"0.012500\",\"marketTakeBound\":\"0.05\",\"filters\":[");
        filters(contract, out);
        out.text(ORDERS);
    }

    private static void filters(FuturesContract contract, WireText out) {
        SimulatedMarket market = contract.market();
        int shown = contract.pricePrecision();
        int lot = market.lotDecimals();
        out.text("{\"filterType\":\"PRICE_FILTER\",\"minPrice\":");
        out.quoted(1, market.priceDecimals(), shown)
                .text(",\"maxPrice\":\"4529764\",\"tickSize\":");
        out.quoted(1, market.priceDecimals(), shown).text("},");
        lots("LOT_SIZE", 10_000, lot, out);
        lots("MARKET_LOT_SIZE", 1000, lot, out);
        out.text(OTHER_FILTERS);
        out.text("{\"filterType\":\"MIN_NOTIONAL\",\"notional\":\"").text(market.minNotional());
        out.text("\"},").text(LAST_FILTERS);
    }

    private static void lots(String filter, int most, int lot, WireText out) {
        String step = BigDecimal.valueOf(1, lot).toPlainString();
        out.text("{\"filterType\":\"").text(filter);
        out.text("\",\"minQty\":\"").text(step).text("\",\"maxQty\":\"").number(most);
        out.text("\",\"stepSize\":\"").text(step).text("\"},");
    }

    /// Only what is not as the venue does it usually: what is missing pays every eight hours.
    static byte[] funding(List<FuturesContract> listed) {
        WireText out = new WireText(256).character('[');
        boolean first = true;
        for (FuturesContract contract : listed) {
            if (contract.fundingHours() > 0 && contract.fundingHours() < 8) {
                out.text(first ? "{\"symbol\":\"" : ",{\"symbol\":\"");
                first = false;
                out.text(contract.market().symbol());
                out.text("\",\"adjustedFundingRateCap\":\"0.02000000\",");
                out.text("\"adjustedFundingRateFloor\":\"-0.02000000\",\"fundingIntervalHours\":");
                out.number(contract.fundingHours()).text(",\"disclaimer\":false,\"updateTime\":");
                out.number(contract.market().listedMs()).character('}');
            }
        }
        return out.character(']').toBytes();
    }
}
