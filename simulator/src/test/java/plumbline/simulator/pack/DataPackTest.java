package plumbline.simulator.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plumbline.simulator.Client;
import plumbline.simulator.SimulatorServer;
import plumbline.simulator.SimulatorSettings;
import tools.jackson.databind.JsonNode;

/// Candles of a folder, asked for over a socket.
class DataPackTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final long FROM = Instant.parse("2025-03-01T00:00:00Z").toEpochMilli();
    private static final long MINUTE = 60_000;
    private static final int COUNT = 3_000;

    @TempDir Path folder;

    private final MadeCandles made =
            MadeCandles.of(FROM, COUNT, MINUTE, i -> i < 500 || i >= 650 && i != 900);

    private SimulatorServer started(DataPack pack) throws IOException {
        return SimulatorServer.start(
                SimulatorSettings.standing(7, pack.endMs().orElseThrow()).unlimited().with(pack));
    }

    private static BigDecimal at(JsonNode row, int i) {
        return new BigDecimal(row.get(i).asString());
    }

    private static List<JsonNode> klines(Client client, String interval, long from, long to)
            throws IOException, InterruptedException {
        List<JsonNode> all = new ArrayList<>();
        long at = from;
        while (at < to) {
            JsonNode page =
                    client.json(
                            "klines?symbol=ETHUSDT&limit=1000&interval="
                                    + interval
                                    + "&startTime="
                                    + at
                                    + "&endTime="
                                    + (to - 1));
            if (page.isEmpty()) {
                break;
            }
            page.forEach(all::add);
            at = all.getLast().get(0).asLong() + 1;
        }
        return all;
    }

    private void areTheCandles(List<JsonNode> rows, List<MadeCandles.Row> expected) {
        assertThat(rows).hasSameSizeAs(expected);
        for (int i = 0; i < rows.size(); i++) {
            assertThat(rows.get(i).get(0).asLong()).isEqualTo(expected.get(i).time());
            for (int column = 1; column <= 5; column++) {
                assertThat(at(rows.get(i), column))
                        .isEqualByComparingTo(expected.get(i).number(column));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"binance, /api/v3/", "binance-usdm, /fapi/v1/"})
    void minutesAreThoseOfTheFolderAndWhatIsMissingStaysMissing(String venue, String version)
            throws Exception {
        made.write(folder.resolve("ETHUSDT-1m.csv"));

        try (SimulatorServer server = started(DataPack.read(folder, NOW));
                Client client = new Client(server, venue, version)) {
            areTheCandles(klines(client, "1m", 0, Long.MAX_VALUE), made.rows());
            JsonNode newest = client.json("klines?symbol=ETHUSDT&interval=1m&limit=2");
            assertThat(newest.get(1).get(0).asLong()).isEqualTo(made.rows().getLast().time());
        }
    }

    @Test
    void secondsAndTradesSumUpToTheMinutes() throws Exception {
        made.write(folder.resolve("ETHUSDT-1m.csv"));
        try (SimulatorServer server = started(DataPack.read(folder, NOW));
                Client client = new Client(server)) {
            for (int i = 640; i < 700; i += 7) {
                MadeCandles.Row minute = made.rows().get(i);
                List<JsonNode> seconds =
                        klines(client, "1s", minute.time(), minute.time() + MINUTE);
                List<JsonNode> trades = new ArrayList<>();
                client.json(
                                "aggTrades?symbol=ETHUSDT&limit=1000&startTime="
                                        + minute.time()
                                        + "&endTime="
                                        + (minute.time() + MINUTE - 1))
                        .forEach(trades::add);

                assertThat(seconds).hasSize(60);
                assertThat(at(seconds.getFirst(), 1)).isEqualByComparingTo(minute.open());
                assertThat(at(seconds.getLast(), 4)).isEqualByComparingTo(minute.close());
                assertThat(max(seconds, 2)).isEqualByComparingTo(minute.high());
                assertThat(seconds.stream().map(s -> at(s, 3)).min(BigDecimal::compareTo))
                        .get(as())
                        .isEqualByComparingTo(minute.low());
                assertThat(sum(seconds.stream().map(s -> at(s, 5)).toList()))
                        .isEqualByComparingTo(minute.volume());
                assertThat(
                                sum(
                                        trades.stream()
                                                .map(t -> new BigDecimal(t.get("q").asString()))
                                                .toList()))
                        .isEqualByComparingTo(minute.volume());
            }
        }
    }

    private static org.assertj.core.api.InstanceOfAssertFactory<
                    BigDecimal, org.assertj.core.api.AbstractBigDecimalAssert<?>>
            as() {
        return org.assertj.core.api.InstanceOfAssertFactories.BIG_DECIMAL;
    }

    private static BigDecimal max(List<JsonNode> rows, int column) {
        return rows.stream().map(r -> at(r, column)).max(BigDecimal::compareTo).orElseThrow();
    }

    private static BigDecimal sum(List<BigDecimal> numbers) {
        return numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Test
    void coarseCandlesAreDividedAndSumUpAgain() throws Exception {
        MadeCandles hours = MadeCandles.of(FROM, 100, 60 * MINUTE, i -> i != 40);
        hours.write(folder.resolve("ETHUSDT.csv"));

        try (SimulatorServer server = started(DataPack.read(folder, NOW));
                Client client = new Client(server)) {
            areTheCandles(klines(client, "1h", 0, Long.MAX_VALUE), hours.rows());
            assertThat(klines(client, "1m", FROM, FROM + 120 * MINUTE)).hasSize(120);
        }
    }

    @Test
    void nothingIsGivenOfWhatComesLater() throws Exception {
        made.write(folder.resolve("ETHUSDT-1m.csv"));
        DataPack pack = DataPack.read(folder, NOW);
        long now = FROM + 100 * MINUTE + 30_000;

        try (SimulatorServer server =
                        SimulatorServer.start(SimulatorSettings.standing(7, now).with(pack));
                Client client = new Client(server)) {
            List<JsonNode> rows = klines(client, "1m", 0, Long.MAX_VALUE);

            assertThat(rows).hasSize(101);
            assertThat(at(rows.getLast(), 5)).isLessThan(made.rows().get(100).number(5));
        }
    }

    @Test
    void theSameSeedMakesTheSameTrades() throws Exception {
        made.write(folder.resolve("ETHUSDT-1m.csv"));
        DataPack pack = DataPack.read(folder, NOW);
        String trades = "trades?symbol=ETHUSDT&limit=1000";
        String book = "depth?symbol=ETHUSDT&limit=100";
        try (SimulatorServer one = started(pack);
                SimulatorServer other = started(pack);
                Client first = new Client(one);
                Client second = new Client(other)) {
            assertThat(first.rows(trades)).hasSize(1000).isEqualTo(second.rows(trades));
            assertThat(first.json(book)).isEqualTo(second.json(book));
        }
    }

    private String manifest(String venue, String symbol, String file, String more)
            throws Exception {
        String sum =
                HexFormat.of()
                        .formatHex(
                                MessageDigest.getInstance("SHA-256")
                                        .digest(Files.readAllBytes(folder.resolve(file))));
        return "{\"venue\": \"%s\", \"symbol\": \"%s\", \"base\": \"ETH\", \"quote\": \"USD\", \"files\": [{\"path\": \"%s\", \"sha256\": \"%s\"}]%s}"
                .formatted(venue, symbol, file, sum, more);
    }

    @Test
    void aManifestMayNameOtherExchanges() throws Exception {
        made.write(folder.resolve("eth.csv"));
        Files.writeString(
                folder.resolve("pack.json"),
                "{\"name\": \"Ether\", \"licence\": \"CC0\", \"markets\": ["
                        + manifest("kraken", "ETHUSD", "eth.csv", ", \"tick\": \"0.01\"")
                        + ","
                        + manifest("coinbase", "ETH-USD", "eth.csv", ", \"timeframe\": \"1m\"")
                        + "]}");

        DataPack pack = DataPack.read(folder, NOW);

        assertThat(pack.name()).isEqualTo("Ether");
        assertThat(pack.licence()).isEqualTo("CC0");
        MadeCandles.Row last = made.rows().getLast();
        try (SimulatorServer server = started(pack);
                Client kraken = new Client(server, "kraken", "/0/public/");
                Client coinbase = new Client(server, "coinbase", "/")) {
            JsonNode rows = kraken.json("OHLC?pair=ETHUSD").get("result").get("ETHUSD");
            assertThat(at(rows.get(rows.size() - 2), 4)).isEqualByComparingTo(last.close());
            JsonNode candles = coinbase.json("products/ETH-USD/candles?granularity=60");
            assertThat(candles.get(0).get(0).asLong()).isEqualTo(last.time() / 1000);
            assertThat(candles.get(0).get(5).decimalValue()).isEqualByComparingTo(last.volume());
        }
    }

    @Test
    void allThatIsWrongIsNamed() throws Exception {
        made.write(folder.resolve("eth.csv"));
        Files.writeString(
                folder.resolve("bad.csv"), "time,open,high,low,close,volume\n0,x,1,1,1,1\n");
        Files.writeString(
                folder.resolve("pack.json"),
                "{\"markets\": ["
                        + manifest("krakn", "A", "eth.csv", "")
                        + ","
                        + manifest("kraken", "B", "eth.csv", ", \"tick\": \"0.1\"")
                        + ","
                        + manifest("kraken", "C", "bad.csv", "")
                        + ", {\"symbol\": \"D\", \"base\": \"D\", \"quote\": \"USD\", \"files\": [{\"path\": \"../d.csv\", \"sha256\": \"0\"}]}"
                        + ", {\"symbol\": \"E\", \"base\": \"E\", \"quote\": \"USD\", \"files\": [{\"path\": \"eth.csv\", \"sha256\": \"0\"}]}"
                        + "]}");

        assertThatThrownBy(() -> DataPack.read(folder, NOW))
                .isInstanceOf(PackException.class)
                .hasMessageContaining("krakn")
                .hasMessageContaining("no multiple of the step")
                .hasMessageContaining("bad.csv")
                .hasMessageContaining("no file ../d.csv")
                .hasMessageContaining("the manifest says 0");
    }

    @Test
    void aFolderWithoutCandlesIsNone() {
        assertThatThrownBy(() -> DataPack.read(folder, NOW))
                .isInstanceOf(PackException.class)
                .hasMessageContaining("holds no candle files");
        assertThatThrownBy(() -> DataPack.read(folder.resolve("nowhere"), NOW))
                .isInstanceOf(PackException.class)
                .hasMessageContaining("is no folder");
    }
}
