package plumbline.engine.exchange.coinbase;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import plumbline.engine.exchange.AnswerJson;
import plumbline.engine.exchange.BookSnapshot;
import plumbline.engine.exchange.BookSnapshot.Level;
import plumbline.engine.exchange.MarketTrade;
import plumbline.engine.exchange.MarketTrade.Taker;
import plumbline.engine.exchange.http.RefusalReader.Reason;
import plumbline.engine.market.CandleBuffer;
import plumbline.engine.market.SeriesCheck;
import tools.jackson.databind.JsonNode;

/// Reads what Coinbase answers, beside the list of markets.
final class CoinbaseAnswers {
    private static final BigDecimal LATEST_SECONDS = BigDecimal.valueOf(253_402_300_800L);

    /// Of a row of a candle: open, high, low, close, volume, of
    /// `[time,low,high,open,close,volume]`.
    private static final int[] FIELDS = {3, 2, 1, 4, 5};

    private CoinbaseAnswers() {}

    /// A trade, and its number, which all later trades of the market exceed.
    record Numbered(long number, MarketTrade trade) {}

    /// `{"iso":"2015-01-07T23:47:25.201Z","epoch":1420674445.201}`.
    static long serverTime(byte[] answer) throws ParseException {
        try {
            return millis(AnswerJson.tree(answer, "server time").path("epoch"), 3);
        } catch (IllegalArgumentException e) {
            throw fault("server time", e);
        }
    }

    /// `{"message":"NotFound"}`.
    static Optional<Reason> refusal(String answer) {
        try {
            JsonNode root = AnswerJson.tree(answer.getBytes(StandardCharsets.UTF_8), "refusal");
            String words = root.path("message").asString("");
            return words.isEmpty() ? Optional.empty() : Optional.of(new Reason("", words));
        } catch (ParseException e) {
            return Optional.empty(); // a page of a firewall
        }
    }

    /// Newest first.
    static CandleBuffer candles(byte[] answer) throws ParseException {
        JsonNode rows = rows(answer, "candles");
        CandleBuffer candles = new CandleBuffer(rows.size());
        try {
            for (JsonNode row : rows) {
                requireFields(row, FIELDS.length + 1);
                double[] v = new double[CandleBuffer.VALUES];
                for (int i = 0; i < v.length; i++) {
                    v[i] = AnswerJson.number(row.get(FIELDS[i]), "candle").doubleValue();
                }
                String wrong = SeriesCheck.fault(v[0], v[1], v[2], v[3], v[4]);
                if (wrong != null) {
                    throw new IllegalArgumentException(wrong);
                }
                candles.add(millis(row.get(0), 0), v[0], v[1], v[2], v[3], v[4]);
            }
        } catch (IllegalArgumentException e) {
            throw fault("candle " + (candles.size() + 1), e);
        }
        return candles;
    }

    /// Newest first.
    static List<Numbered> trades(byte[] answer) throws ParseException {
        JsonNode rows = rows(answer, "trades");
        List<Numbered> trades = new ArrayList<>(rows.size());
        try {
            for (JsonNode row : rows) {
                Numbered trade = trade(row);
                if (!trades.isEmpty() && trade.number >= trades.getLast().number) {
                    throw new IllegalArgumentException("it is not older than the one before");
                }
                trades.add(trade);
            }
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
            throw fault("trade " + (trades.size() + 1), e);
        }
        return trades;
    }

    /// `side` is whose order was waiting.
    private static Numbered trade(JsonNode row) {
        long number = AnswerJson.number(row.path("trade_id"), "trade_id").longValueExact();
        if (number <= 0) {
            throw new IllegalArgumentException("trade_id " + number + " is none");
        }
        return new Numbered(
                number,
                new MarketTrade(
                        Long.toString(number),
                        Instant.parse(AnswerJson.text(row, "time")).toEpochMilli(),
                        AnswerJson.number(row.path("price"), "price"),
                        AnswerJson.number(row.path("size"), "size"),
                        switch (row.path("side").asString("")) {
                            case "sell" -> Taker.BUYER;
                            case "buy" -> Taker.SELLER;
                            default -> throw new IllegalArgumentException("it has no side");
                        }));
    }

    /// `{"sequence":3,"bids":[["295.96","4.39088265",2],...],"asks":[...]}`, up to so many prices
    /// of each side.
    static BookSnapshot book(byte[] answer, int depth) throws ParseException {
        JsonNode book = AnswerJson.tree(answer, "order book");
        try {
            return new BookSnapshot(
                    AnswerJson.number(book.path("sequence"), "sequence").longValueExact(),
                    levels(book.path("bids"), depth),
                    levels(book.path("asks"), depth));
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw fault("order book", e);
        }
    }

    private static List<Level> levels(JsonNode rows, int depth) {
        if (!rows.isArray()) {
            throw new IllegalArgumentException("a side is missing");
        }
        List<Level> levels = new ArrayList<>();
        for (JsonNode row : rows) {
            if (levels.size() >= depth) {
                break;
            }
            requireFields(row, 2);
            levels.add(
                    new Level(
                            AnswerJson.number(row.get(0), "price"),
                            AnswerJson.number(row.get(1), "quantity")));
        }
        return levels;
    }

    private static JsonNode rows(byte[] answer, String what) throws ParseException {
        JsonNode rows = AnswerJson.tree(answer, what);
        if (!rows.isArray()) {
            throw new ParseException(what + " are missing", -1);
        }
        return rows;
    }

    private static void requireFields(JsonNode row, int least) {
        if (!row.isArray() || row.size() < least) {
            throw new IllegalArgumentException("it has fewer fields than " + least);
        }
    }

    /// Seconds as milliseconds.
    ///
    /// @param decimals that count
    private static long millis(JsonNode value, int decimals) {
        BigDecimal seconds = AnswerJson.number(value, "time");
        if (seconds.signum() <= 0 || seconds.compareTo(LATEST_SECONDS) >= 0) {
            throw new IllegalArgumentException("time " + seconds + " is none");
        }
        BigDecimal kept = seconds.setScale(decimals, RoundingMode.FLOOR);
        if (decimals == 0 && kept.compareTo(seconds) != 0) {
            throw new IllegalArgumentException("time " + seconds + " is between seconds");
        }
        return kept.movePointRight(3).longValueExact();
    }

    private static ParseException fault(String where, RuntimeException why) {
        ParseException fault = new ParseException(where + ": " + why.getMessage(), -1);
        fault.initCause(why);
        return fault;
    }
}
