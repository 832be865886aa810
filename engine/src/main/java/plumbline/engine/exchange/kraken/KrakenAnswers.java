package plumbline.engine.exchange.kraken;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import plumbline.engine.exchange.AnswerJson;
import plumbline.engine.exchange.BookSnapshot;
import plumbline.engine.exchange.BookSnapshot.Level;
import plumbline.engine.exchange.MarketTrade;
import plumbline.engine.exchange.MarketTrade.Taker;
import plumbline.engine.market.CandleBuffer;
import plumbline.engine.market.SeriesCheck;
import tools.jackson.databind.JsonNode;

/// Reads what Kraken answers of one market: `{"error":[],"result":{"XXBTZUSD":[...],"last":...}}`.
final class KrakenAnswers {
    private static final String LAST = "last";
    private static final BigDecimal LATEST_MS = BigDecimal.valueOf(253_402_300_800_000L);
    private static final int TRADE_FIELDS = 6;
    private static final int CANDLE_FIELDS = 7;

    private KrakenAnswers() {}

    /// Trades of one answer.
    ///
    /// @param trades oldest first
    /// @param last nanoseconds of the last one: what comes behind it is asked for with this
    record Trades(List<MarketTrade> trades, long last) {}

    /// `{"unixtime":1762820224}`, which is up to a second behind.
    static long serverTime(byte[] answer) throws ParseException {
        JsonNode time = AnswerJson.tree(answer, "server time").path("result").path("unixtime");
        try {
            BigDecimal seconds = AnswerJson.number(time, "unixtime");
            return millis(seconds, "unixtime");
        } catch (IllegalArgumentException e) {
            throw fault("server time", e);
        }
    }

    /// Rows of `[time,"open","high","low","close","vwap","volume",count]`, oldest first; the last
    /// one is still forming.
    static CandleBuffer candles(byte[] answer) throws ParseException {
        JsonNode rows = rows(AnswerJson.tree(answer, "candles").path("result"), "candles");
        CandleBuffer candles = new CandleBuffer(rows.size());
        try {
            for (JsonNode row : rows) {
                requireFields(row, CANDLE_FIELDS);
                double[] v = new double[CandleBuffer.VALUES];
                for (int i = 0; i < v.length; i++) {
                    int field = i < v.length - 1 ? i + 1 : CANDLE_FIELDS - 1;
                    v[i] = AnswerJson.number(row.get(field), "candle").doubleValue();
                }
                String wrong = SeriesCheck.fault(v[0], v[1], v[2], v[3], v[4]);
                if (wrong != null) {
                    throw new IllegalArgumentException(wrong);
                }
                candles.add(time(row.get(0)), v[0], v[1], v[2], v[3], v[4]);
            }
        } catch (IllegalArgumentException e) {
            throw fault("candle " + (candles.size() + 1), e);
        }
        return candles;
    }

    /// Rows of `["price","quantity",time,"b","l","",id]`; old answers have no id, then time and
    /// place are one.
    static Trades trades(byte[] answer) throws ParseException {
        JsonNode result = AnswerJson.tree(answer, "trades").path("result");
        JsonNode rows = rows(result, "trades");
        List<MarketTrade> trades = new ArrayList<>(rows.size());
        try {
            for (JsonNode row : rows) {
                requireFields(row, TRADE_FIELDS);
                trades.add(trade(row, trades.size()));
            }
        } catch (IllegalArgumentException e) {
            throw fault("trade " + (trades.size() + 1), e);
        }
        trades.sort(Comparator.comparingLong(MarketTrade::timeMs));
        return new Trades(trades, last(result));
    }

    private static MarketTrade trade(JsonNode row, int place) {
        String id = row.path(TRADE_FIELDS).asString("");
        return new MarketTrade(
                id.isEmpty() ? row.get(2).asString("") + "-" + place : id,
                time(row.get(2)),
                AnswerJson.number(row.get(0), "price"),
                AnswerJson.number(row.get(1), "quantity"),
                switch (row.get(3).asString("")) {
                    case "b" -> Taker.BUYER;
                    case "s" -> Taker.SELLER;
                    default -> throw new IllegalArgumentException("it has no side");
                });
    }

    /// Of the market of the answer, up to so many prices of each side: rows of `["price",
    /// "quantity",time]`. There is no number of the state.
    static BookSnapshot book(byte[] answer, int depth) throws ParseException {
        JsonNode book = content(AnswerJson.tree(answer, "order book").path("result"), "order book");
        try {
            return new BookSnapshot(
                    0, levels(book.path("bids"), depth), levels(book.path("asks"), depth));
        } catch (IllegalArgumentException e) {
            throw fault("order book", e);
        }
    }

    private static List<Level> levels(JsonNode rows, int depth) {
        if (!rows.isArray()) {
            throw new IllegalArgumentException("a side is missing");
        }
        List<Level> levels = new ArrayList<>();
        for (JsonNode row : rows) {
            if (levels.size() < depth) {
                requireFields(row, 2);
                levels.add(
                        new Level(
                                AnswerJson.number(row.get(0), "price"),
                                AnswerJson.number(row.get(1), "quantity")));
            }
        }
        return levels;
    }

    private static long last(JsonNode result) throws ParseException {
        try {
            return AnswerJson.number(result.path(LAST), LAST).longValueExact();
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw fault("the end of the trades", e);
        }
    }

    private static JsonNode rows(JsonNode result, String what) throws ParseException {
        JsonNode rows = content(result, what);
        if (!rows.isArray()) {
            throw new ParseException(what + " are missing", -1);
        }
        return rows;
    }

    /// What there is beside `last`: it stands below the market's id, which is not always the one
    /// that was asked for.
    private static JsonNode content(JsonNode result, String what) throws ParseException {
        for (Map.Entry<String, JsonNode> field : result.properties()) {
            if (!field.getKey().equals(LAST)) {
                return field.getValue();
            }
        }
        throw new ParseException("no " + what + " in the answer", -1);
    }

    private static void requireFields(JsonNode row, int least) {
        if (!row.isArray() || row.size() < least) {
            throw new IllegalArgumentException("it has fewer fields than " + least);
        }
    }

    /// Seconds with decimals as milliseconds.
    private static long time(JsonNode value) {
        return millis(AnswerJson.number(value, "time"), "time");
    }

    private static long millis(BigDecimal seconds, String name) {
        BigDecimal ms = seconds.movePointRight(3).setScale(0, RoundingMode.FLOOR);
        if (ms.signum() <= 0 || ms.compareTo(LATEST_MS) >= 0) {
            throw new IllegalArgumentException(name + " " + seconds + " is no time");
        }
        return ms.longValueExact();
    }

    private static ParseException fault(String where, RuntimeException why) {
        ParseException fault = new ParseException(where + ": " + why.getMessage(), -1);
        fault.initCause(why);
        return fault;
    }
}
