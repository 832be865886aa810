package plumbline.engine.exchange.kraken;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plumbline.engine.exchange.BookSnapshot;
import plumbline.engine.exchange.MarketTrade;
import plumbline.engine.exchange.Mutation;
import plumbline.engine.exchange.Recording;
import plumbline.engine.exchange.http.RefusalReader.Disguised;
import plumbline.engine.market.CandleBuffer;
import plumbline.engine.market.SeriesCheck;

class KrakenAnswersTest {
    private static final String CANDLES =
            PlayedKraken.result(
                    "\"X\":[[1762777200,\"106038.1\",\"106044.3\",\"106038.1\",\"106040.1\",\"106039.6\",\"0.08317981\",3],"
                            + "[1762777260,\"106040.1\",\"106040.1\",\"106040.1\",\"106040.1\",\"0.0\",\"0.00000000\",0]],"
                            + "\"last\":1762777200");
    private static final String TRADES =
            PlayedKraken.result(
                    "\"X\":[[\"30243.40000\",\"0.34507674\",1688669597.8277369,\"b\",\"m\",\"\",61044952],"
                            + "[\"30243.30000\",\"0.00376960\",1688669598.2804112,\"s\",\"l\",\"\",61044953]],"
                            + "\"last\":\"1688669598280411200\"");
    private static final String BOOK =
            PlayedKraken.result(
                    "\"X\":{\"asks\":[[\"105944.30000\",\"0.136\",1762820248],[\"105946.90000\",\"0.095\",1]],"
                            + "\"bids\":[[\"105944.20000\",\"0.002\",1762820233]]}");

