package plumbline.simulator.binance;

import java.util.OptionalLong;
import plumbline.simulator.http.WireText;
import plumbline.simulator.market.MarketHistory;
import plumbline.simulator.market.MinuteTrades;
import plumbline.simulator.market.SimulatedMarket;
import plumbline.simulator.market.SingleTrade;

/// `GET aggTrades` and `GET trades`.
final class Trades {
    private static final int USUAL = 500;
    private static final int MOST = 1000;
    private static final long HOUR_MS = 3_600_000;

    private final MarketHistory history;
    private final Digits digits;
    private final Form form;
    private final WireText out = new WireText(1 << 14);
    private int rows;

    /// What the segments of the venue write differently.
    enum Form {
        /// Says of each trade whether its price was the best.
        SPOT,
        /// Does not, and looks at no more than an hour of aggregate trades.
        FUTURES
    }

    Trades(MarketHistory history, Digits digits, Form form) {
        this.history = history;
        this.digits = digits;
        this.form = form;
    }

    /// Aggregate trades: from a number on, or from a time on, or the newest.
    byte[] aggregate(Parameters parameters, long nowMs) {
        int limit = parameters.limit(USUAL, MOST);
        OptionalLong fromId = parameters.number("fromId");
        OptionalLong start = parameters.number("startTime");
        OptionalLong end = parameters.number("endTime");
        if (fromId.isPresent() && (start.isPresent() || end.isPresent())) {
            throw Refusal.combination();
        }
        if (form == Form.FUTURES
                && start.isPresent()
                && end.orElse(0) - start.getAsLong() > HOUR_MS) {
            throw Refusal.lookupInterval();
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
        out.character('[');
        history.trades(from, until, (number, trade) -> addAggregate(number, trade, limit));
        return out.character(']').toBytes();
    }

    /// The newest single trades.
    byte[] single(Parameters parameters, long nowMs) {
        int limit = parameters.limit(USUAL, MOST);
        out.character('[');
        for (SingleTrade trade :
                history.singles(history.singlesUntil(nowMs) - limit, limit, nowMs)) {
            addSingle(trade);
        }
        return out.character(']').toBytes();
    }

    private boolean addAggregate(long number, MinuteTrades trade, int limit) {
        SimulatedMarket market = history.market();
        separate();
        out.text("{\"a\":").number(number);
        out.text(",\"p\":").quoted(trade.price(), market.priceDecimals(), digits.price());
        out.text(",\"q\":").quoted(trade.lots(), market.lotDecimals(), digits.lot());
        out.text(",\"f\":").number(history.firstSingleOf(number));
        out.text(",\"l\":").number(history.firstSingleOf(number + 1) - 1);
        out.text(",\"T\":").number(trade.timeMs());
        out.text(",\"m\":").text(trade.isBuyerMaker() ? "true" : "false");
        out.text(form == Form.SPOT ? ",\"M\":true}" : "}");
        return rows < limit;
    }

    private void addSingle(SingleTrade trade) {
        SimulatedMarket market = history.market();
        int price = market.priceDecimals();
        int lot = market.lotDecimals();
        separate();
        out.text("{\"id\":").number(trade.id());
        out.text(",\"price\":").quoted(trade.price(), price, digits.price());
        out.text(",\"qty\":").quoted(trade.lots(), lot, digits.lot());
        out.text(",\"quoteQty\":");
        out.quoted(
                market.worth(trade.price(), trade.lots()),
                market.worthDecimals(),
                digits.worthOfTrade());
        out.text(",\"time\":").number(trade.timeMs());
        out.text(",\"isBuyerMaker\":").text(trade.isBuyerMaker() ? "true" : "false");
        out.text(form == Form.SPOT ? ",\"isBestMatch\":true}" : "}");
    }

    private void separate() {
        if (rows > 0) {
            out.character(',');
        }
        rows++;
    }
}
