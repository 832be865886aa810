package plumbline.ui.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameGuessTest {
    @ParameterizedTest
    @CsvSource({
        "genetrader-binance/BTC_USDT-1h.csv.gz, binance:BTC/USDT, 1h",
        "BTCUSDT-1m-2024-01.zip, file:BTC/USDT, 1m",
        "Coinbase-BTC-USD-PT4H-20160518_20251028.csv, coinbase:BTC/USD, 4h",
        "Coinbase_ETHUSD_1d.csv, coinbase:ETH/USD, 1d",
        "crypto/binance/hour/suiusdt_trade.zip, binance:SUI/USDT, 1h",
        "crypto/binance/minute/ethusdt/20210612_trade.zip, binance:ETH/USDT, 1m",
        "kraken/eth_btc_1M.csv, kraken:ETH/BTC, 1M",
    })
    void marketAndTimeframeAreReadFromTheName(String path, String market, String timeframe) {
        NameGuess guess = NameGuess.of(Path.of(path));

        assertThat(guess).isEqualTo(new NameGuess(market, timeframe));
        assertThat(NameGuess.problemOf(guess.market())).isEmpty();
    }

    @Test
    void aNameThatSaysNothingIsLeftOpen() {
        assertThat(NameGuess.of(Path.of("export", "candles.csv"))).isEqualTo(new NameGuess("", ""));
    }
}
