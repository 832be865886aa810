package plumbline.simulator.binance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plumbline.simulator.SimulatorServer;
import plumbline.simulator.SimulatorSettings;
import plumbline.simulator.market.Book;
import plumbline.simulator.market.CandleSum;
import plumbline.simulator.market.MarketHistory;
import plumbline.simulator.market.Noise;
import plumbline.simulator.market.SimulatedMarket;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A client that others made, ccxt on Node, understands the simulated Binance: what it reads is
/// what the simulator's markets hold. Skipped where node, npm or the network is absent; npm puts
/// ccxt below `target`.
@Tag("slow")
class CcxtTest {
    private static final String VERSION = "4.5.84";
    private static final Path FOLDER = Path.of("target", "ccxt").toAbsolutePath();
    private static final Path SCRIPT =
            Path.of("src", "test", "resources", "ccxt-client.cjs").toAbsolutePath();
    private static final long SEED = 1;
    private static final long MINUTE = 60_000;
    private static final int PAGES = 3;

    /// 2026-06-01T10:20:30.500Z.
    private static final long NOW = 1_780_309_230_500L;

    private static final long SINCE = NOW / MINUTE * MINUTE - 4000 * MINUTE;

    private static JsonNode answer;

    @BeforeAll
    static void run() throws IOException, InterruptedException {
        assumeTrue(succeeds(List.of("node", "--version")), "node is not installed: skipped");
        if (!Files.isDirectory(FOLDER.resolve("node_modules").resolve("ccxt"))) {
            Files.createDirectories(FOLDER);
            assumeTrue(
                    succeeds(
                            List.of(
                                    "npm",
                                    "install",
                                    "--no-audit",
                                    "--no-fund",
                                    "--fetch-retries=0",
                                    "--prefix",
                                    FOLDER.toString(),
                                    "ccxt@" + VERSION)),
                    "npm cannot install ccxt: skipped");
        }
        Path out = Files.createTempFile("ccxt", ".json");
        Path errors = Files.createTempFile("ccxt", ".txt");
        try (SimulatorServer server =
                SimulatorServer.start(SimulatorSettings.standing(SEED, NOW))) {
            Process process =
                    new ProcessBuilder(
                                    "node",
                                    SCRIPT.toString(),
                                    FOLDER.toString(),
                                    server.venue("binance").toString(),
                                    server.venue("binance-usdm").toString(),
                                    Long.toString(SINCE),
                                    Integer.toString(PAGES))
                            .redirectOutput(out.toFile())
                            .redirectError(errors.toFile())
                            .start();
            boolean ended = process.waitFor(2, TimeUnit.MINUTES);
            if (!ended) {
                process.destroyForcibly();
            }
            assertThat(ended && process.exitValue() == 0).as(Files.readString(errors)).isTrue();
            answer = JsonMapper.builder().build().readTree(Files.readString(out));
        } finally {
            Files.delete(out);
            Files.delete(errors);
        }
    }

