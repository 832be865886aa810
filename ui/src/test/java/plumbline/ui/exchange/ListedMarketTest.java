package plumbline.ui.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plumbline.engine.instrument.Instrument;
import plumbline.engine.instrument.Instrument.Contract;
import plumbline.engine.instrument.Instrument.Limits;
import plumbline.engine.instrument.InstrumentKind;
import plumbline.engine.instrument.TradingStatus;
import plumbline.engine.market.MarketId;

/// What is found by what one types.
class ListedMarketTest {
    private static final List<ListedMarket> ALL =
            List.of(
                    market("binance:WBTC/USDT", "WBTCUSDT", TradingStatus.TRADING),
                    market("binance:BTC/USDT", "BTCUSDT", TradingStatus.TRADING),
                    market("binance:BTC/BUSD", "BTCBUSD", TradingStatus.CLOSED),
                    market("binance:BTCST/USDT", "BTCSTUSDT", TradingStatus.TRADING),
                    market("binance-usdm:BTC/USDT:USDT", "BTCUSDT", TradingStatus.TRADING),
                    market("kraken:BTC/USD", "XXBTZUSD", TradingStatus.TRADING));

    private static ListedMarket market(String id, String symbol, TradingStatus status) {
        MarketId market = MarketId.parse(id);
        return ListedMarket.of(
                new Instrument(
                        market,
                        symbol,
                        market.settle() == null ? InstrumentKind.SPOT : InstrumentKind.PERPETUAL,
                        status,
                        BigDecimal.ONE,
                        BigDecimal.ONE,
                        Limits.NONE,
                        Contract.of(market.base())));
    }

    private static List<String> found(String text) {
        return ListedMarket.search(ALL, text).map(m -> m.instrument().id().toString()).toList();
    }

    @Test
    void whatIsLikelyMeantIsFirst() {
        assertThat(found("btc"))
                .containsExactly(
                        "binance:BTC/USDT",
                        "kraken:BTC/USD",
                        "binance-usdm:BTC/USDT:USDT",
                        "binance:BTCST/USDT",
                        "binance:WBTC/USDT",
                        "binance:BTC/BUSD");
    }

    @ParameterizedTest
    @CsvSource({
        "xxbt, kraken:BTC/USD",
        "btc kraken, kraken:BTC/USD",
        "kraken:btc/usd, kraken:BTC/USD",
        "usdt-wbtc, binance:WBTC/USDT",
        "BUSD, binance:BTC/BUSD"
    })
    void everyWordIsLookedFor(String text, String market) {
        assertThat(found(text)).first().isEqualTo(market);
    }

    @Test
    void withoutWordsEveryMarketIsThere() {
        assertThat(found("  ")).hasSameSizeAs(ALL);
        assertThat(found("doge")).isEmpty();
    }
}
