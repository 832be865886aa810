package plumbline.engine.exchange.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import plumbline.engine.exchange.BookSnapshot;
import plumbline.engine.exchange.Listing;
import plumbline.engine.exchange.MarkPrice;
import plumbline.engine.exchange.MarketTrade;
import plumbline.engine.exchange.MarketTrade.Taker;
import plumbline.engine.exchange.Mutation;
import plumbline.engine.exchange.Recording;
import plumbline.engine.exchange.drift.Drift.Deployment;
import plumbline.engine.exchange.symbol.SymbolAlias;
import plumbline.engine.exchange.symbol.SymbolMap;
import plumbline.engine.instrument.Instrument;
import plumbline.engine.instrument.TradingStatus;
import plumbline.engine.market.CandleBuffer;

class DriftAnswersTest {
    private static final String MARKET =
            "{\"symbol\":\"%s\",\"marketIndex\":%d,\"marketType\":\"%s\",\"baseAsset\":\"%s\",\"quoteAsset\":\"%s\","
                    + "\"status\":\"%s\",\"precision\":9,\"limits\":{\"amount\":{\"min\":0.01,\"max\":900}}}";

    private static final String CANDLE =
            "{\"ts\":1770732120,\"fillOpen\":%s,\"fillHigh\":%s,\"fillLow\":%s,\"fillClose\":%s,\"oracleOpen\":1,\"quoteVolume\":2,\"baseVolume\":%s}";

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Listing listing(Deployment deployment, String... markets) throws ParseException {
        return DriftListing.read(
                deployment,
                bytes("{\"success\":true,\"markets\":[" + String.join(",", markets) + "]}"));
    }

    private static String perpetual(String base, int index, String quote, String status) {
        return MARKET.formatted(base + "-PERP", index, "perp", base, quote, status);
    }

    private static Instrument market(Listing listing, String symbol) {
        return listing.instruments().stream()
                .filter(one -> one.symbol().equals(symbol))
                .findFirst()
                .orElseThrow();
    }

    /// Rows 27 to 29 of the table of symbols.
    @Test
    void marketsOfDrift() throws Exception {
        Listing listing =
                listing(
                        Deployment.DRIFT,
                        perpetual("SOL", 0, "USDC", "active"),
                        perpetual("1MBONK", 4, "USDC", "active"),
                        perpetual("1KWEN", 29, "USDC", "delisted"),
                        MARKET.formatted(
                                "TRUMP-WIN-2024-BET",
                                36,
                                "perp",
                                "TRUMP-WIN-2024",
                                "USDC",
                                "delisted"),
                        "{\"symbol\":\"USDC\",\"marketIndex\":0,\"marketType\":\"spot\",\"precision\":6}");

        Instrument sol = market(listing, "SOL-PERP");
        assertThat(sol.id()).hasToString("drift:SOL/USDC:USDC");
        assertThat(sol.lot()).isEqualByComparingTo("0.000000001");
        assertThat(sol.limits().minQuantity()).contains(new BigDecimal("0.01"));
        assertThat(sol.limits().maxQuantity()).as("900 is of all together").isEmpty();
        Instrument bonk = market(listing, "1MBONK-PERP");
        assertThat(bonk.id()).hasToString("drift:1MBONK/USDC:USDC");
        assertThat(bonk.contract().underlying()).isEqualTo("BONK");
        assertThat(bonk.contract().multiplier()).isEqualByComparingTo("1000000");
        assertThat(market(listing, "1KWEN-PERP").contract().multiplier())
                .isEqualByComparingTo("1000");
        assertThat(listing.passedOver())
                .containsExactly(
                        "TRUMP-WIN-2024-BET: a prediction, which is not supported",
                        "USDC: of type spot, not a perpetual");
        thereAndBack(listing, "drift");
    }

    /// Row 27, and that numbers mean nothing: HYPE-PERP is 59 at Drift and 3 at Velocity.
    @Test
    void marketsOfVelocity() throws Exception {
        Listing listing =
                listing(
                        Deployment.VELOCITY,
                        perpetual("SOL", 0, "USDT", "active"),
                        perpetual("HYPE", 3, "USDT", "active"),
                        perpetual("APT", 9, "USDC", "active"));

        assertThat(market(listing, "SOL-PERP").id()).hasToString("velocity:SOL/USDT:USDT");
        assertThat(market(listing, "HYPE-PERP").id()).hasToString("velocity:HYPE/USDT:USDT");
        assertThat(listing.passedOver())
                .containsExactly(
                        "APT-PERP: priced in USDC, where USDT is the collateral of velocity");
        thereAndBack(listing, "velocity");
    }

