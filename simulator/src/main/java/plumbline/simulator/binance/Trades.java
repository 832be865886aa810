package plumbline.simulator.binance;

import java.util.OptionalLong;
import plumbline.simulator.http.WireText;
import plumbline.simulator.market.MarketHistory;
import plumbline.simulator.market.MinuteTrades;
import plumbline.simulator.market.SimulatedMarket;

/// `GET /api/v3/aggTrades` and `GET /api/v3/trades`.
final class Trades {
    private static final int USUAL = 500;
    private static final int MOST = 1000;
    private static final int WIRE = SimulatedMarket.WIRE_DECIMALS;

    private final MarketHistory history;
    private final WireText out = new WireText(1 << 14);
    private int rows;

    private Trades(MarketHistory history) {
        this.history = history;
    }

    /// Aggregate trades: from a number on, or from a time on, or the newest.
    static byte[] aggregate(MarketHistory history, Parameters parameters, long nowMs) {
        int limit = parameters.limit(USUAL, MOST);
        OptionalLong fromId = parameters.number("fromId");
        OptionalLong start = parameters.number("startTime");
        OptionalLong end = parameters.number("endTime");
        if (fromId.isPresent() && (start.isPresent() || end.isPresent())) {
            throw Refusal.combination();
        }
        long until = Math.min(end.orElse(Long.MAX_VALUE), nowMs);
        long from;
        if (fromId.isPresent()) {
            from = fromId.getAsLong();
        } else if (start.isPresent()) {
            from = history.firstTradeAt(Math.min(start.getAsLong(), nowMs + 1));
        } else {
            from = history.firstTradeAt(until + 1) - limit;
        }
        Trades trades = new Trades(history);
        trades.out.character('[');
        history.trades(from, until, (number, trade) -> trades.addAggregate(number, trade, limit));
        return trades.out.character(']').toBytes();
    }

    /// The newest single trades.
    static byte[] single(MarketHistory history, Parameters parameters, long nowMs) {
        int limit = parameters.limit(USUAL, MOST);
        long end = history.firstTradeAt(nowMs + 1);
        long firstSingle = Math.max(0, history.firstSingleOf(end) - limit);
        Trades trades = new Trades(history);
        trades.out.character('[');
        history.trades(
                end - limit,
                nowMs,
                (number, trade) -> trades.addSingles(number, trade, firstSingle));
        return trades.out.character(']').toBytes();
    }

    private boolean addAggregate(long number, MinuteTrades trade, int limit) {
        SimulatedMarket market = history.market();
        separate();
        out.text("{\"a\":").number(number);
        out.text(",\"p\":").quoted(trade.price(), market.priceDecimals(), WIRE);
        out.text(",\"q\":").quoted(trade.lots(), market.lotDecimals(), WIRE);
        out.text(",\"f\":").number(history.firstSingleOf(number));
        out.text(",\"l\":").number(history.firstSingleOf(number + 1) - 1);
        out.text(",\"T\":").number(trade.timeMs());
        out.text(",\"m\":").text(trade.isBuyerMaker() ? "true" : "false");
        out.text(",\"M\":true}");
        return rows < limit;
    }

    /// A trade that was aggregated of two is shown as two halves of it.
    private boolean addSingles(long number, MinuteTrades trade, long from) {
        long first = history.firstSingleOf(number);
        boolean two = history.firstSingleOf(number + 1) - first == 2;
        long half = trade.lots() / 2;
        if (first >= from) {
            addSingle(first, trade, two ? half : trade.lots());
        }
        if (two && first + 1 >= from) {
            addSingle(first + 1, trade, trade.lots() - half);
        }
        return true;
    }

    private void addSingle(long id, MinuteTrades trade, long lots) {
        SimulatedMarket market = history.market();
        int price = market.priceDecimals();
        int lot = market.lotDecimals();
        separate();
        out.text("{\"id\":").number(id);
        out.text(",\"price\":").quoted(trade.price(), price, WIRE);
        out.text(",\"qty\":").quoted(lots, lot, WIRE);
        out.text(",\"quoteQty\":").quoted(lots * trade.price(), price + lot, WIRE);
        out.text(",\"time\":").number(trade.timeMs());
        out.text(",\"isBuyerMaker\":").text(trade.isBuyerMaker() ? "true" : "false");
        out.text(",\"isBestMatch\":true}");
    }

    private void separate() {
        if (rows > 0) {
            out.character(',');
        }
        rows++;
    }
}
