package plumbline.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Import, verify and gaps of real candles: the gaps that are known and no others. The candles lie
/// outside of the project.
class RealOutagesTest {
    private static final String FOLDER = "ohlcv/binance-spot-lean/";

    @TempDir Path home;

    private static Path data(String path) {
        String data = System.getProperty("plumbline.testdata", "");
        Path file = Path.of(data).resolve(FOLDER + path);
        assumeTrue(
                !data.isBlank() && Files.exists(file),
                "no market data: set -Dplumbline.testdata to the folder that holds " + FOLDER);
        return file;
    }

    private void importAll(String path, String market, String timeframe) {
        Ran ran =
                Ran.in(
                        home,
                        "data",
                        "import",
                        data(path).toString(),
                        "--market",
                        market,
                        "--timeframe",
                        timeframe);
        assertThat(ran.status()).as(ran.err()).isZero();
    }

    /// Two days and a year, without an outage. Of the time between them there are no files.
    @Test
    void bitcoinMinutesHaveNone() {
        importAll("minute/btcusdt", "binance:BTC/USDT", "1m");

        Ran verify = Ran.in(home, "data", "verify", "--json");
        Ran gaps = Ran.in(home, "data", "gaps", "--json");

        assertThat(JsonText.at(verify.json(), "series", 0, "candles")).isEqualTo(528_480.0);
        assertThat(verify.status()).isZero();
        assertThat(verify.json()).containsEntry("kinds", Map.of());
        assertThat(gaps.json())
                .containsEntry("gaps", 0.0)
                .containsEntry("missing", 0.0)
                .containsEntry("neverAsked", 1.0);
        assertThat((Map<?, ?>) JsonText.at(gaps.json(), "series", 0, "neverAsked", 0))
                .extracting("from", "to", "missing")
                .containsExactly("2024-08-10T00:00:00Z", "2025-07-17T00:00:00Z", 491_040.0);
        assertThat(Ran.in(home, "data", "gaps").out())
                .contains("0 gaps, 0 candles missing")
                .contains("491,040 candles between them were never asked for.");
    }

    private static List<?> gaps(Ran ran) {
        return (List<?>) JsonText.at(ran.json(), "series", 0, "gaps");
    }

    @Test
    void theTwoOutagesOfEtherMinutesAreNamed() {
        importAll("minute/ethusdt", "binance:ETH/USDT", "1m");

        Ran verify = Ran.in(home, "data", "verify", "--json");
        Ran gaps = Ran.in(home, "data", "gaps", "--json");

        assertThat(verify.status()).isEqualTo(3);
        assertThat(verify.json()).containsEntry("kinds", Map.of("gap", 2.0));
        assertThat(gaps.json()).containsEntry("missing", 434.0).containsEntry("gaps", 2.0);
        assertThat((Map<?, ?>) gaps(gaps).get(0))
                .extracting("from", "to", "missing")
                .containsExactly("2021-04-20T02:00:00Z", "2021-04-20T04:30:00Z", 150.0);
        assertThat((Map<?, ?>) gaps(gaps).get(1))
                .extracting("from", "to", "missing")
                .containsExactly("2021-04-25T04:01:00Z", "2021-04-25T08:45:00Z", 284.0);
    }

    @ParameterizedTest
    @CsvSource({
        "hour/btcusdt_trade.zip, binance:BTC/USDT",
        "hour/ethusdt_trade.zip, binance:ETH/USDT"
    })
    void theOutagesOfNineYearsOfHoursAreCounted(String path, String market) {
        importAll(path, market, "1h");

        Ran gaps = Ran.in(home, "data", "gaps", "--json");

        assertThat(gaps.json()).containsEntry("gaps", 28.0).containsEntry("missing", 127.0);
    }
}
