package plumbline.engine.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plumbline.engine.market.CandleSeries;
import plumbline.engine.market.Gap;
import plumbline.engine.market.Resampler;
import plumbline.engine.market.SeriesCheck;
import plumbline.engine.market.TimeRange;
import plumbline.engine.market.Timeframe;

/// Real market data, from a folder outside of the project: its counts and gaps are known from other
/// programs. Skipped where the folder is not.
class RealDataTest {

    private static Path data(String path) {
        String folder = System.getProperty("plumbline.testdata", "");
        Path file = Path.of(folder).resolve(path);
        assumeTrue(
                !folder.isEmpty() && Files.exists(file),
                "no market data: set -Dplumbline.testdata to the folder that holds " + path);
        return file;
    }

    @Test
    void aYearOfBitcoinMinutesIsWhole() {
        // the folder also holds two days of August 2024
        CandleSeries all =
                Given.candles(Timeframe.M1, data("ohlcv/binance-spot-lean/minute/btcusdt"));
        CandleSeries year = all.between(range("2025-07-17T00:00:00Z", "2026-07-17T00:00:00Z"));

        assertThat(all.size()).isEqualTo(525_600 + 2880);
        assertThat(year.size()).isEqualTo(525_600);
        assertThat(SeriesCheck.faults(year, Timeframe.M1)).isEmpty();
        same(
                Resampler.resample(year, Timeframe.H1),
                Given.candles(
                        Timeframe.H1, data("ohlcv/binance-spot-lean/hour/btcusdt_trade.zip")));
        same(
                Resampler.resample(year, Timeframe.D1),
                Given.candles(
                        Timeframe.D1, data("ohlcv/binance-spot-lean/daily/btcusdt_trade.zip")));
    }

    /// Binance was out twice in that quarter.
    @Test
    void theGapsOfEtherMinutesAreNamed() {
        CandleSeries minutes =
                Given.candles(Timeframe.M1, data("ohlcv/binance-spot-lean/minute/ethusdt"));

        assertThat(minutes.size()).isEqualTo(130_606);
        assertThat(SeriesCheck.gaps(minutes, Timeframe.M1))
                .containsExactly(
                        new Gap(ms("2021-04-20T02:00:00Z"), ms("2021-04-20T04:30:00Z"), 150),
                        new Gap(ms("2021-04-25T04:01:00Z"), ms("2021-04-25T08:45:00Z"), 284));
    }

    @ParameterizedTest
    @CsvSource({
        "ohlcv/binance-spot-lean/hour/btcusdt_trade.zip, H1, 78013, 28, 127",
        "ohlcv/binance-spot-lean/hour/ethusdt_trade.zip, H1, 78013, 28, 127",
        "ohlcv/binance-spot-lean/hour/suiusdt_trade.zip, H1, 28092, 0, 0",
        "ohlcv/binance-spot-lean/hour/taousdt_trade.zip, H1, 19836, 0, 0",
        "ohlcv/binance-spot-lean/daily/btcusdt_trade.zip, D1, 3256, 0, 0",
        "ohlcv/binance-spot-lean/daily/taousdt_trade.zip, D1, 827, 0, 0",
        "ohlcv/nic-binance/BTC_USDT-1h.csv.gz, H1, 58419, 28, 128",
        "ohlcv/genetrader-binance/BTC_USDT-5m.csv.gz, M5, 71769, 0, 0",
        "ohlcv/genetrader-binance/SOL_USDT-5m.csv.gz, M5, 72028, 0, 0",
        "ohlcv/genetrader-binance/XRP_USDT-1h.csv.gz, H1, 6002, 0, 0",
        "ohlcv/genetrader-binance/AVAX_USDT-4h.csv.gz, H4, 1500, 0, 0",
        "ohlcv/genetrader-binance/ETH_USDT-1d.csv.gz, D1, 249, 0, 0",
    })
    void rowsAndGapsAreThoseThatAreKnown(
            String path, Timeframe timeframe, int rows, int gaps, int missing) {
        CandleSeries candles = Given.candles(timeframe, data(path));

        assertThat(candles.size()).isEqualTo(rows);
        assertThat(SeriesCheck.gaps(candles, timeframe)).hasSize(gaps);
        assertThat(SeriesCheck.gaps(candles, timeframe).stream().mapToLong(Gap::missing).sum())
                .isEqualTo(missing);
    }

    @Test
    void twoSourcesOfTheSameMarketAgree() {
        CandleSeries five =
                Given.candles(Timeframe.M5, data("ohlcv/genetrader-binance/BTC_USDT-5m.csv.gz"));

        same(
                Resampler.resample(five, Timeframe.H1).slice(0, 5980),
                Given.candles(
                        Timeframe.H1, data("ohlcv/binance-spot-lean/hour/btcusdt_trade.zip")));
    }

    /// Nine of these archives have a malformed directory that other readers refuse.
    @ParameterizedTest
    @CsvSource({
        "coinbase/minute/btcusd, M1",
        "coinbase/second/btcusd, S1",
        "coinbase/daily/btcusd_trade.zip, D1",
        "bitfinex/hour/btcusd_trade.zip, H1",
        "binance/minute/btcbusd, M1",
        "binance/hour/btcusdt_trade.zip, H1",
    })
    void leansOwnSampleFilesAreRead(String path, Timeframe timeframe) {
        CandleSeries candles = Given.candles(timeframe, data("lean/Data/crypto/" + path));

        assertThat(candles.size()).isGreaterThan(20);
        assertThat(SeriesCheck.faults(candles, timeframe))
                .allSatisfy(f -> assertThat(f.kind()).isEqualTo(SeriesCheck.Kind.GAP));
    }

    /// Each candle of `some` is in `all`: prices exactly, volumes but for rounding.
    private static void same(CandleSeries some, CandleSeries all) {
        for (int i = 0; i < some.size(); i++) {
            int at = all.indexOf(some.openTime()[i]);
            assertThat(at).isNotNegative();
            boolean equal =
                    some.open()[i] == all.open()[at]
                            && some.high()[i] == all.high()[at]
                            && some.low()[i] == all.low()[at]
                            && some.close()[i] == all.close()[at];
            assertThat(equal).as("%s and %s", some.candle(i), all.candle(at)).isTrue();
            assertThat(some.volume()[i])
                    .isCloseTo(all.volume()[at], within(1e-9 * (1 + all.volume()[at])));
        }
    }

    private static TimeRange range(String from, String to) {
        return new TimeRange(ms(from), ms(to));
    }

    private static long ms(String iso) {
        return Instant.parse(iso).toEpochMilli();
    }
}
