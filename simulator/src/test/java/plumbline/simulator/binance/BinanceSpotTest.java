package plumbline.simulator.binance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plumbline.simulator.Client;
import plumbline.simulator.SimulatorServer;
import plumbline.simulator.SimulatorSettings;
import tools.jackson.databind.JsonNode;

class BinanceSpotTest {
    /// 2026-06-01T10:20:30.500Z.
    private static final long NOW = 1_780_309_230_500L;

    private SimulatorServer server;
    private Client client;

    @BeforeEach
    void start() throws IOException {
        server = SimulatorServer.start(SimulatorSettings.standing(1, NOW));
        client = new Client(server);
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    @Test
    void theTimeIsTheVenuesAndMayBeWrong() throws IOException, InterruptedException {
        assertThat(client.get("time").body()).isEqualTo("{\"serverTime\":" + NOW + "}");

        client.post("/clock", "{\"skewMs\": -1272}");

        assertThat(client.get("time").body()).isEqualTo("{\"serverTime\":" + (NOW - 1272) + "}");
        assertThat(client.get("ping").body()).isEqualTo("{}");
    }

    @Test
    void symbolsHaveStatusAndFilters() throws IOException, InterruptedException {
        JsonNode symbols = client.json("exchangeInfo").path("symbols");
        List<String> names = new ArrayList<>();
        symbols.forEach(s ->
                names.add(s.path("symbol").stringValue() + " " + s.path("status").stringValue()));

        assertThat(names)
                .containsExactly(
                        "BTCUSDT TRADING",
                        "ETHUSDT TRADING",
                        "ETHBTC TRADING",
                        "SHIBUSDT TRADING",
                        "1000SATSUSDT TRADING",
                        "这是测试币456USDT TRADING",
                        "BCCUSDT BREAK");
        JsonNode filters = symbols.get(0).path("filters");
        assertThat(filters.get(0).path("filterType").stringValue()).isEqualTo("PRICE_FILTER");
        assertThat(filters.get(0).path("tickSize").stringValue()).isEqualTo("0.01000000");
        assertThat(filters.get(1).path("filterType").stringValue()).isEqualTo("LOT_SIZE");
        assertThat(filters.get(1).path("stepSize").stringValue()).isEqualTo("0.00001000");
        assertThat(filters.get(3).path("filterType").stringValue()).isEqualTo("NOTIONAL");
        assertThat(filters.get(3).path("minNotional").stringValue()).isEqualTo("5.00000000");
        assertThat(symbols.get(3).path("filters").get(1).path("stepSize").stringValue())
                .isEqualTo("1.00000000");
    }

    @Test
    void oneOrSeveralSymbolsAreAskedFor() throws IOException, InterruptedException {
        String list = URLEncoder.encode("[\"ETHBTC\",\"这是测试币456USDT\"]", StandardCharsets.UTF_8);

        assertThat(client.json("exchangeInfo?symbol=ETHBTC").path("symbols").size()).isOne();
        assertThat(client.json("exchangeInfo?symbols=" + list).path("symbols").size()).isEqualTo(2);
        assertThat(client.json("exchangeInfo?symbolStatus=BREAK").path("symbols").size()).isOne();
    }

    @Test
    void aSymbolThatIsNotAsciiHasCandles() throws IOException, InterruptedException {
        String symbol = URLEncoder.encode("这是测试币456USDT", StandardCharsets.UTF_8);

        assertThat(client.rows("klines?interval=1h&symbol=" + symbol)).hasSize(500);
    }

    @Test
    void aMarketThatEndedKeepsItsHistory() throws IOException, InterruptedException {
        JsonNode rows = client.json("klines?symbol=BCCUSDT&interval=1d&limit=3");

        // 2018-11-15 was its last day
        assertThat(rows.get(2).get(0).longValue()).isEqualTo(1_542_240_000_000L);
        assertThat(client.json("depth?symbol=BCCUSDT").path("bids").size()).isZero();
    }

    @Test
    void tradesAreTheNewestAndAggregateToTheAggregates() throws IOException, InterruptedException {
        JsonNode trades = client.json("trades?symbol=BTCUSDT&limit=100");
        JsonNode aggregates = client.json("aggTrades?symbol=BTCUSDT&limit=100");

        assertThat(trades.size()).isEqualTo(100);
        for (int i = 1; i < 100; i++) {
            assertThat(trades.get(i).path("id").longValue())
                    .isEqualTo(trades.get(i - 1).path("id").longValue() + 1);
            assertThat(aggregates.get(i).path("f").longValue())
                    .isEqualTo(aggregates.get(i - 1).path("l").longValue() + 1);
        }
        assertThat(trades.get(99).path("id").longValue())
                .isEqualTo(aggregates.get(99).path("l").longValue());
        assertThat(trades.get(99).path("time").longValue()).isLessThanOrEqualTo(NOW);
    }

    @Test
    void aggregateTradesAreFoundByNumber() throws IOException, InterruptedException {
        JsonNode newest = client.json("aggTrades?symbol=ETHBTC&limit=5");
        long from = newest.get(0).path("a").longValue();

        assertThat(client.json("aggTrades?symbol=ETHBTC&limit=5&fromId=" + from)).isEqualTo(newest);
        assertThat(
                        client.json("aggTrades?symbol=ETHBTC&fromId=0&limit=1")
                                .get(0)
                                .path("a")
                                .longValue())
                .isZero();
    }

    @Test
    void theBookIsSortedAndDoesNotCross() throws IOException, InterruptedException {
        JsonNode book = client.json("depth?symbol=ETHUSDT&limit=1000");
        double bid = price(book.path("bids"), 0);
        double ask = price(book.path("asks"), 0);

        assertThat(book.path("lastUpdateId").longValue()).isPositive();
        assertThat(bid).isLessThan(ask);
        for (int i = 1; i < 1000; i++) {
            assertThat(price(book.path("bids"), i)).isLessThan(price(book.path("bids"), i - 1));
            assertThat(price(book.path("asks"), i)).isGreaterThan(price(book.path("asks"), i - 1));
        }
        assertThat(client.json("depth?symbol=ETHUSDT&limit=1000")).isEqualTo(book);
    }

    private static double price(JsonNode side, int level) {
        return Double.parseDouble(side.get(level).get(0).stringValue());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "klines?symbol=NOPE&interval=1m|{\"code\":-1121,\"msg\":\"Invalid symbol.\"}",
                "klines?symbol=BTCUSDT&interval=7m|{\"code\":-1120,\"msg\":\"Invalid interval.\"}",
                "klines?symbol=BTCUSDT&interval=1H|{\"code\":-1120,\"msg\":\"Invalid interval.\"}",
                "klines?interval=1m|{\"code\":-1102,\"msg\":\"Mandatory parameter 'symbol' was not sent, was empty/null, or malformed.\"}",
                "klines?symbol=BTCUSDT|{\"code\":-1102,\"msg\":\"Mandatory parameter 'interval' was not sent, was empty/null, or malformed.\"}",
                "klines?symbol=btcusdt&interval=1m|{\"code\":-1100,\"msg\":\"Illegal characters found in parameter 'symbol'; legal range is '^[\\\\w\\\\-._&&[^a-z]]{1,50}$'.\"}",
                "klines?symbol=BTCUSDT&interval=1m&limit=x|{\"code\":-1100,\"msg\":\"Illegal characters found in parameter 'limit'; legal range is '^[0-9]{1,20}$'.\"}",
                "klines?symbol=BTCUSDT&interval=1m&startTime=-5|{\"code\":-1100,\"msg\":\"Illegal characters found in parameter 'startTime'; legal range is '^[0-9]{1,20}$'.\"}",
            })
    void whatIsWrongIsSaidAsTheVenueSaysIt(String what, String body)
            throws IOException, InterruptedException {
        HttpResponse<String> response = client.get(what);

        assertThat(response.body()).isEqualTo(body);
        assertThat(response.statusCode()).isEqualTo(400);
    }

