package plumbline.engine.exchange.kraken;

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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import plumbline.engine.exchange.Listing;
import plumbline.engine.exchange.Mutation;
import plumbline.engine.exchange.Recording;
import plumbline.engine.exchange.symbol.SymbolAlias;
import plumbline.engine.exchange.symbol.SymbolMap;
import plumbline.engine.instrument.Instrument;
import plumbline.engine.instrument.TradingStatus;

class KrakenListingTest {
    private static final String PAIRS =
            """
            {"error":[],"result":{
             "XXBTZUSD":{"altname":"XBTUSD","wsname":"XBT/USD","base":"XXBT","quote":"ZUSD","pair_decimals":1,
              "lot_decimals":8,"ordermin":"0.00005","costmin":"0.5","tick_size":"0.1","status":"online"},
             "DOGEUR":{"altname":"DOGEUR","wsname":"DOG/EUR","base":"DOG","quote":"ZEUR","pair_decimals":5,
              "lot_decimals":5,"ordermin":"1000","status":"cancel_only"},
             "XDGUSD":{"altname":"XDGUSD","base":"XXDG","quote":"ZUSD","pair_decimals":7,"lot_decimals":8},
             "XXDGXXBT":{"altname":"XDGXBT","wsname":"XDG/XBT","base":"XXDG","quote":"XXBT","pair_decimals":8,
              "lot_decimals":8,"status":"maintenance"},
             "NEWUSD":{"altname":"NEWUSD","base":"NEW","quote":"ZUSD","pair_decimals":7,"lot_decimals":8},
             "AAPLxUSD":{"wsname":"AAPLx/USD","base":"AAPLx","quote":"ZUSD","pair_decimals":2,"lot_decimals":8},
             "ODDUSD":{"wsname":"ODD/USD","base":"ODD","quote":"ZUSD","pair_decimals":999999,"lot_decimals":8},
             "XXBTZUSD.d":{"altname":"XBTUSD.d","base":"XXBT","quote":"ZUSD","pair_decimals":3,"lot_decimals":8}}}
            """;

    private static Listing read(String answer) throws ParseException {
        return KrakenListing.read("kraken", answer.getBytes(StandardCharsets.UTF_8));
    }

    private static Instrument market(Listing listing, String symbol) {
        return listing.instruments().stream()
                .filter(market -> market.symbol().equals(symbol))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void marketsAreDescribed() throws Exception {
        Listing listing = read(PAIRS);

        Instrument btc = market(listing, "XXBTZUSD");
        assertThat(btc.id()).hasToString("kraken:BTC/USD");
        assertThat(btc.tick()).isEqualTo(new BigDecimal("0.1"));
        assertThat(btc.lot()).isEqualTo(new BigDecimal("0.00000001"));
        assertThat(btc.limits().minQuantity()).contains(new BigDecimal("0.00005"));
        assertThat(btc.limits().minNotional()).contains(new BigDecimal("0.5"));
        assertThat(btc.status()).isEqualTo(TradingStatus.TRADING);
        assertThat(market(listing, "DOGEUR").status()).isEqualTo(TradingStatus.REDUCE_ONLY);
        assertThat(market(listing, "DOGEUR").tick()).isEqualTo(new BigDecimal("0.00001"));
        assertThat(market(listing, "XXDGXXBT").status()).isEqualTo(TradingStatus.HALTED);
        assertThat(listing.passedOver())
                .hasSize(4)
                .anyMatch(why -> why.equals("XXBTZUSD.d: a dark pool"))
                .anyMatch(why -> why.equals("NEWUSD: nothing says what its base is called"))
                .anyMatch(why -> why.startsWith("AAPLxUSD: 'kraken:AAPLx/USD' is not a market id"))
                .anyMatch(why -> why.equals("ODDUSD: pair_decimals is missing or absurd"));
    }

    @ParameterizedTest
    @CsvSource({
        "XXBTZUSD, kraken:BTC/USD",
        "DOGEUR, kraken:DOG/EUR",
        "XDGUSD, kraken:DOGE/USD",
        "XXDGXXBT, kraken:DOGE/BTC",
    })
    void namesAreOurs(String symbol, String id) throws Exception {
        assertThat(market(read(PAIRS), symbol).id()).hasToString(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{}", "{\"result\":[]}", "{\"error\":[]", "<html>"})
    void whatIsNoList(String answer) {
        assertThatThrownBy(() -> read(answer)).isInstanceOf(ParseException.class);
    }

    @Test
    void mutatedLists() {
        Random random = new Random(3);
        for (int i = 0; i < 20_000; i++) {
            String answer = Mutation.of(PAIRS, random);
            try {
                for (Instrument market : read(answer).instruments()) {
                    assertThat(market.tick().signum()).isPositive();
                    assertThat(market.lot().signum()).isPositive();
                    assertThat(market.symbol()).isNotBlank();
                }
            } catch (ParseException e) {
                assertThat(e.getMessage()).isNotBlank();
            }
        }
    }

    /// Rows 21 to 24 and 26 of the table of symbols.
    @Test
    void recordedList() throws Exception {
        Listing listing =
                KrakenListing.read("kraken", Recording.firstAnswer("kraken/cryptofeed/KRAKEN.0"));

        assertThat(listing.instruments()).hasSize(293);
        assertThat(listing.passedOver()).hasSize(11).allMatch(why -> why.endsWith("a dark pool"));
        assertThat(market(listing, "XXBTZUSD").id()).hasToString("kraken:BTC/USD");
        assertThat(market(listing, "XXBTZUSD").tick()).isEqualTo(new BigDecimal("0.1"));
        assertThat(market(listing, "XXBTZUSD").limits().minQuantity())
                .contains(new BigDecimal("0.0002"));
        assertThat(market(listing, "XETHXXBT").id()).hasToString("kraken:ETH/BTC");
        assertThat(market(listing, "XBTUSDT").id()).hasToString("kraken:BTC/USDT");
        assertThat(market(listing, "XDGUSD").id()).hasToString("kraken:DOGE/USD");
        thereAndBack(listing);
    }

    @Test
    void otherRecordedLists() throws Exception {
        Listing old =
                KrakenListing.read(
                        "kraken", Recording.bytes("kraken/xchange/example-assetpairs-data.json"));
        assertThat(old.instruments()).hasSize(75);
        thereAndBack(old);

        Listing newest =
                KrakenListing.read(
                        "kraken", Recording.bytes("kraken/nautilus/http_asset_pairs.json"));
        Instrument btc = newest.instruments().getFirst();
        assertThat(btc.id()).hasToString("kraken:BTC/USDT");
        assertThat(btc.limits().minNotional()).contains(new BigDecimal("0.5"));
        assertThat(btc.limits().minQuantity()).contains(new BigDecimal("0.00005"));
    }

    private static void thereAndBack(Listing listing) {
        SymbolMap map = new SymbolMap();
        Instant now = Instant.parse("2026-01-01T00:00:00Z");
        for (Instrument market : listing.instruments()) {
            assertThat(map.register(SymbolAlias.always(market.id(), market.symbol())))
                    .isEqualTo(List.of());
        }
        for (Instrument market : listing.instruments()) {
            assertThat(map.market("kraken", market.symbol(), now)).contains(market.id());
            assertThat(map.symbol(market.id(), now)).contains(market.symbol());
        }
    }
}
