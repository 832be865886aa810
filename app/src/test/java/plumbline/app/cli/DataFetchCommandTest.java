package plumbline.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

/// Candles come from an exchange over a real socket into a real store, whatever happens on the way.
/// What should be there is asked of the exchange by a client of the JDK.
class DataFetchCommandTest {
    private static final long NOW = Instant.parse("2025-06-01T12:34:56Z").toEpochMilli();
    private static final long DAY = 86_400_000L;
    private static final long FROM = Instant.parse("2025-05-28T00:00:00Z").toEpochMilli();

    @TempDir Path home;

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
        String venue = simulator.venue("binance").toString();
        return Map.of("PLUMBLINE_EXCHANGES_SIMULATOR", venue.replaceAll("/binance$", ""));
    }

    private Ran fetch(String line) {
        List<String> arguments = new ArrayList<>(List.of("data", "fetch"));
        arguments.addAll(List.of(line.split(" ")));
        arguments.addAll(List.of("--home", home.toString()));
        return Ran.of(environment(), arguments);
    }

    private void faults(String rules) throws Exception {
        post("faults", rules);
    }

    private void post(String path, String body) throws IOException {
        HttpURLConnection connection = open(simulator.admin() + "/" + path);
        connection.setDoOutput(true);
        connection.setRequestMethod("POST");
        connection.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
        assertThat(connection.getResponseCode()).isBetween(200, 204);
    }

    private static String get(String address) throws IOException {
        return new String(open(address).getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static HttpURLConnection open(String address) throws IOException {
        return (HttpURLConnection) URI.create(address).toURL().openConnection();
    }

    /// The starts that candles were asked for from.
    private List<Long> asked() throws Exception {
        List<Long> asked = new ArrayList<>();
        Object entries =
                JsonText.at(JsonText.object(get(simulator.admin() + "/journal")), "entries");
        for (Object entry : (List<?>) entries) {
            String target = (String) JsonText.at(entry, "target");
            if (target.contains("/klines")) {
                asked.add(Long.parseLong(target.replaceFirst(".*startTime=(\\d+).*", "$1")));
            }
        }
        return asked;
    }

    /// What the exchange has, read page by page without our own reader.
    private CandleSeries there(String symbol, Timeframe timeframe, TimeRange range)
            throws Exception {
        List<Candle> candles = new ArrayList<>();
        long at = range.fromMs();
        while (at < range.toMs()) {
            List<?> page =
                    rows(
                            simulator.venue("binance")
                                    + "/api/v3/klines?limit=1000&symbol="
                                    + symbol
                                    + "&interval="
                                    + timeframe.code()
                                    + "&startTime="
                                    + at);
            long next = range.toMs();
            for (Object row : page) {
                List<?> cells = (List<?>) row;
                long open = ((Number) cells.get(0)).longValue();
                if (open < range.toMs()) {
                    candles.add(
                            new Candle(
                                    open,
                                    number(cells.get(1)),
                                    number(cells.get(2)),
                                    number(cells.get(3)),
                                    number(cells.get(4)),
                                    number(cells.get(5))));
                    next = open + timeframe.millis();
                }
            }
            at = page.size() < 1000 ? range.toMs() : next;
        }
        return CandleSeries.of(candles);
    }

    private List<?> rows(String address) throws Exception {
        Object rows = JsonText.object("{\"rows\": " + get(address) + "}").get("rows");
        return (List<?>) Objects.requireNonNull(rows);
    }

    private static double number(Object text) {
        return Double.parseDouble(text.toString());
    }

    private CandleSeries stored(String market, Timeframe timeframe) {
        try (OpenHome open = OpenHome.look(new Home(home), InstantSource.system())) {
            return open.candles()
                    .load(new SeriesKey(MarketId.parse(market), timeframe), TimeRange.ALL);
        }
    }

    private void isAllThere(TimeRange range) throws Exception {
        faults("[]");
        assertThat(stored("binance:BTC/USDT", Timeframe.M1).fingerprint())
                .isEqualTo(there("BTCUSDT", Timeframe.M1, range).fingerprint());
    }

    @Test
    void everyFinishedCandleComes() throws Exception {
        Ran ran = fetch("--market binance:BTC/USDT --timeframe 1m --from 2025-05-28");

        assertThat(ran.status()).as(ran.err()).isZero();
        assertThat(ran.err()).contains("TEST MODE");
        isAllThere(new TimeRange(FROM, NOW - 56_000));
        assertThat(stored("binance:BTC/USDT", Timeframe.M1).lastOpenMs())
                .as("not the one that forms")
                .isEqualTo(NOW - 56_000 - 60_000);
    }

    @Test
    void nothingIsAskedForTwice() throws Exception {
        fetch("--market binance:BTC/USDT --timeframe 1m --from 2025-05-29 --to 2025-05-30");
        post("reset", "");

        Ran ran =
                fetch(
                        "--market binance:BTC/USDT --timeframe 1m --from 2025-05-28 --to 2025-05-31 --json");

        assertThat(ran.json()).containsEntry("inserted", 2880.0).containsEntry("unchanged", 0.0);
        assertThat(asked()).noneMatch(at -> at >= FROM + DAY && at < FROM + 2 * DAY);
        isAllThere(new TimeRange(FROM, FROM + 3 * DAY));
        post("reset", "");
        assertThat(
                        fetch(
                                        "--market binance:BTC/USDT --timeframe 1m --from 2025-05-28 --to 2025-05-31")
                                .out())
                .contains("Nothing is missing");
        assertThat(asked()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rows-unsorted | {} | 100",
                "rows-duplicated | {} | 100",
                "rows-missing | {} | 100",
                "empty-array | {} | 100",
                "malformed-json | {} | 100",
                "extra-fields | {} | 100",
                "numbers-as-strings | {} | 100",
                "truncated-body | {} | 100",
                "gzip-garbage | {} | 100",
                "wrong-length | \"bytes\": 50 | 100",
                "reset | \"stage\": \"reply\" | 100",
                "status | \"status\": 502 | 100",
                "status | \"status\": 429, \"retryAfter\": 1 | 1",
            })
    void faultsOfTheExchangeDoNoHarm(String type, String fields, int most) throws Exception {
        String more = fields.equals("{}") ? "" : ", " + fields;
        faults(
                "[{\"id\": \"storm\", \"match\": {\"path\": \"klines\"}, \"when\": {\"every\": 3, \"max\": "
                        + most
                        + "},"
                        + " \"action\": {\"type\": \""
                        + type
                        + "\""
                        + more
                        + "}}]");

        Ran ran =
                fetch("--market binance:BTC/USDT --timeframe 1m --from 2025-05-28 --to 2025-06-01");

        assertThat(ran.status()).as(ran.err()).isZero();
        isAllThere(new TimeRange(FROM, FROM + 4 * DAY));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void killedAndStartedAgainItGoesOn() throws Exception {
        faults(
                "[{\"id\": \"slow\", \"match\": {\"path\": \"klines\"}, \"action\": {\"type\": \"latency\", \"ms\": 400}}]");
        try (OtherCommand command =
                OtherCommand.start(
                        home,
                        environment(),
                        "data",
                        "fetch",
                        "--market",
                        "binance:BTC/USDT",
                        "--timeframe",
                        "1m",
                        "--from",
                        "2025-05-01")) {
            command.begun();
            while (asked().size() < 12) {
                Thread.sleep(100);
            }
        }
        CandleSeries before = stored("binance:BTC/USDT", Timeframe.M1);
        assertThat(before.size()).isPositive();
        post("reset", "");
        faults("[]");

        Ran ran =
                fetch("--market binance:BTC/USDT --timeframe 1m --from 2025-05-01 --to 2025-05-25");

        assertThat(ran.status()).as(ran.err()).isZero();
        assertThat(asked().getFirst()).isGreaterThan(before.lastOpenMs());
        long from = Instant.parse("2025-05-01T00:00:00Z").toEpochMilli();
        isAllThere(new TimeRange(from, from + 24 * DAY));
    }

    @Test
    void gapsAreFilledOnDemand() throws Exception {
        fetch("--market binance:BTC/USDT --timeframe 1m --from 2025-05-28 --to 2025-05-29");
        fetch("--market binance:BTC/USDT --timeframe 1m --from 2025-05-31 --to 2025-06-01");

        Ran ran =
                Ran.of(
                        environment(),
                        List.of("data", "gaps", "--repair", "--home", home.toString()));

        assertThat(ran.status()).as(ran.err()).isZero();
        assertThat(ran.err()).contains("2,880 candles came");
        isAllThere(new TimeRange(FROM, FROM + 4 * DAY));
    }

    /// An outage of 2025-01-24 from 01:12 to 03:47, within which the first download stopped.
    @Test
    void anOutageAtTheSeamOfTwoDownloadsIsOne() {
        fetch("--market binance:BTC/USDT --timeframe 1m --from 2025-01-23 --to 2025-01-24T02:00");
        Ran ran =
                fetch("--market binance:BTC/USDT --timeframe 1m --from 2025-01-23 --to 2025-01-25");
        assertThat(ran.status()).as(ran.err()).isZero();

        String gaps = Ran.in(home, "data", "gaps").out();

        assertThat(gaps).contains("155  confirmed").doesNotContain("open");
    }

    @Test
    void theSimulatedMarketsAreListedAndSaidToBe() {
        Ran ran =
                Ran.of(
                        environment(),
                        List.of(
                                "markets",
                                "list",
                                "--venue",
                                "binance",
                                "--home",
                                home.toString()));

        assertThat(ran.err()).contains("TEST MODE");
        assertThat(ran.out()).contains("binance:BTC/USDT", "0.00001");
    }

    @Test
    void gapsOfAFileAreNoExchanges() throws Exception {
        Path file =
                Files.writeString(
                        home.resolve("a.csv"),
                        "time,open,high,low,close,volume\n0,1,1,1,1,1\n60000,1,1,1,1,1\n180000,1,1,1,1,1\n");
        Ran.in(
                home,
                "data",
                "import",
                file.toString(),
                "--market",
                "file:A/USD",
                "--timeframe",
                "1m");

        Ran ran =
                Ran.of(
                        environment(),
                        List.of("data", "gaps", "--repair", "--home", home.toString()));

        assertThat(ran.status()).isZero();
        assertThat(ran.err()).contains("of no exchange that can be asked");
        assertThat(ran.out()).contains("open");
    }

    @ParameterizedTest
    @CsvSource({
        "binance:BTC/USTD --timeframe 1m, did you mean",
        "binanse:BTC/USDT --timeframe 1m, did you mean",
        "binance:BTC/USDT --timeframe 3d, has no candles of 3d",
    })
    void whatThereIsNotIsNamed(String what, String message) {
        Ran ran = fetch("--market " + what + " --from 2025-05-28");

        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.err()).contains(message);
    }

    @Test
    void anExchangeThatIsNotThereIsSaid() throws IOException {
        simulator.close();

        Ran ran = fetch("--market binance:BTC/USDT --timeframe 1m --from 2025-05-28");

        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.err()).contains("binance").contains("try again later");
    }
}
