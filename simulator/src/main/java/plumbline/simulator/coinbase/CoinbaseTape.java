package plumbline.simulator.coinbase;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntToLongFunction;
import plumbline.simulator.http.HttpResponse;
import plumbline.simulator.http.WireText;
import plumbline.simulator.market.Book;
import plumbline.simulator.market.MarketHistory;
import plumbline.simulator.market.SimulatedMarket;
import plumbline.simulator.market.SingleTrade;

/// `GET /products/{id}/trades` and `GET /products/{id}/book`.
final class CoinbaseTape {
    private static final int MOST = 1000;
    private static final int DECIMALS = 8;
    private static final int LEVELS = 1000;
    private static final long NANOS = 1_000_000_000;

    static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private CoinbaseTape() {}

    /// Newest first. `after` is older than a number, `before` the newest of what is newer than one;
    /// the headers hold the numbers for both.
    static HttpResponse trades(MarketHistory history, Map<String, String> parameters, long nowMs) {
        long limit = Math.min(MOST, number(parameters, "limit", MOST));
        long until = history.singlesUntil(nowMs); // ids begin at 1, so this one is the newest
        long newest = Math.min(until, number(parameters, "after", Long.MAX_VALUE) - 1);
        long oldest = Math.max(newest - limit, number(parameters, "before", 0));
        int count = (int) Math.max(0, newest - oldest);
        List<SingleTrade> trades =
                count == 0 ? List.of() : history.singles(oldest, count, nowMs).reversed();
        SimulatedMarket market = history.market();
        WireText out = new WireText(trades.size() * 130 + 2).character('[');
        for (int i = 0; i < trades.size(); i++) {
            SingleTrade trade = trades.get(i);
            out.text(i == 0 ? "{\"trade_id\":" : ",{\"trade_id\":").number(trade.id() + 1);
            out.text(trade.isBuyerMaker() ? ",\"side\":\"buy\"" : ",\"side\":\"sell\"");
            out.text(",\"size\":").quoted(trade.lots(), market.lotDecimals(), DECIMALS);
            out.text(",\"price\":").quoted(trade.price(), market.priceDecimals(), DECIMALS);
            Instant at = Instant.ofEpochSecond(trade.nanos() / NANOS, trade.nanos() % NANOS);
            out.text(",\"time\":\"").text(TIME.format(at)).text("\"}");
        }
        HttpResponse response = HttpResponse.json(200, out.character(']').toBytes());
        return trades.isEmpty()
                ? response
                : response.with("CB-BEFORE", Long.toString(trades.getFirst().id() + 1))
                        .with("CB-AFTER", Long.toString(trades.getLast().id() + 1));
    }

    private static long number(Map<String, String> parameters, String name, long usual) {
        String value = parameters.get(name);
        if (value == null) {
            return usual;
        }
        if (!value.matches("[0-9]{1,18}")) {
            throw CoinbaseRefusal.invalid(name);
        }
        return Long.parseLong(value);
    }

    static byte[] book(MarketHistory history, Map<String, String> parameters, long nowMs) {
        String level = parameters.getOrDefault("level", "1");
        if (!level.equals("1") && !level.equals("2")) {
            throw CoinbaseRefusal.invalid("level");
        }
        int count = level.equals("1") ? 1 : LEVELS;
        Book book = Book.at(history, nowMs);
        WireText out = new WireText(count * 70 + 200).text("{\"bids\":[");
        levels(history.market(), book, book::bidPrice, count, out);
        out.text("],\"asks\":[");
        levels(history.market(), book, book::askPrice, count, out);
        out.text("],\"sequence\":").number(book.updateId());
        out.text(",\"auction_mode\":false,\"auction\":null,\"time\":\"");
        return out.text(TIME.format(Instant.ofEpochMilli(nowMs))).text("\"}").toBytes();
    }

    private static void levels(
            SimulatedMarket market, Book book, IntToLongFunction price, int count, WireText out) {
        int shown = market.priceDecimals();
        for (int i = 0; i < count && price.applyAsLong(i) > 0; i++) {
            long at = price.applyAsLong(i);
            out.text(i == 0 ? "[" : ",[").quoted(at, shown, shown).character(',');
            out.quoted(book.lots(at), market.lotDecimals(), DECIMALS);
            out.text(level(i)).character(']');
        }
    }

    /// Number of orders.
    private static String level(int index) {
        return "," + (1 + index % 5);
    }
}
