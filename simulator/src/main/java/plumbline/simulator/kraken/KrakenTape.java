package plumbline.simulator.kraken;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.IntToLongFunction;
import plumbline.simulator.http.WireText;
import plumbline.simulator.market.Book;
import plumbline.simulator.market.MarketHistory;
import plumbline.simulator.market.SimulatedMarket;
import plumbline.simulator.market.SingleTrade;

/// `GET Trades` and `GET Depth`.
final class KrakenTape {
    private static final int MOST_TRADES = 1000;
    private static final int USUAL_LEVELS = 100;
    private static final int MOST_LEVELS = 500;
    private static final long NANOS_OF_MS = 1_000_000;

    /// Prices of trades and books have at least so many decimals.
    private static final int PRICE_DECIMALS = 5;

    private static final int LOT_DECIMALS = 8;
    private static final int DEPTH_DECIMALS = 3;

    private KrakenTape() {}

    /// Those later than `since`, in nanoseconds, oldest first; without it the newest.
    static byte[] trades(MarketHistory history, KrakenQuery query, long nowMs) {
        int count = query.count(MOST_TRADES, MOST_TRADES);
        OptionalLong since = query.number("since");
        List<SingleTrade> trades =
                since.isPresent()
                        ? after(history, since.getAsLong(), count, nowMs)
                        : history.singles(history.singlesUntil(nowMs) - count, count, nowMs);
        SimulatedMarket market = history.market();
        int shown = Math.max(PRICE_DECIMALS, market.priceDecimals());
        WireText out = new WireText(trades.size() * 90 + 100);
        out.text("{\"error\":[],\"result\":{\"").text(market.symbol()).text("\":[");
        for (int i = 0; i < trades.size(); i++) {
            SingleTrade trade = trades.get(i);
            out.text(i == 0 ? "[" : ",[");
            out.quoted(trade.price(), market.priceDecimals(), shown).character(',');
            out.quoted(trade.lots(), market.lotDecimals(), LOT_DECIMALS).character(',');
            out.text(seconds(trade.nanos()));
            out.text(trade.isBuyerMaker() ? ",\"s\"" : ",\"b\"");
            out.text(trade.id() % 3 == 0 ? ",\"m\",\"\"," : ",\"l\",\"\",");
            out.number(trade.id() + 1).character(']');
        }
        long last = trades.isEmpty() ? since.orElse(nowMs * NANOS_OF_MS) : trades.getLast().nanos();
        return out.text("],\"last\":\"").number(last).text("\"}}").toBytes();
    }

    private static List<SingleTrade> after(
            MarketHistory history, long sinceNanos, int count, long nowMs) {
        long sinceMs = Math.min(sinceNanos / NANOS_OF_MS, nowMs + 1);
        long first = history.firstSingleOf(history.firstTradeAt(sinceMs));
        // of the same millisecond there are a few: more are asked for than are wanted
        List<SingleTrade> trades = history.singles(first, count + USUAL_LEVELS, nowMs);
        return trades.stream().filter(t -> t.nanos() > sinceNanos).limit(count).toList();
    }

    /// Seven decimals: what a binary number of this size holds.
    private static String seconds(long nanos) {
        String digits = Long.toString(nanos / 100 % 10_000_000);
        return nanos / 1_000_000_000 + "." + "0".repeat(7 - digits.length()) + digits;
    }

    static byte[] depth(MarketHistory history, KrakenQuery query, long nowMs) {
        int count = query.count(USUAL_LEVELS, MOST_LEVELS);
        Book book = Book.at(history, nowMs);
        WireText out = new WireText(count * 80);
        out.text("{\"error\":[],\"result\":{\"").text(history.market().symbol());
        levels(out.text("\":{\"asks\":["), history.market(), book, book::askPrice, count, nowMs);
        levels(out.text("],\"bids\":["), history.market(), book, book::bidPrice, count, nowMs);
        return out.text("]}}}").toBytes();
    }

    private static void levels(
            WireText out,
            SimulatedMarket market,
            Book book,
            IntToLongFunction price,
            int count,
            long nowMs) {
        int shown = Math.max(PRICE_DECIMALS, market.priceDecimals());
        long least = market.lotDecimals() <= DEPTH_DECIMALS ? 1 : 100;
        for (int i = 0; i < count && price.applyAsLong(i) > 0; i++) {
            long at = price.applyAsLong(i);
            out.text(i == 0 ? "[" : ",[").quoted(at, market.priceDecimals(), shown).character(',');
            // rounded for the eye, but nothing that stands there is written as nothing
            out.quoted(Math.max(least, book.lots(at)), market.lotDecimals(), DEPTH_DECIMALS);
            out.character(',').number(nowMs / 1000 - i % 7).character(']');
        }
    }
}
