package plumbline.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.app.Exchanges;
import plumbline.app.Home;
import plumbline.app.OpenHome;
import plumbline.engine.config.ConfigLoader;
import plumbline.engine.exchange.Exchange;
import plumbline.engine.exchange.history.CandleDownload.Outcome;
import plumbline.engine.exchange.history.Downloads;
import plumbline.engine.exchange.history.VenueSeries;
import plumbline.engine.instrument.Instrument;
import plumbline.engine.market.CandleSeries;
import plumbline.engine.market.MarketId;
import plumbline.engine.market.SeriesKey;
import plumbline.engine.market.TimeRange;
import plumbline.engine.market.Timeframe;
import plumbline.simulator.SimulatorServer;
import plumbline.simulator.SimulatorSettings;

/// An exchange that says for a moment that it has nothing, or not what time it is: what is stored
/// then is the same as without it.
class FetchAfterFaultsTest {
    private static final long NOW = Instant.parse("2025-06-01T00:30:00Z").toEpochMilli();

    @TempDir Path home;
    @TempDir Path calm;

    @SuppressWarnings("NullAway.Init") // started before each test
    private SimulatorServer simulator;

    @BeforeEach
    void start() throws IOException {
        simulator =
                SimulatorServer.start(
                        new SimulatorSettings(0, 0, 7, NOW, 1, true, SimulatorSettings.NO_FAULTS));
    }

    @AfterEach
    void stop() throws IOException {
        simulator.close();
    }

    private Map<String, String> environment() {
        String address = simulator.venue("binance").toString().replaceAll("/binance$", "");
        return Map.of("PLUMBLINE_EXCHANGES_SIMULATOR", address);
    }

    private void faults(String rules) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection)
                        URI.create(simulator.admin() + "/faults").toURL().openConnection();
        connection.setDoOutput(true);
        connection.setRequestMethod("POST");
        connection.getOutputStream().write(rules.getBytes(StandardCharsets.UTF_8));
        assertThat(connection.getResponseCode()).isBetween(200, 204);
    }

    private CandleSeries fetched(Path to, String line) {
        List<String> arguments = new ArrayList<>(List.of("data", "fetch"));
        arguments.addAll(List.of(line.split(" ")));
        arguments.addAll(List.of("--home", to.toString()));
        Ran ran = Ran.of(environment(), arguments);
        assertThat(ran.status()).as(ran.err()).isZero();
        return stored(to, line.split(" ")[1], line.split(" ")[3]);
    }

    private static CandleSeries stored(Path home, String market, String timeframe) {
        SeriesKey key =
                new SeriesKey(MarketId.parse(market), Timeframe.of(timeframe).orElseThrow());
        try (OpenHome open = OpenHome.open(new Home(home), InstantSource.system())) {
            return open.candles().load(key, TimeRange.ALL);
        }
    }

    private void sameAsCalm(String rules, String line) throws IOException {
        CandleSeries there = fetched(calm, line);
        faults(rules);
        CandleSeries stored = fetched(home, line);

        assertThat(stored.size()).isEqualTo(there.size());
        assertThat(stored.fingerprint()).isEqualTo(there.fingerprint());
    }

    @Test
    void twoEmptyAnswersInARowAreNotBelieved() throws Exception {
        sameAsCalm(
                """
                [{"id": "a", "match": {"path": "klines"}, "when": {"nth": 5},
                  "action": {"type": "empty-array"}},
                 {"id": "b", "match": {"path": "klines"}, "when": {"nth": 5},
                  "action": {"type": "empty-array"}}]
                """,
                "--market binance:BTC/USDT --timeframe 1m --from 2025-05-20");
    }

    @Test
    void oneEmptyAnswerOfCoinbaseIsNotBelieved() throws Exception {
        sameAsCalm(
                """
                [{"id": "e", "match": {"path": "candles$"}, "when": {"nth": 2},
                  "action": {"type": "empty-array"}}]
                """,
                "--market coinbase:BTC/USD --timeframe 1h --from 2025-05-01");
    }

    /// The machine's clock is a year ahead of the simulator's.
    @Test
    void withoutTheExchangesTimeNothingIsTakenForFinished() throws Exception {
        sameAsCalm(
                """
                [{"id": "t", "match": {"path": "binance/api/v3/time$"}, "when": {"nth": 1},
                  "action": {"type": "reset", "stage": "request"}}]
                """,
                "--market binance:BTC/USDT --timeframe 1h --from 2025-05-31");
        assertThat(stored(home, "binance:BTC/USDT", "1h").lastOpenMs())
                .isEqualTo(Instant.parse("2025-05-31T23:00:00Z").toEpochMilli());
    }

    /// As a download leaves it that was killed before it asked again.
    @Test
    void whatAnEarlierDownloadLeftOutIsAskedForAgain() throws Exception {
        String line = "--market binance:BTC/USDT --timeframe 1m --from 2025-05-28";
        CandleSeries there = fetched(calm, line);
        TimeRange hole =
                new TimeRange(there.candle(1000).openTimeMs(), there.candle(1300).openTimeMs());
        CandleSeries before = there.between(new TimeRange(0, hole.fromMs()));
        CandleSeries after = there.between(new TimeRange(hole.toMs(), NOW));
        SeriesKey key = new SeriesKey(MarketId.parse("binance:BTC/USDT"), Timeframe.M1);
        try (OpenHome open = OpenHome.open(new Home(home), InstantSource.system())) {
            open.candles()
                    .upsert(
                            key,
                            CandleSeries.joined(List.of(before, after)),
                            new TimeRange(there.firstOpenMs(), NOW),
                            "binance (simulated)");
        }

        assertThat(fetched(home, line).fingerprint()).isEqualTo(there.fingerprint());
    }

    @Test
    void theNewestFirstAndOutagesAtBothEnds() throws Exception {
        ConfigLoader loader = new ConfigLoader();
        loader.environment(environment());
        try (OpenHome open = OpenHome.open(new Home(home), InstantSource.system());
                Exchanges exchanges =
                        new Exchanges(
                                loader.configuration(), InstantSource.system(), event -> {})) {
            Exchange binance = exchanges.of("binance");
            Instrument market = binance.listing().instruments().getFirst();
            VenueSeries series = new VenueSeries(binance, market, Timeframe.H1);
            TimeRange range =
                    new TimeRange(Instant.parse("2022-06-01T00:00:00Z").toEpochMilli(), NOW);
            List<Long> shown = new ArrayList<>();

            Outcome outcome =
                    new Downloads(open.candles(), open.check(), open.audit(), true)
                            .run(
                                    series,
                                    download ->
                                            download.newestFirst(
                                                    range,
                                                    () ->
                                                            shown.add(
                                                                    open.candles()
                                                                            .info(series.key())
                                                                            .orElseThrow()
                                                                            .candles())),
                                    (done, all, candles) -> {},
                                    () -> false);

            assertThat(shown).containsExactly(1000L);
            assertThat(outcome.outages()).hasSizeGreaterThan(3);
            assertThat(
                            open.check()
                                    .gaps(
                                            open.candles().info(series.key()).orElseThrow(),
                                            () -> false)
                                    .standing()
                                    .open())
                    .isEmpty();
        }
    }

    @Test
    void anExchangeThatCannotBeReachedIsNoFaultOfTheProgram() {
        Ran ran =
                Ran.of(
                        Map.of("PLUMBLINE_EXCHANGES_KRAKEN_URL", "http://127.0.0.1:9"),
                        List.of("markets", "list", "--venue", "kraken", "--home", home.toString()));

        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.err()).doesNotContain("inside Plumbline").contains("kraken");
    }
}
