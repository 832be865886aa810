package plumbline.engine.exchange.binance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plumbline.engine.exchange.BookSnapshot;
import plumbline.engine.exchange.BookSnapshot.Level;
import plumbline.engine.exchange.FundingRate;
import plumbline.engine.exchange.MarkPrice;
import plumbline.engine.exchange.MarketTrade;
import plumbline.engine.exchange.MarketTrade.Taker;
import plumbline.engine.exchange.Recording;
import plumbline.engine.exchange.binance.BinanceTrades.Numbered;
import tools.jackson.databind.json.JsonMapper;

/// Short answers of Binance: examples of its documentation and recordings, read by eye.
class BinanceAnswersTest {
    private static final String TRADES =
            """
            [{"a":26129,"p":"0.01633102","q":"4.70443515","f":27781,"l":27781,"T":1498793709153,
              "m":true,"M":true},
             {"a":26130,"p":"0.01633103","q":"1","f":27782,"l":27783,"T":1498793709153,"m":false,
              "M":true,"new":[1]}]
            """;
    private static final String BOOK =
            """
            {"lastUpdateId":1027024,"bids":[["4.00000000","431.00000000"],["3.99","1"]],
             "asks":[["4.00000200","12.00000000"]]}
            """;
    private static final String FUNDING =
            """
            [{"symbol":"LTCUSDT","fundingRate":"-0.00018534","fundingTime":1602806400002}]
            """;
    private static final String MARK =
            """
            {"symbol":"BTCUSDT","markPrice":"26780.82240476","indexPrice":"26798.25197802",
             "estimatedSettlePrice":"26808.13173098","lastFundingRate":"0.00001226",
             "interestRate":"0.00010000","nextFundingTime":1687248000000,"time":1687244112000}
            """;

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text);
    }

    @Test
    void aTradeHasWhatIsInIt() throws ParseException {
        List<Numbered> trades = BinanceTrades.read(bytes(TRADES));

        assertThat(trades.getFirst().trade())
                .isEqualTo(
                        new MarketTrade(
                                "26129",
                                1498793709153L,
                                number("0.01633102"),
                                number("4.70443515"),
                                Taker.SELLER));
        assertThat(trades.get(1).trade().taker()).isEqualTo(Taker.BUYER);
    }

    @Test
    void aBookIsCutToTheDepthThatIsWanted() throws ParseException {
        BookSnapshot book = BinanceAnswers.book(bytes(BOOK), 1);

        assertThat(book)
                .isEqualTo(
                        new BookSnapshot(
                                1027024,
                                List.of(new Level(number("4.00000000"), number("431.00000000"))),
                                List.of(new Level(number("4.00000200"), number("12.00000000")))));
    }

    @Test
    void fundingIsOnTheMinute() throws ParseException {
        assertThat(BinanceAnswers.funding(bytes(FUNDING)))
                .containsExactly(
                        new FundingRate(
                                Instant.parse("2020-10-16T00:00:00Z").toEpochMilli(),
                                number("-0.00018534")));
    }

    @Test
    void aFutureWithAnEndPaysNoFunding() throws ParseException {
        String dated = MARK.replace("0.00001226", "").replace("1687248000000", "0");

        assertThat(BinanceAnswers.markPrice(bytes(dated)).next()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"p\":\"0\"",
                "\"p\":\"NaN\"",
                "\"p\":null",
                "\"p\":\"1e99999\"",
                "\"q\":\"-4\"",
                "\"a\":\"x\"",
                "\"a\":1.5",
                "\"T\":1e99",
                "\"a\":26131"
            })
    void whatIsNoTradeIsNotTaken(String wrong) {
        String field = wrong.substring(0, wrong.indexOf(':') + 1);
        String answer = TRADES.replaceFirst(field + "(\"[^\"]*\"|\\d+)", wrong);

        assertThatThrownBy(() -> BinanceTrades.read(bytes(answer)))
                .isInstanceOf(ParseException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"4.00000200", "4.1", "0", "-1", "x", "3.98"})
    void aBookThatIsNoneIsNotTaken(String best) {
        String answer = BOOK.replace("4.00000000", best);

        assertThatThrownBy(() -> BinanceAnswers.book(bytes(answer), 10))
                .isInstanceOf(ParseException.class);
    }

    @Test
    void spoiledAnswersAreReadOrRefusedAndNothingElse() {
        Random random = new Random(5);
        List<String> answers = List.of(TRADES, BOOK, FUNDING, MARK);
        int read = 0;
        for (int i = 0; i < 20_000; i++) {
            StringBuilder spoiled = new StringBuilder(answers.get(i % 4));
            for (int hits = random.nextInt(3); hits >= 0 && !spoiled.isEmpty(); hits--) {
                int at = random.nextInt(spoiled.length());
                switch (random.nextInt(3)) {
                    case 0 ->
                            spoiled.setCharAt(at, "0\"[]{},:-9ex\u4e2d".charAt(random.nextInt(13)));
                    case 1 -> spoiled.deleteCharAt(at);
                    default -> spoiled.setLength(Math.max(1, at));
                }
            }
            read += isRead(i % 4, bytes(spoiled.toString())) ? 1 : 0;
        }
        assertThat(read).isBetween(100, 19_000);
    }

    private static boolean isRead(int kind, byte[] answer) {
        try {
            switch (kind) {
                case 0 -> BinanceTrades.read(answer);
                case 1 -> BinanceAnswers.book(answer, 10);
                case 2 -> BinanceAnswers.funding(answer);
                default -> BinanceAnswers.markPrice(answer);
            }
            return true;
        } catch (ParseException e) {
            return false;
        }
    }

    @Test
    void recordingsAreRead() throws Exception {
        BookSnapshot book = BinanceAnswers.book(Recording.route("/fapi/v1/depth"), 5);
        BookSnapshot spot = BinanceAnswers.book(Recording.route("/api/v3/depth"), 5000);
        List<FundingRate> funding = BinanceAnswers.funding(Recording.route("/fapi/v1/fundingRate"));

        assertThat(book.bids().getFirst())
                .isEqualTo(new Level(number("11492.09"), number("0.004")));
        assertThat(book.asks().getLast()).isEqualTo(new Level(number("11492.82"), number("0.153")));
        assertThat(spot.asks().getFirst())
                .isEqualTo(new Level(number("32085.66000000"), number("2.04843700")));
        assertThat(funding)
                .containsExactly(
                        new FundingRate(
                                Instant.parse("2020-10-16T00:00:00Z").toEpochMilli(),
                                number("0.00018534")));
        assertThat(BinanceAnswers.markPrice(Recording.route("/fapi/v1/premiumIndex")))
                .isEqualTo(
                        new MarkPrice(
                                1687244112000L,
                                number("26780.82240476"),
                                number("26798.25197802"),
                                Optional.of(
                                        new FundingRate(1687248000000L, number("0.00001226")))));
        assertThat(BinanceTrades.read(oneTrade()).getFirst().trade())
                .isEqualTo(
                        new MarketTrade(
                                "19427407",
                                1602819697783L,
                                number("49.73"),
                                number("0.001"),
                                Taker.SELLER));
    }

    /// The recording keeps a few of many trades; a single one has no gap.
    private static byte[] oneTrade() throws Exception {
        JsonMapper mapper = JsonMapper.builder().build();
        return mapper.writeValueAsBytes(
                List.of(mapper.readTree(Recording.route("/fapi/v1/aggTrades")).path(0)));
    }
}
