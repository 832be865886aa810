package plumbline.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.app.Home;
import plumbline.app.OpenHome;
import plumbline.engine.market.Candle;
import plumbline.engine.market.CandleSeries;
import plumbline.engine.market.MarketId;
import plumbline.engine.market.SeriesKey;
import plumbline.engine.market.TimeRange;
import plumbline.engine.market.Timeframe;
import plumbline.simulator.SimulatorServer;
import plumbline.simulator.SimulatorSettings;

/// What exchanges call markets, and called them, at a simulator.
class MarketNamesCommandTest {
    private static final long NOW = Instant.parse("2025-06-01T12:34:06Z").toEpochMilli();

    @TempDir Path home;

    @SuppressWarnings("NullAway.Init") // started before each test
    private SimulatorServer simulator;

    @BeforeEach
    void start() throws IOException {
        simulator = SimulatorServer.start(SimulatorSettings.standing(7, NOW));
    }

    @AfterEach
    void stop() throws IOException {
        simulator.close();
    }

    private Ran run(String line) {
        String address = simulator.venue("binance").toString().replaceAll("/binance$", "");
        List<String> arguments = new ArrayList<>(List.of(line.split(" ")));
        arguments.addAll(List.of("--home", home.toString()));
        return Ran.of(Map.of("PLUMBLINE_EXCHANGES_SIMULATOR", address), arguments);
    }

    @Test
    void aNameIsWhatTheExchangeSays() {
        assertThat(run("markets map XXBTZUSD --venue kraken").out()).contains("kraken:BTC/USD");
        assertThat(run("markets map BTCUSDT --venue binance-usdm").out())
                .contains("binance-usdm:BTC/USDT:USDT");
        assertThat(run("markets map binance:BTC/USDT --venue binance").out()).contains("BTCUSDT");

        Ran unknown = run("markets map BTCUSD --venue binance");
        assertThat(unknown.status()).isEqualTo(1);
        assertThat(unknown.err()).contains("did you mean BTCUSDT");
    }

    /// The simulator knows no renaming, so what is ETH of today plays the old name of BTC.
    @Test
    void candlesOfBeforeARenamingAreAskedForUnderTheOldName() {
        assertThat(
                        run("markets register ETHUSDT binance:BTC/USDT --venue binance --to 2025-05-20")
                                .status())
                .isZero();
        assertThat(run("markets map ETHUSDT --venue binance --at 2025-05-01").out())
                .contains("binance:BTC/USDT")
                .contains("2025-05-20T00:00:00Z")
                .contains("you");

        String span = " --timeframe 1h --from 2025-05-10 --to 2025-05-30";
        assertThat(run("data fetch --market binance:BTC/USDT" + span).status()).isZero();
        assertThat(run("markets unregister ETHUSDT --venue binance").status()).isZero();
        assertThat(run("data fetch --market binance:ETH/USDT" + span).status()).isZero();

        CandleSeries btc = stored("binance:BTC/USDT");
        CandleSeries eth = stored("binance:ETH/USDT");
        TimeRange old = range("2025-05-10", "2025-05-20");
        assertThat(btc.between(old).size()).isEqualTo(240);
        assertThat(btc.between(old).fingerprint()).isEqualTo(eth.between(old).fingerprint());
        assertThat(btc.between(range("2025-05-20", "2025-05-30")).candle(0).close())
                .isNotEqualTo(eth.between(range("2025-05-20", "2025-05-30")).candle(0).close());
    }

    private CandleSeries stored(String market) {
        SeriesKey key = new SeriesKey(MarketId.parse(market), Timeframe.H1);
        try (OpenHome open = OpenHome.open(new Home(home), Instant::now)) {
            return open.candles().load(key, TimeRange.ALL);
        }
    }

    private static TimeRange range(String from, String to) {
        return new TimeRange(
                Instant.parse(from + "T00:00:00Z").toEpochMilli(),
                Instant.parse(to + "T00:00:00Z").toEpochMilli());
    }

    @Test
    void whatIsTakenIsNotRegistered() {
        Ran listed = run("markets register ETHUSDT binance:BTC/USDT --venue binance");
        assertThat(listed.status()).isEqualTo(1);
        assertThat(listed.err()).contains("ETHUSDT is the name of binance:ETH/USDT already");

        run("markets register OLD binance:BTC/USDT --venue binance --to 2020-01-01");
        Ran twice = run("markets register OLD binance:ETH/USDT --venue binance --to 2019-01-01");
        assertThat(twice.status()).isEqualTo(1);
        assertThat(twice.err()).contains("OLD is the name of binance:BTC/USDT already");
        assertThat(run("markets register X kraken:BTC/USD --venue binance").status()).isEqualTo(2);
    }

