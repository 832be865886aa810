package plumbline.simulator.drift;

import java.util.function.IntToLongFunction;
import plumbline.simulator.http.WireText;
import plumbline.simulator.market.Book;
import plumbline.simulator.market.MarketHistory;
import plumbline.simulator.market.SimulatedMarket;

/// `GET /l2`: prices in millionths, sizes in billionths.
final class DriftBooks {
    static final int DEEPEST = 100;

    private static final int PRICE_DECIMALS = 6;
    private static final int SIZE_DECIMALS = 9;

    private DriftBooks() {}

    /// A price in quote as the program counts it.
    static long millionths(double price) {
        return Math.round(price * 1e6);
    }

    static byte[] l2(MarketHistory history, int number, long depth, long nowMs, long toldMs) {
        SimulatedMarket market = history.market();
        Book book = Book.at(history, nowMs);
        int levels = (int) Math.min(depth, DEEPEST);
        WireText out = new WireText(levels * 120 + 400).text("{\"bids\":[");
        levels(market, book, book::bidPrice, levels, out);
        out.text("],\"asks\":[");
        levels(market, book, book::askPrice, levels, out);
        out.text("],\"marketName\":\"").text(market.symbol());
        out.text("\",\"marketType\":\"perp\",\"marketIndex\":").number(number);
        out.text(",\"ts\":").number(toldMs).text(",\"slot\":").number(book.updateId());
        out.text(",\"markPrice\":\"").number(millionths(history.markPrice(nowMs)));
        out.text("\",\"oracle\":").number(millionths(history.indexPrice(nowMs)));
        return out.character('}').toBytes();
    }

    private static void levels(
            SimulatedMarket market, Book book, IntToLongFunction price, int count, WireText out) {
        long ofPrice = power(PRICE_DECIMALS - market.priceDecimals());
        long ofSize = power(SIZE_DECIMALS - market.lotDecimals());
        for (int i = 0; i < count && price.applyAsLong(i) > 0; i++) {
            long at = price.applyAsLong(i);
            long size = book.lots(at) * ofSize;
            out.text(i == 0 ? "" : ",").text("{\"price\":\"").number(at * ofPrice);
            out.text("\",\"size\":\"").number(size);
            out.text("\",\"sources\":{\"dlob\":\"").number(size).text("\"}}");
        }
    }

    private static long power(int decimals) {
        long power = 1;
        for (int i = 0; i < decimals; i++) {
            power *= 10;
        }
        return power;
    }
}
