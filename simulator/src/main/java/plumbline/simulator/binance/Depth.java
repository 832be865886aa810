package plumbline.simulator.binance;

import java.util.OptionalLong;
import java.util.function.IntToLongFunction;
import plumbline.simulator.http.WireText;
import plumbline.simulator.market.Book;
import plumbline.simulator.market.MarketHistory;
import plumbline.simulator.market.SimulatedMarket;

/// `GET depth`.
///
/// @param timeMs what the venue takes for the time, where it says so
record Depth(SimulatedMarket market, Book book, Digits digits, OptionalLong timeMs) {

    /// The book of a market at a time.
    static Depth of(MarketHistory history, Digits digits, long nowMs) {
        return new Depth(history.market(), Book.at(history, nowMs), digits, OptionalLong.empty());
    }

    /// The same with the time of the answer and of the book in it.
    Depth withTimes(long toldMs) {
        return new Depth(market, book, digits, OptionalLong.of(toldMs));
    }

    byte[] json(int limit) {
        WireText out = new WireText(limit * 80);
        out.text("{\"lastUpdateId\":").number(book.updateId());
        timeMs.ifPresent(time -> out.text(",\"E\":").number(time).text(",\"T\":").number(time));
        out.text(",\"bids\":[");
        levels(limit, book::bidPrice, out);
        out.text("],\"asks\":[");
        levels(limit, book::askPrice, out);
        return out.text("]}").toBytes();
    }

    private void levels(int limit, IntToLongFunction price, WireText out) {
        for (int i = 0; i < limit && price.applyAsLong(i) > 0; i++) {
            out.text(i == 0 ? "[" : ",[");
            out.quoted(price.applyAsLong(i), market.priceDecimals(), digits.price());
            out.character(',');
            out.quoted(book.lots(price.applyAsLong(i)), market.lotDecimals(), digits.lot());
            out.character(']');
        }
    }
}
