package plumbline.engine.exchange.kraken;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import plumbline.engine.market.Candle;

/// Answers as Kraken does, of trades that it is given.
final class PlayedKraken {
    /// So many trades an answer has.
    static final int PAGE = 40;

    final List<Trade> trades = new ArrayList<>();
    private final LongSupplier nowMs;

    record Trade(long ns, String price, String quantity) {
        long ms() {
            return ns / 1_000_000;
        }
    }

    PlayedKraken(LongSupplier nowMs) {
        this.nowMs = nowMs;
    }

    String answer(String path, Map<String, String> query) {
        return switch (path) {
            case "/0/public/Time" ->
                    result("\"unixtime\":" + nowMs.getAsLong() / 1000 + ",\"rfc1123\":\"\"");
            case "/0/public/Trades" -> trades(Long.parseLong(query.get("since")));
            case "/0/public/OHLC" ->
                    candles(
                            Long.parseLong(query.get("interval")) * 60_000,
                            Long.parseLong(query.get("since")) * 1000);
            default -> "{\"error\":[\"EGeneral:Unknown method\"]}";
        };
    }

    static String result(String fields) {
        return "{\"error\":[],\"result\":{" + fields + "}}";
    }

    private String trades(long since) {
        StringBuilder rows = new StringBuilder();
        long last = since;
        int count = 0;
        for (int i = 0; i < trades.size() && count < PAGE; i++) {
            Trade t = trades.get(i);
            if (t.ns > since && t.ms() <= nowMs.getAsLong()) {
                rows.append(count++ == 0 ? "" : ",")
                        .append(
                                "[\"%s\",\"%s\",%s,\"%s\",\"l\",\"\",%d]"
                                        .formatted(
                                                t.price,
                                                t.quantity,
                                                BigDecimal.valueOf(t.ns / 1000, 6).toPlainString(),
                                                i % 2 == 0 ? "b" : "s",
                                                i + 1));
                last = t.ns;
            }
        }
        return result("\"XXBTZUSD\":[" + rows + "],\"last\":\"" + last + "\"");
    }

    private String candles(long millis, long sinceMs) {
        long open = nowMs.getAsLong() / millis * millis;
        StringBuilder rows = new StringBuilder();
        for (Candle c : reference(millis, open + millis)) {
            if (c.openTimeMs() > sinceMs && c.openTimeMs() > open - 720 * millis) {
                rows.append(rows.isEmpty() ? "" : ",")
                        .append(
                                "[%d,\"%s\",\"%s\",\"%s\",\"%s\",\"0.0\",\"%s\",1]"
                                        .formatted(
                                                c.openTimeMs() / 1000,
                                                c.open(),
                                                c.high(),
                                                c.low(),
                                                c.close(),
                                                BigDecimal.valueOf(c.volume()).toPlainString()));
            }
        }
        return result("\"XXBTZUSD\":[" + rows + "],\"last\":" + (open - millis) / 1000);
    }

    /// Every candle from the first trade on, one by one, each looking at all trades.
    List<Candle> reference(long millis, long toMs) {
        List<Candle> candles = new ArrayList<>();
        if (trades.isEmpty()) {
            return candles;
        }
        double close = 0;
        int at = 0;
        for (long open = trades.getFirst().ms() / millis * millis; open < toMs; open += millis) {
            List<Trade> within = new ArrayList<>();
            while (at < trades.size() && trades.get(at).ms() < open + millis) {
                within.add(trades.get(at++));
            }
            if (within.isEmpty()) {
                candles.add(new Candle(open, close, close, close, close, 0));
                continue;
            }
            double[] prices =
                    within.stream().mapToDouble(t -> Double.parseDouble(t.price)).toArray();
            BigDecimal volume = BigDecimal.ZERO;
            double high = prices[0];
            double low = prices[0];
            for (int i = 0; i < prices.length; i++) {
                high = Math.max(high, prices[i]);
                low = Math.min(low, prices[i]);
                volume = volume.add(new BigDecimal(within.get(i).quantity));
            }
            close = prices[prices.length - 1];
            candles.add(new Candle(open, prices[0], high, low, close, volume.doubleValue()));
        }
        return candles;
    }
}
