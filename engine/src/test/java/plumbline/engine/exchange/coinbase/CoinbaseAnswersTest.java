package plumbline.engine.exchange.coinbase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plumbline.engine.exchange.Listing;
import plumbline.engine.exchange.Mutation;
import plumbline.engine.exchange.Recording;
import plumbline.engine.exchange.symbol.SymbolAlias;
import plumbline.engine.exchange.symbol.SymbolMap;
import plumbline.engine.instrument.Instrument;
import plumbline.engine.instrument.TradingStatus;
import plumbline.engine.market.CandleBuffer;
import plumbline.engine.market.SeriesCheck;

class CoinbaseAnswersTest {
    private static final String CANDLES =
            "[[1517443740,10106,10120.21,10106.01,10120.21,2.85107455],"
                    + "[1517443680,10106.01,10130,10129.99,10106.01,4.727521520000001]]";
    private static final String TRADES =
            """
            [{"time":"2014-11-07T22:19:28.578544Z","trade_id":74,"price":"10.00000000","size":"0.01000000","side":"buy"},
             {"time":"2014-11-07T01:08:43.642366Z","trade_id":73,"price":"100.00000000","size":"0.01000000","side":"sell"}]
            """;
    private static final String BOOK =
            "{\"sequence\":3,\"bids\":[[\"295.96\",\"4.39088265\",2]],"
                    + "\"asks\":[[\"295.97\",\"25.23542881\",12]]}";
    private static final String PRODUCTS =
            """
            [{"id":"BTC-USDC","base_currency":"BTC","quote_currency":"USDC","quote_increment":"0.01",
              "base_increment":"0.00000001","min_market_funds":"1","status":"online","trading_disabled":false},
             {"id":"CGLD-USD","base_currency":"CGLD","quote_currency":"USD","quote_increment":"0.0001",
              "base_increment":"0.01","base_min_size":"0.1","base_max_size":"34000","status":"online","cancel_only":true},
             {"id":"OLD-USD","base_currency":"OLD","quote_currency":"USD","quote_increment":"0.1","status":"delisted"},
             {"id":"OFF-USD","base_currency":"OFF","quote_currency":"USD","quote_increment":"0.1","status":"online",
              "trading_disabled":true},
             {"id":"BAD-USD","base_currency":"BAD","quote_currency":"USD","status":"online"}]
            """;

    private static byte[] bytes(String answer) {
        return answer.getBytes(StandardCharsets.UTF_8);
    }

    private static Instrument market(Listing listing, String symbol) {
        return listing.instruments().stream()
                .filter(market -> market.symbol().equals(symbol))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void candlesAreRead() throws Exception {
        CandleBuffer candles = CoinbaseAnswers.candles(bytes(CANDLES));

        assertThat(candles.time()[0]).isEqualTo(1_517_443_740_000L);
        assertThat(values(candles, 0))
                .containsExactly(10106.01, 10120.21, 10106, 10120.21, 2.85107455);
        assertThat(values(candles, 1))
                .containsExactly(10129.99, 10130, 10106.01, 10106.01, 4.727521520000001);
    }

    @Test
    void marketsAreDescribed() throws Exception {
        Listing listing = CoinbaseListing.read("coinbase", bytes(PRODUCTS));

        Instrument alias = market(listing, "BTC-USDC");
        assertThat(alias.id()).hasToString("coinbase:BTC/USDC");
        assertThat(alias.status()).isEqualTo(TradingStatus.TRADING);
        assertThat(alias.limits().minNotional()).contains(BigDecimal.ONE);
        Instrument celo = market(listing, "CGLD-USD");
        assertThat(celo.id()).hasToString("coinbase:CELO/USD");
        assertThat(celo.contract().underlying()).isEqualTo("CELO");
        assertThat(celo.status()).isEqualTo(TradingStatus.REDUCE_ONLY);
        assertThat(celo.limits().maxQuantity()).contains(new BigDecimal("34000"));
        assertThat(market(listing, "OLD-USD").status()).isEqualTo(TradingStatus.CLOSED);
        assertThat(market(listing, "OFF-USD").status()).isEqualTo(TradingStatus.HALTED);
        assertThat(listing.passedOver()).containsExactly("BAD-USD: quote_increment is missing");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "{\"message\":\"NotFound\"}",
                "[[1,2]]",
                "[[1517443740.5,1,3,2,2,5]]",
                "[[1517443740,3,1,2,2,5]]",
                "[{\"time\":\"yesterday\",\"trade_id\":74,\"price\":\"1\",\"size\":\"1\"}]",
                "[{\"time\":\"2014-11-07T22:19:28Z\",\"trade_id\":7.5,\"price\":\"1\",\"size\":\"1\"}]",
                "[{\"time\":\"2014-11-07T22:19:28Z\",\"trade_id\":7,\"price\":\"0\",\"size\":\"1\"}]",
            })
    void whatIsWrongIsRefused(String answer) {
        assertThatThrownBy(() -> CoinbaseAnswers.candles(bytes(answer)))
                .isInstanceOf(ParseException.class);
        assertThatThrownBy(() -> CoinbaseAnswers.trades(bytes(answer)))
                .isInstanceOf(ParseException.class);
        assertThatThrownBy(() -> CoinbaseAnswers.book(bytes(answer), 5))
                .isInstanceOf(ParseException.class);
        assertThatThrownBy(() -> CoinbaseAnswers.serverTime(bytes(answer)))
                .isInstanceOf(ParseException.class);
    }