    @Test
    void namesAreCarriedElsewhere() throws Exception {
        run("markets register OLD binance:BTC/USDT --venue binance --to 2020-01-01");
        Path file = home.resolve("names.csv");
        assertThat(run("markets export --out " + file).out()).contains("1 name in");
        run("markets unregister OLD --venue binance");
        assertThat(run("markets unregister OLD --venue binance").status()).isEqualTo(1);

        assertThat(run("markets import " + file).out()).contains("1 name registered");
        assertThat(run("markets export").out())
                .contains("binance:BTC/USDT,OLD,,2020-01-01T00:00:00Z");

        Files.writeString(file, "market,symbol,from,to\nbinance:BTC/USDT,A B,,\nx,y\n");
        Ran bad = run("markets import " + file);
        assertThat(bad.status()).isEqualTo(2);
        assertThat(bad.err()).contains("line 2").contains("line 3").contains("nothing was");
    }

    @Test
    void aFileThatCannotBeReadStopsWhatNeedsIt() throws Exception {
        Files.writeString(home.resolve("symbols.csv"), "market,symbol,from,to\nnonsense\n");

        Ran ran = run("data fetch --market binance:BTC/USDT --timeframe 1h --from 2025-05-30");

        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.err()).contains("symbols.csv").contains("line 2");
    }

    @Test
    void severalSeriesAreFetchedAtOnce() {
        Ran ran =
                run(
                        "data fetch --market binance:BTC/USDT --market kraken:ETH/USD --market coinbase:BTC/USD"
                                + " --timeframe 1h --timeframe 1d --from 2025-05-20 --json");

        assertThat(ran.status()).isZero();
        List<?> series = (List<?>) JsonText.at(JsonText.object(ran.out()), "series");
        assertThat(series).hasSize(6);
        assertThat(series)
                .allSatisfy(one ->
                        assertThat(((Number) JsonText.at(one, "inserted")).intValue())
                                .isPositive());
    }

    /// Another series of this home was filled by the real exchange.
    @Test
    void oneThatFailsDoesNotStopTheOthers() {
        SeriesKey key = new SeriesKey(MarketId.parse("binance:BTC/USDT"), Timeframe.H1);
        try (OpenHome open = OpenHome.open(new Home(home), Instant::now)) {
            open.candles()
                    .upsert(key, CandleSeries.of(List.of(new Candle(0, 1, 1, 1, 1, 1))), "binance");
        }

        Ran ran =
                run(
                        "data fetch --market binance:BTC/USDT --market binance:ETH/USDT --timeframe 1h"
                                + " --from 2025-05-29");

        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.err())
                .contains("binance:BTC/USDT 1h holds candles that are real")
                .contains("must not be mixed");
        assertThat(ran.out()).contains("binance:ETH/USDT");
    }

    /// The first candle was stored as the exchange had it then.
    @Test
    void candlesThatTheExchangeRevisedAreFoundAndResultsSaySo() {
        SeriesKey key = new SeriesKey(MarketId.parse("binance:BTC/USDT"), Timeframe.H1);
        long first = Instant.parse("2025-05-29T00:00:00Z").toEpochMilli();
        try (OpenHome open = OpenHome.open(new Home(home), Instant::now)) {
            CandleSeries before = CandleSeries.of(List.of(new Candle(first, 11, 13, 10, 12, 5)));
            open.candles().upsert(key, before, "binance (simulated)");
        }

        Ran fetched =
                run(
                        "data fetch --market binance:BTC/USDT --timeframe 1h --from 2025-05-29 --again");
        String gaps = run("data gaps").out();
        Ran backtest = run("backtest sma-cross --market binance:BTC/USDT --timeframe 1h --json");

        assertThat(fetched.out()).contains("1 given otherwise than before");
        String close = Double.toString(stored("binance:BTC/USDT").candle(0).close());
        assertThat(gaps).contains("1 candle replaced by binance").contains("12").contains(close);
        assertThat(backtest.out())
                .contains("\"revised\"")
                .contains("given otherwise by their source");
    }
}