    private static boolean succeeds(List<String> command) throws IOException, InterruptedException {
        Process process;
        try {
            process =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
        } catch (IOException e) { // there is no such program: the caller says so
            return false;
        }
        if (!process.waitFor(5, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            return false;
        }
        return process.exitValue() == 0;
    }

    private static MarketHistory history(String symbol) {
        boolean future = symbol.contains(":");
        String id = symbol.replaceAll(":.*", "").replace("/", "");
        List<SimulatedMarket> markets =
                future
                        ? FuturesMarkets.all().stream().map(FuturesContract::market).toList()
                        : SpotMarkets.all();
        long venueSeed = future ? Noise.key(SEED, "binance-usdm") : SEED;
        return new MarketHistory(
                SEED,
                venueSeed,
                markets.stream().filter(m -> m.symbol().equals(id)).findFirst().orElseThrow());
    }

    private static double price(MarketHistory history, long ticks) {
        return ticks / Math.pow(10, history.market().priceDecimals());
    }

    private static double quantity(MarketHistory history, long lots) {
        return lots / Math.pow(10, history.market().lotDecimals());
    }

    @Test
    void marketsAreThoseOfTheSimulator() {
        List<String> markets = new ArrayList<>();
        answer.path("markets")
                .forEach(m ->
                        markets.add(
                                m.get(0).stringValue()
                                        + " "
                                        + m.get(2).stringValue()
                                        + " "
                                        + m.get(3).doubleValue()));

        assertThat(markets)
                .contains(
                        "BTC/USDT spot 0.01",
                        "1000SATS/USDT spot 1.0E-7",
                        "BTC/USDT:USDT swap 0.1",
                        "1000SHIB/USDT:USDT swap 1.0E-6",
                        "BTC/USDT:USDT-260626 future 0.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"BTC/USDT", "1000SATS/USDT", "BTC/USDT:USDT", "1000SHIB/USDT:USDT"})
    void candlesAreSumsOfItsTrades(String symbol) {
        MarketHistory history = history(symbol);
        List<List<Double>> expected = new ArrayList<>();
        CandleSum sum = new CandleSum();
        for (long at = SINCE; expected.size() < PAGES * 1000; at += MINUTE) {
            history.sum(at, at + MINUTE, NOW, sum);
            if (sum.isPresent()) {
                expected.add(
                        List.of(
                                (double) at,
                                price(history, sum.open()),
                                price(history, sum.high()),
                                price(history, sum.low()),
                                price(history, sum.close()),
                                quantity(history, sum.lots())));
            }
        }
        List<List<Double>> got = new ArrayList<>();
        answer.path("read").path(symbol).path("candles").forEach(row -> got.add(doubles(row)));

        assertThat(got).isEqualTo(expected);
    }

    private static List<Double> doubles(JsonNode row) {
        return row.valueStream().map(JsonNode::doubleValue).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"BTC/USDT", "1000SATS/USDT", "BTC/USDT:USDT", "1000SHIB/USDT:USDT"})
    void booksAreItsBooks(String symbol) {
        MarketHistory history = history(symbol);
        Book book = Book.at(history, NOW);
        JsonNode read = answer.path("read").path(symbol).path("book");
        for (int i = 0; i < 20; i++) {
            assertThat(doubles(read.path("bids").get(i)))
                    .containsExactly(
                            price(history, book.bidPrice(i)),
                            quantity(history, book.lots(book.bidPrice(i))));
            assertThat(doubles(read.path("asks").get(i)))
                    .containsExactly(
                            price(history, book.askPrice(i)),
                            quantity(history, book.lots(book.askPrice(i))));
        }
    }

    /// ccxt asks for aggregate trades.
    @ParameterizedTest
    @ValueSource(strings = {"BTC/USDT", "BTC/USDT:USDT"})
    void tradesAreTheNewest(String symbol) {
        MarketHistory history = history(symbol);
        List<String> expected = new ArrayList<>();
        long end = history.firstTradeAt(NOW + 1);
        history.trades(
                end - 50,
                NOW,
                (number, trade) ->
                        expected.add(
                                number
                                        + " "
                                        + trade.timeMs()
                                        + " "
                                        + price(history, trade.price())
                                        + " "
                                        + quantity(history, trade.lots())
                                        + (trade.isBuyerMaker() ? " sell" : " buy")));
        List<String> got = new ArrayList<>();
        answer.path("read")
                .path(symbol)
                .path("trades")
                .forEach(t ->
                        got.add(
                                t.get(0).longValue()
                                        + " "
                                        + t.get(1).longValue()
                                        + " "
                                        + t.get(2).doubleValue()
                                        + " "
                                        + t.get(3).doubleValue()
                                        + " "
                                        + t.get(4).stringValue()));

        assertThat(got).isEqualTo(expected);
    }

    @Test
    void fundingIsReadEveryFourHours() {
        JsonNode rows = answer.path("funding");

        assertThat(rows.size()).isEqualTo(20);
        for (int i = 1; i < 20; i++) {
            long apart = rows.get(i).get(0).longValue() - rows.get(i - 1).get(0).longValue();
            assertThat(Math.round(apart / 3_600_000.0)).isEqualTo(4);
        }
    }
}
