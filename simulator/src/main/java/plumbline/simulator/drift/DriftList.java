package plumbline.simulator.drift;

import java.util.List;
import plumbline.simulator.http.WireText;
import plumbline.simulator.market.MarketHistory;
import plumbline.simulator.market.SimulatedMarket;

/// `GET /stats/markets`.
final class DriftList {
    private DriftList() {}

    static byte[] json(DriftMarkets markets, long nowMs) {
        WireText out = new WireText(1 << 12).text("{\"success\":true,\"markets\":[");
        List<MarketHistory> listed = markets.markets().listed(nowMs);
        for (int i = 0; i < listed.size(); i++) {
            out.text(i == 0 ? "" : ",");
            entry(listed.get(i), markets.number(listed.get(i).market()), nowMs, out);
        }
        return out.text("]}").toBytes();
    }

    private static void entry(MarketHistory history, int number, long nowMs, WireText out) {
        SimulatedMarket market = history.market();
        out.text("{\"symbol\":\"").text(market.symbol());
        out.text("\",\"marketIndex\":").number(number);
        out.text(",\"marketType\":\"perp\",\"baseAsset\":\"").text(market.base());
        out.text("\",\"quoteAsset\":\"").text(market.quote());
        out.text("\",\"status\":\"active\",\"precision\":").number(market.lotDecimals());
        out.text(",\"limits\":{\"leverage\":{\"min\":1,\"max\":20},\"amount\":{\"min\":");
        out.text(DriftMarkets.plain(1, market.lotDecimals())).text(",\"max\":100000}},");
        out.text("\"fees\":{\"maker\":-0.00002,\"taker\":0.00035},\"oraclePrice\":\"");
        out.text(DriftMarkets.plain(DriftBooks.millionths(history.indexPrice(nowMs)), 6));
        out.text("\",\"markPrice\":\"");
        out.text(DriftMarkets.plain(DriftBooks.millionths(history.markPrice(nowMs)), 6));
        out.text("\",\"price\":").quoted(history.lastPrice(nowMs), market.priceDecimals(), 6);
        out.character('}');
    }
}
