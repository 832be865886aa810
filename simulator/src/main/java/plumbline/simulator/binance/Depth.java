package plumbline.simulator.binance;

import java.util.function.IntToLongFunction;
import plumbline.simulator.http.WireText;
import plumbline.simulator.market.Book;
import plumbline.simulator.market.MarketHistory;
import plumbline.simulator.market.SimulatedMarket;

/// `GET /api/v3/depth`.
final class Depth {
    static final int USUAL = 100;
    static final int MOST = 5000;

    private static final int WIRE = SimulatedMarket.WIRE_DECIMALS;

    private Depth() {}

    /// What a request for so many levels costs.
    static int weight(int limit) {
        if (limit <= 100) {
            return 5;
        }
        if (limit <= 500) {
            return 25;
        }
        return limit <= 1000 ? 50 : 250;
    }

    static byte[] json(MarketHistory history, int limit, long nowMs) {
        Book book = Book.at(history, nowMs);
        WireText out = new WireText(limit * 80);
        out.text("{\"lastUpdateId\":").number(book.updateId());
        out.text(",\"bids\":[");
        levels(history.market(), book, limit, book::bidPrice, out);
        out.text("],\"asks\":[");
        levels(history.market(), book, limit, book::askPrice, out);
        return out.text("]}").toBytes();
    }

    private static void levels(
            SimulatedMarket market, Book book, int limit, IntToLongFunction price, WireText out) {
        for (int i = 0; i < limit && price.applyAsLong(i) > 0; i++) {
            out.text(i == 0 ? "[" : ",[");
            out.quoted(price.applyAsLong(i), market.priceDecimals(), WIRE).character(',');
            out.quoted(book.lots(price.applyAsLong(i)), market.lotDecimals(), WIRE);
            out.character(']');
        }
    }
}