    @Test
    void timeIsRead() throws Exception {
        assertThat(
                        CoinbaseAnswers.serverTime(
                                bytes(
                                        "{\"iso\":\"2015-01-07T23:47:25.201Z\",\"epoch\":1420674445.201}")))
                .isEqualTo(1_420_674_445_201L);
    }

    @Test
    void mutatedAnswers() {
        Random random = new Random(4);
        int taken = 0;
        for (int i = 0; i < 20_000; i++) {
            try {
                CandleBuffer read = CoinbaseAnswers.candles(bytes(Mutation.of(CANDLES, random)));
                for (int c = 0; c < read.size(); c++) {
                    double[] v = values(read, c);
                    assertThat(SeriesCheck.fault(v[0], v[1], v[2], v[3], v[4])).isNull();
                }
                taken++;
            } catch (ParseException e) {
                assertThat(e.getMessage()).isNotBlank();
            }
            others(random);
        }
        assertThat(taken).as("some changes do no harm").isBetween(100, 15_000);
    }

    private static void others(Random random) {
        try {
            CoinbaseAnswers.trades(bytes(Mutation.of(TRADES, random)))
                    .forEach(t -> assertThat(t.number()).isPositive());
        } catch (ParseException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
        try {
            CoinbaseAnswers.book(bytes(Mutation.of(BOOK, random)), 5);
        } catch (ParseException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
        try {
            CoinbaseListing.read("coinbase", bytes(Mutation.of(PRODUCTS, random)))
                    .instruments()
                    .forEach(market -> assertThat(market.tick().signum()).isPositive());
        } catch (ParseException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }

    /// Rows 18 to 20 of the table of symbols.
    @Test
    void recordedLists() throws Exception {
        String session =
                new String(
                        Recording.bytes("coinbase/cryptofeed/COINBASE.0"), StandardCharsets.UTF_8);
        int from = session.indexOf(": [") + 2;
        Listing listing =
                CoinbaseListing.read(
                        "coinbase", bytes(session.substring(from, session.indexOf('\n', from))));

        assertThat(listing.instruments()).hasSize(162);
        assertThat(listing.passedOver()).isEmpty();
        assertThat(market(listing, "BTC-USD").id()).hasToString("coinbase:BTC/USD");
        assertThat(market(listing, "BTC-USD").tick()).isEqualTo(new BigDecimal("0.01"));
        assertThat(market(listing, "BTC-USD").limits().minQuantity())
                .contains(new BigDecimal("0.0001"));
        assertThat(market(listing, "BTC-USDC").id()).hasToString("coinbase:BTC/USDC");
        assertThat(market(listing, "CGLD-USD").id()).hasToString("coinbase:CELO/USD");
        thereAndBack(listing);

        Listing old =
                CoinbaseListing.read("coinbase", Recording.bytes("coinbase/xchange/products.json"));
        assertThat(old.passedOver()).isEmpty();
        assertThat(market(old, "LTC-EUR").limits().maxQuantity())
                .contains(new BigDecimal("1000000"));
        thereAndBack(old);
    }

    @Test
    void recordedCandles() throws Exception {
        CandleBuffer candles =
                CoinbaseAnswers.candles(
                        Recording.bytes("coinbase/xchange/example-historical-candles.json"));

        assertThat(candles.size()).isEqualTo(10);
        assertThat(candles.time()[9]).isEqualTo(1_517_443_200_000L);
        assertThat(values(candles, 9))
                .containsExactly(10099.99, 10099.99, 10099.98, 10099.98, 1.87868123);
    }

    private static void thereAndBack(Listing listing) {
        SymbolMap map = new SymbolMap();
        Instant now = Instant.parse("2026-01-01T00:00:00Z");
        for (Instrument market : listing.instruments()) {
            assertThat(map.register(SymbolAlias.always(market.id(), market.symbol())))
                    .isEqualTo(List.of());
        }
        for (Instrument market : listing.instruments()) {
            assertThat(map.market("coinbase", market.symbol(), now)).contains(market.id());
            assertThat(map.symbol(market.id(), now)).contains(market.symbol());
        }
    }

    private static double[] values(CandleBuffer candles, int i) {
        double[] values = new double[CandleBuffer.VALUES];
        for (int c = 0; c < values.length; c++) {
            values[c] = candles.values()[c][i];
        }
        return values;
    }
}