    @Test
    void whatIsNotThereIsNotFound() throws IOException, InterruptedException {
        assertThat(client.get("userDataStream").statusCode()).isEqualTo(404);
    }

    @Test
    void tooMuchIsWarnedThenBannedAndBothEnd() throws IOException, InterruptedException {
        for (int i = 1; i <= 300; i++) {
            HttpResponse<String> response = client.get("exchangeInfo?symbol=ETHBTC");
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(used(response)).isEqualTo(20 * i);
        }

        HttpResponse<String> over = client.get("ping");
        assertThat(over.statusCode()).isEqualTo(429);
        assertThat(over.body()).startsWith("{\"code\":-1003,");
        // 30.5 seconds of the minute are over
        assertThat(retryAfter(over)).isEqualTo(30);

        client.post("/clock", "{\"time\": " + (NOW + 30_000) + "}");
        assertThat(client.get("ping").statusCode()).isEqualTo(200);

        client.post("/clock", "{\"time\": " + NOW + "}");
        for (int i = 0; i < 300; i++) {
            client.get("exchangeInfo?symbol=ETHBTC");
        }
        assertThat(client.get("ping").statusCode()).isEqualTo(429);
        assertThat(client.get("ping").statusCode()).isEqualTo(429);
        assertThat(client.get("ping").statusCode()).isEqualTo(429);
        HttpResponse<String> banned = client.get("ping");
        assertThat(banned.statusCode()).isEqualTo(418);
        assertThat(retryAfter(banned)).isEqualTo(120);
        assertThat(banned.body()).contains("IP banned until " + (NOW + 120_000));

        client.post("/clock", "{\"time\": " + (NOW + 119_999) + "}");
        assertThat(client.get("ping").statusCode()).isEqualTo(418);
        client.post("/clock", "{\"time\": " + (NOW + 120_000) + "}");
        assertThat(client.get("ping").statusCode()).isEqualTo(200);
    }

    private static int used(HttpResponse<String> response) {
        return Integer.parseInt(
                response.headers().firstValue("X-MBX-USED-WEIGHT-1M").orElseThrow());
    }

    private static int retryAfter(HttpResponse<String> response) {
        return Integer.parseInt(response.headers().firstValue("Retry-After").orElseThrow());
    }
}
