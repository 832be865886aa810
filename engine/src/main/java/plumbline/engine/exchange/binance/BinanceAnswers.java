package plumbline.engine.exchange.binance;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.List;
import java.util.Optional;
import plumbline.engine.exchange.AnswerJson;
import plumbline.engine.exchange.BookSnapshot;
import plumbline.engine.exchange.BookSnapshot.Level;
import plumbline.engine.exchange.FundingRate;
import plumbline.engine.exchange.MarkPrice;
import plumbline.engine.exchange.http.RefusalReader.Reason;
import tools.jackson.databind.JsonNode;

/// The short answers of Binance.
final class BinanceAnswers {
    private static final long MINUTE_MS = 60_000;

    private BinanceAnswers() {}

    /// `{"serverTime":1499827319559}`.
    static long serverTime(byte[] answer) throws ParseException {
        JsonNode root = AnswerJson.tree(answer, "server time");
        return AnswerJson.parsed(() -> AnswerJson.whole(root, "serverTime"));
    }

    /// `{"lastUpdateId":1027024,"bids":[["4.00000000","431.00000000"]],"asks":[..]}`.
    static BookSnapshot book(byte[] answer, int depth) throws ParseException {
        JsonNode root = AnswerJson.tree(answer, "order book");
        return AnswerJson.parsed(() ->
                new BookSnapshot(
                        AnswerJson.whole(root, "lastUpdateId"),
                        levels(root, "bids", depth),
                        levels(root, "asks", depth)));
    }

    private static List<Level> levels(JsonNode root, String side, int depth) {
        if (!root.path(side).isArray()) {
            throw new IllegalArgumentException(side + " are missing");
        }
        return root.path(side)
                .valueStream()
                .limit(depth)
                .map(row ->
                        new Level(
                                AnswerJson.number(row.path(0), "price"),
                                AnswerJson.number(row.path(1), "quantity")))
                .toList();
    }

    /// `[{"symbol":"LTCUSDT","fundingRate":"0.00018534","fundingTime":1602806400002}]`.
    static List<FundingRate> funding(byte[] answer) throws ParseException {
        JsonNode rows = AnswerJson.tree(answer, "list of funding rates");
        return AnswerJson.parsed(() -> {
            if (!rows.isArray()) {
                throw new IllegalArgumentException("no list of funding rates");
            }
            return rows.valueStream()
                    .map(row ->
                            new FundingRate(
                                    onTheMinute(AnswerJson.whole(row, "fundingTime")),
                                    AnswerJson.number(row.path("fundingRate"), "funding rate")))
                    .toList();
        });
    }

    /// It is noted some milliseconds late.
    private static long onTheMinute(long timeMs) {
        return Math.floorDiv(timeMs + MINUTE_MS / 2, MINUTE_MS) * MINUTE_MS;
    }

    /// `{"symbol":"BTCUSDT","markPrice":"26780.82240476","indexPrice":"26798.25197802",
    /// "lastFundingRate":"0.00001226","nextFundingTime":1687248000000,"time":1687244112000}`. Of a
    /// future with an end the rate is empty.
    static MarkPrice markPrice(byte[] answer) throws ParseException {
        JsonNode root = AnswerJson.tree(answer, "mark price");
        return AnswerJson.parsed(() -> {
            Optional<BigDecimal> rate = AnswerJson.optionalNumber(root, "lastFundingRate");
            return new MarkPrice(
                    AnswerJson.whole(root, "time"),
                    AnswerJson.number(root.path("markPrice"), "mark price"),
                    AnswerJson.number(root.path("indexPrice"), "index price"),
                    rate.map(r -> new FundingRate(AnswerJson.whole(root, "nextFundingTime"), r)));
        });
    }

    /// `{"code":-1121,"msg":"Invalid symbol."}`.
    static Optional<Reason> refusal(String answer) {
        try {
            JsonNode root = AnswerJson.tree(answer.getBytes(StandardCharsets.UTF_8), "refusal");
            return root.path("code").isIntegralNumber()
                    ? Optional.of(
                            new Reason(root.path("code").asString(), root.path("msg").asString("")))
                    : Optional.empty();
        } catch (ParseException e) {
            return Optional.empty(); // a page of a firewall
        }
    }
}