    private static byte[] bytes(String answer) {
        return answer.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void candlesAreRead() throws Exception {
        CandleBuffer candles = KrakenAnswers.candles(bytes(CANDLES));

        assertThat(candles.size()).isEqualTo(2);
        assertThat(candles.time()[0]).isEqualTo(1_762_777_200_000L);
        assertThat(values(candles, 0))
                .containsExactly(106038.1, 106044.3, 106038.1, 106040.1, 0.08317981);
        assertThat(values(candles, 1)).containsExactly(106040.1, 106040.1, 106040.1, 106040.1, 0);
    }

    @Test
    void tradesAreRead() throws Exception {
        KrakenAnswers.Trades trades = KrakenAnswers.trades(bytes(TRADES));

        assertThat(trades.last()).isEqualTo(1_688_669_598_280_411_200L);
        assertThat(trades.trades())
                .containsExactly(
                        new MarketTrade(
                                "61044952",
                                1_688_669_597_827L,
                                new BigDecimal("30243.40000"),
                                new BigDecimal("0.34507674"),
                                MarketTrade.Taker.BUYER),
                        new MarketTrade(
                                "61044953",
                                1_688_669_598_280L,
                                new BigDecimal("30243.30000"),
                                new BigDecimal("0.00376960"),
                                MarketTrade.Taker.SELLER));
    }

    @Test
    void aBookIsRead() throws Exception {
        BookSnapshot book = KrakenAnswers.book(bytes(BOOK), 1);

        assertThat(book.asks())
                .containsExactly(
                        new BookSnapshot.Level(
                                new BigDecimal("105944.30000"), new BigDecimal("0.136")));
        assertThat(book.bids()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "{\"error\":[],\"result\":{}}",
                "{\"error\":[],\"result\":{\"last\":1}}",
                "{\"error\":[],\"result\":{\"X\":5,\"last\":1}}",
                "{\"error\":[],\"result\":{\"X\":[[1,2]],\"last\":1}}",
                "{\"error\":[],\"result\":{\"X\":[[1762777200,2,1,3,2,1,1,1]],\"last\":1}}",
                "{\"error\":[],\"result\":{\"X\":[[99999999999999,1,1,1,1,1,1,1]],\"last\":1}}",
                "{\"error\":[],\"result\":{\"X\":[[1,2,3,\"b\",\"l\",\"\",1]],\"last\":\"x\"}}",
                "{\"error\":[],\"result\":{\"X\":[[1,0,3,\"b\",\"l\",\"\",1]],\"last\":\"1\"}}",
                "{\"error\":[],\"result\":{\"X\":{\"bids\":[[2,1]],\"asks\":[[1,1]]}}}",
                "{\"error\":[],\"result\":{\"X\":{\"bids\":[[2,1]]}}}",
            })
    void whatIsWrongIsRefused(String answer) {
        assertThatThrownBy(() -> KrakenAnswers.candles(bytes(answer)))
                .isInstanceOf(ParseException.class);
        assertThatThrownBy(() -> KrakenAnswers.trades(bytes(answer)))
                .isInstanceOf(ParseException.class);
        assertThatThrownBy(() -> KrakenAnswers.book(bytes(answer), 5))
                .isInstanceOf(ParseException.class);
        assertThatThrownBy(() -> KrakenAnswers.serverTime(bytes(answer)))
                .isInstanceOf(ParseException.class);
    }

    @Test
    void mutatedAnswers() {
        Random random = new Random(4);
        int taken = 0;
        for (int i = 0; i < 30_000; i++) {
            taken += read(bytes(Mutation.of(CANDLES, random)), bytes(Mutation.of(TRADES, random)));
            try {
                KrakenAnswers.book(bytes(Mutation.of(BOOK, random)), 5);
            } catch (ParseException e) {
                assertThat(e.getMessage()).isNotBlank();
            }
        }
        assertThat(taken).as("some changes do no harm").isBetween(100, 20_000);
    }

    private static int read(byte[] candles, byte[] trades) {
        int taken = 0;
        try {
            CandleBuffer read = KrakenAnswers.candles(candles);
            for (int c = 0; c < read.size(); c++) {
                double[] v = values(read, c);
                assertThat(SeriesCheck.fault(v[0], v[1], v[2], v[3], v[4])).isNull();
                assertThat(read.time()[c]).isPositive();
            }
            taken++;
        } catch (ParseException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
        try {
            KrakenAnswers.trades(trades).trades().forEach(t -> assertThat(t.id()).isNotEmpty());
        } catch (ParseException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
        return taken;
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"error\":[]", " { \"error\" : [ ] , \"result\":{}}", "<html>", ""})
    void noRefusals(String answer) {
        assertThat(new KrakenRefusals().disguised(bytes(answer))).isEmpty();
    }

    @Test
    void aRefusalBehindTheResult() {
        assertThat(
                        new KrakenRefusals()
                                .disguised(bytes("{\"result\":{},\"error\":[\"W:x\",\"EX:y\"]}"))
                                .orElseThrow()
                                .kind())
                .isEqualTo(Disguised.Kind.REFUSED);
    }

    @Test
    void recordedCandles() throws Exception {
        CandleBuffer candles =
                KrakenAnswers.candles(Recording.bytes("kraken/nautilus/http_ohlc.json"));

        assertThat(candles.size()).isEqualTo(721);
        assertThat(candles.time()[3]).isEqualTo(1_762_777_200_000L);
        assertThat(values(candles, 3))
                .containsExactly(106038.1, 106044.3, 106038.1, 106040.1, 0.08317981);
        int flat = 0;
        for (int i = 1; i < candles.size(); i++) {
            assertThat(candles.time()[i]).isEqualTo(candles.time()[i - 1] + 60_000);
            if (candles.values()[4][i] == 0) {
                flat++;
                assertThat(values(candles, i)).startsWith(candles.values()[3][i - 1]);
            }
        }
        assertThat(flat).as("the way in which candles are made of trades").isEqualTo(215);
        assertThat(
                        KrakenAnswers.candles(
                                        Recording.bytes("kraken/xchange/example-ohlc-data.json"))
                                .size())
                .isEqualTo(720);
    }

    @Test
    void recordedTradesBookAndTime() throws Exception {
        KrakenAnswers.Trades trades =
                KrakenAnswers.trades(Recording.bytes("kraken/xchange/example-trades-data.json"));
        assertThat(trades.last()).isEqualTo(1_385_579_841_881_785_998L);
        assertThat(trades.trades()).hasSize(14);
        assertThat(trades.trades().getLast())
                .isEqualTo(
                        new MarketTrade(
                                "1385579841.8818-13",
                                1_385_579_841_881L,
                                new BigDecimal("999.56699"),
                                new BigDecimal("0.02300000"),
                                MarketTrade.Taker.SELLER));

        BookSnapshot book =
                KrakenAnswers.book(Recording.bytes("kraken/nautilus/http_order_book.json"), 500);
        assertThat(book.asks()).hasSize(5);
        assertThat(book.bids().getFirst().price()).isEqualByComparingTo("105944.2");
        assertThat(
                        KrakenAnswers.serverTime(
                                Recording.bytes("kraken/nautilus/http_server_time.json")))
                .isEqualTo(1_762_820_224_000L);
    }

    private static double[] values(CandleBuffer candles, int i) {
        double[] values = new double[CandleBuffer.VALUES];
        for (int c = 0; c < values.length; c++) {
            values[c] = candles.values()[c][i];
        }
        return values;
    }
}
