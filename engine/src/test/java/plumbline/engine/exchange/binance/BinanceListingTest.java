package plumbline.engine.exchange.binance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plumbline.engine.exchange.Listing;
import plumbline.engine.exchange.Recording;
import plumbline.engine.exchange.symbol.SymbolAlias;
import plumbline.engine.exchange.symbol.SymbolMap;
import plumbline.engine.instrument.Instrument;
import plumbline.engine.instrument.InstrumentKind;
import plumbline.engine.instrument.TradingStatus;

class BinanceListingTest {
    private static final String SPOT =
            """
            {"symbols":[
             {"symbol":"BTCUSDT","status":"TRADING","baseAsset":"BTC","quoteAsset":"USDT","quotePrecision":8,
              "baseAssetPrecision":8,"filters":[
               {"filterType":"PRICE_FILTER","minPrice":"0.01000000","maxPrice":"1000000.00000000","tickSize":"0.01000000"},
               {"filterType":"LOT_SIZE","minQty":"0.00001000","maxQty":"9000.00000000","stepSize":"0.00001000"},
               {"filterType":"MARKET_LOT_SIZE","minQty":"0.00000000","maxQty":"65.5","stepSize":"0.00000000"},
               {"filterType":"NOTIONAL","minNotional":"5.00000000","maxNotional":"9000000.00000000"}]},
             {"symbol":"1000CATUSDT","status":"BREAK","baseAsset":"1000CAT","quoteAsset":"USDT","filters":[]},
             {"symbol":"这是测试币456","status":"TRADING","baseAsset":"这是测试币","quoteAsset":"456","filters":[]},
             {"symbol":"BAD","status":"TRADING","baseAsset":"B D","quoteAsset":"USDT","filters":[]},
             {"symbol":"ODD","status":"TRADING","baseAsset":"ODD","quoteAsset":"USDT","filters":[
               {"filterType":"PRICE_FILTER","tickSize":"1e999999999"}]},
             {"status":"TRADING"}
            ]}\
            """;

    private static Instrument market(Listing listing, String symbol) {
        return listing.instruments().stream()
                .filter(market -> market.symbol().equals(symbol))
                .findFirst()
                .orElseThrow();
    }

    private static Listing read(String text) throws ParseException {
        return BinanceListing.read("binance", text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void marketsWithTheirRules() throws Exception {
        Listing listing = read(SPOT);

        Instrument btc = market(listing, "BTCUSDT");
        assertThat(btc.id()).hasToString("binance:BTC/USDT");
        assertThat(btc.kind()).isEqualTo(InstrumentKind.SPOT);
        assertThat(btc.tick()).isEqualByComparingTo("0.01");
        assertThat(btc.lot()).isEqualByComparingTo("0.00001");
        assertThat(btc.limits().minNotional().orElseThrow()).isEqualByComparingTo("5");
        assertThat(btc.priceText(65_000.1)).isEqualTo("65000.10");
        Instrument cat = market(listing, "1000CATUSDT");
        assertThat(cat.status()).isEqualTo(TradingStatus.CLOSED);
        assertThat(cat.contract().underlying()).isEqualTo("CAT");
        assertThat(cat.contract().multiplier()).isEqualByComparingTo("1000");
        assertThat(market(listing, "这是测试币456").id()).hasToString("binance:这是测试币/456");
        assertThat(listing.passedOver())
                .satisfiesExactly(
                        bad -> assertThat(bad).startsWith("BAD: "),
                        odd -> assertThat(odd).isEqualTo("ODD: tickSize 1e999999999 is absurd"),
                        none -> assertThat(none).contains("without a symbol"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "[]", "{}", "{\"symbols\":{}}", "<html>", "{\"symbols\":[{\"symbol\":"})
    void whatIsNoListIsRefused(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(ParseException.class);
    }

    @Test
    void recordedSpotMarkets() throws Exception {
        Listing listing =
                BinanceListing.read(
                        "binance", Recording.firstAnswer("binance/cryptofeed/BINANCE.0.gz"));

        assertThat(listing.instruments()).hasSize(1695);
        assertThat(listing.passedOver()).isEmpty();
        Map<TradingStatus, Long> statuses =
                listing.instruments().stream()
                        .collect(Collectors.groupingBy(Instrument::status, Collectors.counting()));
        assertThat(statuses)
                .containsOnly(
                        Map.entry(TradingStatus.TRADING, 1262L),
                        Map.entry(TradingStatus.CLOSED, 433L));
        thereAndBack(listing);
    }

    @Test
    void recordedFutures() throws Exception {
        Listing listing =
                BinanceListing.read(
                        "binance-usdm",
                        Recording.firstAnswer("binance-futures/cryptofeed/BINANCE_FUTURES.0"));

        assertThat(listing.instruments()).hasSize(122);
        assertThat(market(listing, "BTCUSDT").id()).hasToString("binance-usdm:BTC/USDT:USDT");
        assertThat(market(listing, "BTCUSDT").tick())
                .as("not its pricePrecision")
                .isEqualByComparingTo(new BigDecimal("0.01"));
        assertThat(market(listing, "BTCUSDT_210924").id())
                .hasToString("binance-usdm:BTC/USDT:USDT-210924");
        assertThat(market(listing, "BTCUSDT_210924").kind()).isEqualTo(InstrumentKind.FUTURE);
        assertThat(market(listing, "BTCSTUSDT").status()).isEqualTo(TradingStatus.PENDING);
        assertThat(market(listing, "1000SHIBUSDT").contract().underlying()).isEqualTo("SHIB");
        assertThat(market(listing, "DEFIUSDT").id()).hasToString("binance-usdm:DEFI/USDT:USDT");
        assertThat(market(listing, "BTCUSDT").limits().minNotional().orElseThrow())
                .isEqualByComparingTo("5");
        thereAndBack(listing);
    }

    private static void thereAndBack(Listing listing) {
        SymbolMap map = new SymbolMap();
        Instant now = Instant.parse("2026-01-01T00:00:00Z");
        for (Instrument market : listing.instruments()) {
            assertThat(map.register(SymbolAlias.always(market.id(), market.symbol())))
                    .isEqualTo(List.of());
        }
        for (Instrument market : listing.instruments()) {
            assertThat(map.market(market.id().venue(), market.symbol(), now)).contains(market.id());
            assertThat(map.symbol(market.id(), now)).contains(market.symbol());
        }
    }
}
