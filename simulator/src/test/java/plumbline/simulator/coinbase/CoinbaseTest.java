package plumbline.simulator.coinbase;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.time.Instant;
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

class CoinbaseTest {
    /// 2026-06-01T10:20:30.500Z.
    private static final long NOW = 1_780_309_230_500L;

    private static final long MINUTE = NOW / 60_000 * 60;

    private SimulatorServer server;
    private Client client;

    @BeforeEach
    void start() throws IOException {
        server = SimulatorServer.start(SimulatorSettings.standing(1, NOW));
        client = new Client(server, "coinbase", "/");
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    private static Instant at(long seconds) {
        return Instant.ofEpochSecond(seconds);
    }

    @Test
    void theTimeIsTold() throws IOException, InterruptedException {
        assertThat(client.get("time").body())
                .isEqualTo("{\"iso\":\"2026-06-01T10:20:30.500Z\",\"epoch\":1780309230.500}");
        assertThat(client.get("v2/time").body())
                .isEqualTo("{\"data\":{\"iso\":\"2026-06-01T10:20:30Z\",\"epoch\":1780309230}}");
    }

    @Test
    void anAliasHasTheBookOfItsProduct() throws IOException, InterruptedException {
        JsonNode products = client.json("products");

        assertThat(products.valueStream().map(p -> p.path("id").stringValue()))
                .containsExactly(
                        "BTC-USD", "BTC-USDC", "ETH-USD", "ETH-BTC", "SHIB-USD", "DOGE-USD");
        assertThat(products.get(0).path("quote_increment").stringValue()).isEqualTo("0.01");
        assertThat(products.get(0).path("alias_to").toString()).isEqualTo("[\"BTC-USDC\"]");
        assertThat(client.json("products/BTC-USDC").path("alias").stringValue())
                .isEqualTo("BTC-USD");
        assertThat(client.get("products/BTC-USDC/book").body())
                .isEqualTo(client.get("products/BTC-USD/book").body());
    }

    @Test
    void candlesAreTheNewestFirstAndQuietMinutesAbsent() throws IOException, InterruptedException {
        JsonNode rows = client.json("products/ETH-BTC/candles?granularity=60");

        assertThat(rows.size()).isBetween(50, 280);
        long last = MINUTE + 1;
        for (JsonNode row : rows) {
            assertThat(row.get(0).longValue()).isLessThan(last);
            last = row.get(0).longValue();
            assertThat(last % 60).isZero();
            assertThat(row.get(1).decimalValue())
                    .isLessThanOrEqualTo(row.get(3).decimalValue().min(row.get(4).decimalValue()));
            assertThat(row.get(2).decimalValue())
                    .isGreaterThanOrEqualTo(
                            row.get(3).decimalValue().max(row.get(4).decimalValue()));
            assertThat(row.get(5).decimalValue()).isPositive();
        }
        assertThat(last).isGreaterThanOrEqualTo(MINUTE - 299 * 60);
    }

    /// Both ends belong to the range, so that 300 steps have 301 rows.
    @Test
    void aRangeOf300StepsIsTheLongest() throws IOException, InterruptedException {
        long end = MINUTE / 3600 * 3600 - 3600;
        String of = "products/BTC-USD/candles?granularity=3600&end=" + at(end) + "&start=";
        JsonNode rows = client.json(of + at(end - 300 * 3600));
        HttpResponse<String> refused = client.get(of + at(end - 301 * 3600));

        assertThat(rows.size()).isEqualTo(301);
        assertThat(rows.get(0).get(0).longValue()).isEqualTo(end);
        assertThat(rows.get(300).get(0).longValue()).isEqualTo(end - 300 * 3600);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("Count of aggregations requested exceeds 300");
        assertThat(client.json("products/BTC-USD/candles?start=100000&end=100600").size()).isZero();
    }

    @Test
    void tradesArePagedBackwardsAndSumUpToACandle() throws IOException, InterruptedException {
        long minute = MINUTE - 600;
        JsonNode candle =
                client.json(
                                "products/BTC-USD/candles?granularity=60&start="
                                        + minute
                                        + "&end="
                                        + minute)
                        .get(0);
        List<JsonNode> trades = new ArrayList<>();
        String after = "";
        for (int page = 0; page < 4; page++) {
            HttpResponse<String> response = client.get("products/BTC-USD/trades?limit=100" + after);
            JsonNode rows = client.json("products/BTC-USD/trades?limit=100" + after);
            rows.forEach(trades::add);
            String oldest = response.headers().firstValue("CB-AFTER").orElseThrow();
            assertThat(oldest).isEqualTo(rows.get(99).path("trade_id").toString());
            assertThat(response.headers().firstValue("CB-BEFORE"))
                    .contains(rows.get(0).path("trade_id").toString());
            after = "&after=" + oldest;
        }
        for (int i = 1; i < trades.size(); i++) {
            assertThat(trades.get(i).path("trade_id").longValue())
                    .isEqualTo(trades.get(i - 1).path("trade_id").longValue() - 1);
        }
        BigDecimal volume = BigDecimal.ZERO;
        for (JsonNode trade : trades) {
            Instant time = Instant.parse(trade.path("time").stringValue());
            if (time.getEpochSecond() / 60 * 60 == minute) {
                volume = volume.add(new BigDecimal(trade.path("size").stringValue()));
            }
        }

        assertThat(candle.get(5).decimalValue()).isEqualByComparingTo(volume);
    }

    @Test
    void beforeIsTheNewestOfWhatIsNewer() throws IOException, InterruptedException {
        long newest =
                client.json("products/ETH-USD/trades?limit=1").get(0).path("trade_id").longValue();
        JsonNode rows = client.json("products/ETH-USD/trades?limit=10&before=" + (newest - 3));

        assertThat(rows.size()).isEqualTo(3);
        assertThat(rows.get(2).path("trade_id").longValue()).isEqualTo(newest - 2);
        HttpResponse<String> none = client.get("products/ETH-USD/trades?before=" + newest);
        assertThat(none.body()).isEqualTo("[]");
        assertThat(none.headers().firstValue("CB-AFTER")).isEmpty();
    }

    @Test
    void theBookHasTwoLevelsOfDetail() throws IOException, InterruptedException {
        JsonNode best = client.json("products/BTC-USD/book?level=1");
        JsonNode whole = client.json("products/BTC-USD/book?level=2");

        assertThat(best.path("bids").size()).isOne();
        assertThat(whole.path("asks").size()).isGreaterThan(100);
        assertThat(whole.path("asks").get(0)).isEqualTo(best.path("asks").get(0));
        assertThat(best.path("bids").get(0).toString())
                .matches("\\[\"\\d+\\.\\d\\d\",\"\\d+\\.\\d{8}\",\\d\\]");
        assertThat(best.path("sequence").longValue()).isPositive();
    }

    @ParameterizedTest
    @CsvSource({
        "products/BTC-EUR, 404, NotFound",
        "products/BTC-EUR/candles, 404, NotFound",
        "nothing, 404, NotFound",
        "products/BTC-USD/candles?granularity=120, 400, Unsupported granularity",
        "products/BTC-USD/candles?start=x&end=y, 400, Invalid start",
        "products/BTC-USD/book?level=3, 400, Invalid level",
    })
    void refusalsHaveAMessage(String request, int status, String message)
            throws IOException, InterruptedException {
        HttpResponse<String> response = client.get(request);

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.body()).isEqualTo("{\"message\":\"" + message + "\"}");
    }

    @Test
    void tenRequestsASecondAreAnswered() throws IOException, InterruptedException {
        for (int i = 0; i < 10; i++) {
            assertThat(client.get("time").statusCode()).isEqualTo(200);
        }
        HttpResponse<String> refused = client.get("time");

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.body()).isEqualTo("{\"message\":\"Public rate limit exceeded\"}");
        client.post("/clock", "{\"time\": " + (NOW + 1000) + "}");
        assertThat(client.get("time").statusCode()).isEqualTo(200);
    }
}
