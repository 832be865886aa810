package plumbline.engine.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarketIdTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "binance:BTC/USDT",
                "binance-usdm:1000SHIB/USDT:USDT",
                "deribit:BTC/USD:BTC-241227",
                "binance:币安人生/USDT",
                "file:BRK.B/USD",
                "moex:ГАЗП/RUB",
                "file:ÉLAN/EUR",
                "file:A-B/USD"
            })
    void isReadAsItIsWritten(String id) {
        assertThat(MarketId.parse(id)).hasToString(id);
        assertThat(MarketId.parse(MarketId.parse(id).toString())).isEqualTo(MarketId.parse(id));
    }

    @ParameterizedTest
    @CsvSource({
        "binance:btc/usdt, binance:BTC/USDT",
        "Binance:Btc/Usdt:usdt, binance:BTC/USDT:USDT",
        "file:élan/eur, file:ÉLAN/EUR"
    })
    void smallLettersOfSymbolsCountAsCapitals(String written, String id) {
        assertThat(MarketId.parse(written)).hasToString(id);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "btc/usdt | for example file:BTC/USDT for candles of a file",
                "^GSPC | base and quote of letters and digits",
                "file:^GSPC/USD | base and quote of letters and digits",
                "BTCUSDT | expected venue:BASE/QUOTE",
                "file:BTC | expected venue:BASE/QUOTE",
                "file:BTC/ | expected venue:BASE/QUOTE",
                "börse:BTC/EUR | The venue is of letters a-z and digits",
                "file:B TC/USD | expected venue:BASE/QUOTE",
                "'' | expected venue:BASE/QUOTE",
            })
    void whatIsNoneIsNamedWithAnExample(String text, String why) {
        assertThatThrownBy(() -> MarketId.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("'" + text + "' is not a market id")
                .hasMessageContaining(why);
    }
}