    private static void thereAndBack(Listing listing, String venue) {
        SymbolMap map = new SymbolMap();
        Instant now = Instant.parse("2026-01-01T00:00:00Z");
        for (Instrument market : listing.instruments()) {
            assertThat(map.register(SymbolAlias.always(market.id(), market.symbol()))).isEmpty();
            assertThat(map.market(venue, market.symbol(), now)).contains(market.id());
            assertThat(map.symbol(market.id(), now)).contains(market.symbol());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "active, TRADING, HALTED",
        "fundingPaused, TRADING, HALTED",
        "fillPaused, HALTED, HALTED",
        "initialized, PENDING, HALTED",
        "reduceOnly, REDUCE_ONLY, HALTED",
        "settlement, CLOSED, CLOSED",
        "delisted, CLOSED, CLOSED",
        "new, HALTED, HALTED",
    })
    void aPausedDeploymentTakesNoOrders(String said, TradingStatus velocity, TradingStatus drift)
            throws Exception {
        assertThat(
                        listing(Deployment.VELOCITY, perpetual("SOL", 0, "USDT", said))
                                .instruments()
                                .getFirst()
                                .status())
                .isEqualTo(velocity);
        assertThat(
                        listing(Deployment.DRIFT, perpetual("SOL", 0, "USDC", said))
                                .instruments()
                                .getFirst()
                                .status())
                .isEqualTo(drift);
    }

    private static String candles(String... numbers) {
        return "{\"success\":true,\"records\":[" + CANDLE.formatted((Object[]) numbers) + "]}";
    }

    @Test
    void pricesAreThoseOfTradesAndTheVolumeIsOfTheBase() throws Exception {
        CandleBuffer candles = DriftAnswers.candles(bytes(candles("2", "4", "1", "3", "0.5")));

        assertThat(candles.time()[0]).isEqualTo(1_770_732_120_000L);
        assertThat(values(candles)).containsExactly(2, 4, 1, 3, 0.5);
    }

    @ParameterizedTest
    @CsvSource({
        "2, 1, 4, 3, 0.5",
        "2, 4, 1, 5, 0.5",
        "2, 4, 0, 3, 0.5",
        "2, 4, 1, 3, -0.5",
        "2, 4, 1, null, 0.5",
        "2, 1e999, 1, 3, 0.5",
    })
    void candlesThatCannotBeAreFaults(String o, String h, String l, String c, String v) {
        assertThatThrownBy(() -> DriftAnswers.candles(bytes(candles(o, h, l, c, v))))
                .isInstanceOf(ParseException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{}",
                "{\"success\":true,\"records\":{}}",
                "{\"success\":true,\"records\":[{\"ts\":1.5}]}",
                "{\"success\":true,\"records\":[{\"ts\":1,\"symbol\":\"BTC-PERP\"}]}",
            })
    void whatIsNoAnswerIsAFault(String answer) {
        byte[] body = bytes(answer);
        assertThatThrownBy(() -> DriftAnswers.candles(body)).isInstanceOf(ParseException.class);
        assertThatThrownBy(() -> DriftAnswers.trades(body, "SOL-PERP"))
                .isInstanceOf(ParseException.class);
        assertThatThrownBy(() -> DriftAnswers.funding(body, "SOL-PERP"))
                .isInstanceOf(ParseException.class);
        assertThatThrownBy(() -> DriftBook.read(body, "SOL-PERP", 5))
                .isInstanceOf(ParseException.class);
        assertThatThrownBy(() -> DriftBook.markPrice(body, "SOL-PERP"))
                .isInstanceOf(ParseException.class);
    }

    private static double[] values(CandleBuffer candles) {
        double[] values = new double[CandleBuffer.VALUES];
        for (int c = 0; c < values.length; c++) {
            values[c] = candles.values()[c][0];
        }
        return values;
    }

    @Test
    void recordedCandle() throws Exception {
        CandleBuffer candles =
                DriftAnswers.candles(Recording.bytes("drift/data_api_candles_1m.json"));

        assertThat(candles.size()).isEqualTo(1);
        assertThat(candles.time()[0])
                .isEqualTo(Instant.parse("2026-02-10T14:02:00Z").toEpochMilli());
        assertThat(values(candles)).containsExactly(68959.2, 68959.2, 68881.4, 68881.4, 0.0039);
    }

    @Test
    void recordedTrade() throws Exception {
        DriftAnswers.Page<MarketTrade> page =
                DriftAnswers.trades(
                        Recording.bytes("drift/data_api_market_trades.json"), "BTC-PERP");

        MarketTrade trade = page.records().getFirst();
        assertThat(page.records()).hasSize(1);
        assertThat(page.next()).isEmpty();
        assertThat(trade.id()).isEqualTo("7062235");
        assertThat(trade.price()).isEqualByComparingTo("68936.1");
        assertThat(trade.quantity()).isEqualByComparingTo("0.001");
        assertThat(trade.taker()).isEqualTo(Taker.BUYER);
        assertThat(trade.timeMs()).isEqualTo(1_770_731_837_000L);
    }

