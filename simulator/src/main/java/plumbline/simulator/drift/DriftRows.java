package plumbline.simulator.drift;

import java.util.List;
import java.util.Map;
import plumbline.engine.market.Timeframe;
import plumbline.simulator.http.WireText;
import plumbline.simulator.market.CandleSum;
import plumbline.simulator.market.MarketHistory;
import plumbline.simulator.market.SimulatedMarket;
import plumbline.simulator.market.SingleTrade;

/// `GET /market/{symbol}/candles/{resolution}` and `GET /market/{symbol}/trades`, both newest first
/// and with times in seconds.
final class DriftRows {
    private static final int MOST_CANDLES = 1000;
    private static final int MOST_TRADES = 50;
    private static final long KEPT_MS = 31L * 86_400_000;
    private static final int SIZE_DECIMALS = 9;
    private static final int MONEY_DECIMALS = 6;

    private static final Map<String, Timeframe> RESOLUTIONS =
            Map.of(
                    "1", Timeframe.M1,
                    "5", Timeframe.M5,
                    "15", Timeframe.M15,
                    "60", Timeframe.H1,
                    "240", Timeframe.H4,
                    "D", Timeframe.D1,
                    "W", Timeframe.W1,
                    "M", Timeframe.MONTH1);

    private DriftRows() {}

    /// `startTs` is the newest that is wanted. The one that is not finished belongs to it.
    static byte[] candles(
            MarketHistory history, String resolution, Map<String, String> parameters, long nowMs) {
        Timeframe timeframe = RESOLUTIONS.get(resolution);
        if (timeframe == null) {
            throw DriftRefusal.invalid("resolution");
        }
        long limit = DriftServer.number(parameters, "limit", MOST_CANDLES);
        if (limit < 1 || limit > MOST_CANDLES) {
            throw DriftRefusal.invalid("limit");
        }
        long newest =
                Math.min(nowMs, 1000 * DriftServer.number(parameters, "startTs", nowMs / 1000));
        CandleSum sum = new CandleSum();
        WireText out = new WireText(1 << 14).text("{\"success\":true,\"records\":[");
        long first = timeframe.openOf(history.market().listedMs());
        int rows = 0;
        for (long open = timeframe.openOf(newest);
                open >= first && rows < limit;
                open = timeframe.openOf(open - 1)) {
            history.sum(open, timeframe.next(open), nowMs, sum);
            if (sum.isPresent()) {
                out.text(rows == 0 ? "" : ",");
                candle(open, history, sum, out);
                rows++;
            }
        }
        return out.text("]}").toBytes();
    }

    private static void candle(long openMs, MarketHistory history, CandleSum sum, WireText out) {
        SimulatedMarket market = history.market();
        int decimals = market.priceDecimals();
        out.text("{\"ts\":").number(openMs / 1000);
        out.text(",\"fillOpen\":").text(DriftMarkets.plain(sum.open(), decimals));
        out.text(",\"fillHigh\":").text(DriftMarkets.plain(sum.high(), decimals));
        out.text(",\"fillClose\":").text(DriftMarkets.plain(sum.close(), decimals));
        out.text(",\"fillLow\":").text(DriftMarkets.plain(sum.low(), decimals));
        long oracle = DriftBooks.millionths(history.indexPrice(openMs));
        for (String field : List.of("Open", "High", "Close", "Low")) {
            out.text(",\"oracle").text(field).text("\":");
            out.text(DriftMarkets.plain(oracle, MONEY_DECIMALS));
        }
        out.text(",\"quoteVolume\":");
        out.text(DriftMarkets.plain(sum.worth(), market.worthDecimals()));
        out.text(",\"baseVolume\":");
        out.text(DriftMarkets.plain(sum.lots(), market.lotDecimals())).character('}');
    }

    /// `page` is the number of the oldest trade that was given before.
    static byte[] trades(MarketHistory history, Map<String, String> parameters, long nowMs) {
        long limit = DriftServer.number(parameters, "limit", MOST_TRADES);
        if (limit < 1 || limit > MOST_TRADES) {
            throw DriftRefusal.invalid("limit");
        }
        long kept = history.firstSingleOf(history.firstTradeAt(nowMs - KEPT_MS));
        long until = history.singlesUntil(nowMs);
        until = Math.min(until, DriftServer.number(parameters, "page", until));
        long from = Math.max(kept, until - limit);
        List<SingleTrade> trades =
                until <= from
                        ? List.of()
                        : history.singles(from, (int) (until - from), nowMs).reversed();
        WireText out = new WireText(1 << 13).text("{\"success\":true,\"records\":[");
        for (int i = 0; i < trades.size(); i++) {
            out.text(i == 0 ? "" : ",");
            trade(history.market(), trades.get(i), out);
        }
        out.text("],\"meta\":{\"nextPage\":");
        if (from > kept && !trades.isEmpty()) {
            out.character('"').number(from).character('"');
        } else {
            out.text("null");
        }
        return out.text("}}").toBytes();
    }

    private static void trade(SimulatedMarket market, SingleTrade trade, WireText out) {
        out.text("{\"ts\":").number(trade.timeMs() / 1000);
        out.text(",\"baseAssetAmountFilled\":");
        out.quoted(trade.lots(), market.lotDecimals(), SIZE_DECIMALS);
        out.text(",\"quoteAssetAmountFilled\":");
        out.quoted(
                market.worth(trade.price(), trade.lots()), market.worthDecimals(), MONEY_DECIMALS);
        out.text(",\"action\":\"fill\",\"actionExplanation\":\"orderFilledWithMatch\"");
        out.text(",\"marketType\":\"perp\",\"fillRecordId\":\"").number(trade.id() + 1);
        out.text("\",\"takerOrderDirection\":\"");
        out.text(trade.isBuyerMaker() ? "short" : "long");
        out.text("\",\"symbol\":\"").text(market.symbol()).text("\"}");
    }
}