    @Test
    void recordedBooks() throws Exception {
        byte[] answer = Recording.bytes("drift/dlob_l2_sol_perp_velocity.json");
        BookSnapshot sol = DriftBook.read(answer, "SOL-PERP", 100);
        MarkPrice mark = DriftBook.markPrice(answer, "SOL-PERP");
        BookSnapshot btc =
                DriftBook.read(Recording.bytes("drift/dlob_l2_btc_perp.json"), "BTC-PERP", 100);

        assertThat(sol.sequence()).isEqualTo(474_184_487L);
        assertThat(sol.bids())
                .containsExactly(
                        new BookSnapshot.Level(new BigDecimal("81.11421"), BigDecimal.ONE),
                        new BookSnapshot.Level(
                                new BigDecimal("80.2604"), new BigDecimal("406.2021")));
        assertThat(DriftBook.read(answer, "SOL-PERP", 1).asks()).hasSize(1);
        assertThat(mark.timeMs()).isEqualTo(1_783_268_433_645L);
        assertThat(mark.mark()).isEqualByComparingTo("81.12233");
        assertThat(mark.index()).isEqualByComparingTo("81.12233");
        assertThat(btc.asks())
                .containsExactly(
                        new BookSnapshot.Level(
                                new BigDecimal("68918.2"), new BigDecimal("0.2175")));
    }

    @Test
    void recordedMarkets() throws Exception {
        Listing listing =
                DriftListing.read(
                        Deployment.DRIFT, Recording.bytes("drift/data_api_stats_markets.json"));

        Instrument btc = listing.instruments().getFirst();
        assertThat(listing.passedOver()).isEmpty();
        assertThat(btc.id()).hasToString("drift:BTC/USDC:USDC");
        assertThat(btc.limits().minQuantity()).contains(new BigDecimal("0.0001"));
        assertThat(btc.status()).isEqualTo(TradingStatus.HALTED);
    }

    /// Whatever comes, it is read or refused in words.
    @Test
    void damagedAnswersAreReadOrRefused() {
        String trade =
                "{\"ts\":1770731837,\"baseAssetAmountFilled\":\"0.001000000\",\"quoteAssetAmountFilled\":\"68.936100\",\"action\":\"fill\",\"fillRecordId\":\"7\",\"symbol\":\"SOL-PERP\",\"takerOrderDirection\":\"long\"}";
        String trades =
                "{\"success\":true,\"records\":[%s,%s],\"meta\":{\"nextPage\":null}}"
                        .formatted(trade, trade);
        String book =
                "{\"bids\":[{\"price\":\"81114210\",\"size\":\"1000000000\"},{\"price\":\"80260400\",\"size\":\"40000\"}],\"asks\":[{\"price\":\"81130450\",\"size\":\"500000000\"}],\"marketName\":\"SOL-PERP\",\"ts\":1783268433645,\"slot\":474184487,\"markPrice\":\"81122330\",\"oracle\":81122331}";
        String funding =
                "{\"fundingRates\":[{\"ts\":\"1770195607\",\"fundingRate\":\"-3095708\",\"oraclePriceTwap\":\"97493700\"},{\"ts\":\"1770192007\",\"fundingRate\":\"5\",\"oraclePriceTwap\":\"97493700\"}]}";
        String markets =
                "{\"success\":true,\"markets\":["
                        + perpetual("SOL", 0, "USDT", "active")
                        + ","
                        + perpetual("1MBONK", 4, "USDT", "active")
                        + "]}";
        Random random = new Random(11);
        for (int i = 0; i < 20_000; i++) {
            readOrRefused(() ->
                    DriftAnswers.candles(
                            bytes(Mutation.of(candles("2", "4", "1", "3", "0.5"), random))));
            readOrRefused(
                    () -> DriftAnswers.trades(bytes(Mutation.of(trades, random)), "SOL-PERP"));
            readOrRefused(() -> DriftBook.read(bytes(Mutation.of(book, random)), "SOL-PERP", 9));
            readOrRefused(() -> DriftBook.markPrice(bytes(Mutation.of(book, random)), "SOL-PERP"));
            readOrRefused(
                    () -> DriftAnswers.funding(bytes(Mutation.of(funding, random)), "SOL-PERP"));
            readOrRefused(() ->
                    DriftListing.read(Deployment.VELOCITY, bytes(Mutation.of(markets, random))));
            new DriftRefusals().disguised(bytes(Mutation.of(markets, random)));
        }
    }

    private interface Reading {
        Object read() throws ParseException;
    }

    private static void readOrRefused(Reading reading) {
        try {
            assertThat(reading.read()).isNotNull();
        } catch (ParseException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }
}
