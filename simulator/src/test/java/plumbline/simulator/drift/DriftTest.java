package plumbline.simulator.drift;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import plumbline.simulator.Client;
import plumbline.simulator.SimulatorServer;
import plumbline.simulator.SimulatorSettings;
import tools.jackson.databind.JsonNode;

class DriftTest {
    private static final long NOW = Instant.parse("2025-06-01T12:34:56Z").toEpochMilli();
    private static final long NOW_S = NOW / 1000;

    @SuppressWarnings("NullAway.Init") // started before each test
    private SimulatorServer server;

    @BeforeEach
    void start() throws IOException {
        server = SimulatorServer.start(SimulatorSettings.standing(7, NOW));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Client of(String venue) {
        return new Client(server, venue, "/");
    }

    @ParameterizedTest
    @CsvSource({"drift, USDC, 0", "velocity, USDT, 2"})
    void deploymentsDifferInCollateralAndNumbers(String name, String quote, int number)
            throws Exception {
        try (Client client = of(name + "-data")) {
            JsonNode markets = client.json("stats/markets").get("markets");
            assertThat(markets).hasSize(3);
            for (JsonNode market : markets) {
                assertThat(market.get("quoteAsset").asString()).isEqualTo(quote);
                if (market.get("symbol").asString().equals("SOL-PERP")) {
                    assertThat(market.get("marketIndex").asInt()).isEqualTo(number);
                }
            }
        }
    }

    @Test
    void candlesEndAtTheStartThatIsAskedFor() throws Exception {
        try (Client client = of("drift-data")) {
            long newest = NOW_S - 5000;
            JsonNode rows =
                    client.json("market/SOL-PERP/candles/5?limit=10&startTs=" + newest)
                            .get("records");

            assertThat(rows).hasSize(10);
            for (int i = 0; i < 10; i++) {
                JsonNode row = rows.get(i);
                assertThat(row.get("ts").asLong()).isEqualTo(newest / 300 * 300 - i * 300L);
                assertThat(row.get("fillHigh").decimalValue())
                        .isGreaterThanOrEqualTo(row.get("fillOpen").decimalValue())
                        .isGreaterThanOrEqualTo(row.get("fillLow").decimalValue());
            }
        }
    }

    @Test
    void tradesGoBackPageByPageWithoutAGap() throws Exception {
        try (Client client = of("velocity-data")) {
            Set<String> ids = new HashSet<>();
            List<Long> times = new ArrayList<>();
            String page = "";
            for (int i = 0; i < 5; i++) {
                JsonNode answer = client.json("market/BTC-PERP/trades?limit=50" + page);
                for (JsonNode trade : answer.get("records")) {
                    ids.add(trade.get("fillRecordId").asString());
                    times.add(trade.get("ts").asLong());
                }
                page = "&page=" + answer.get("meta").get("nextPage").asString();
            }
            assertThat(ids).hasSize(250);
            assertThat(times).isSortedAccordingTo((a, b) -> Long.compare(b, a));
            assertThat(times.getFirst()).isLessThanOrEqualTo(NOW_S);
        }
    }

    @Test
    void fundingIsPaidEachHour() throws Exception {
        try (Client client = of("drift-data")) {
            JsonNode rates = client.json("market/1MBONK-PERP/fundingRates").get("records");
            JsonNode older = client.json("fundingRates?marketName=1MBONK-PERP").get("fundingRates");

            assertThat(rates).hasSize(720);
            assertThat(older).hasSize(720);
            assertThat(rates.get(0).get("ts").asLong() / 3600).isEqualTo(NOW_S / 3600);
            assertThat(rates.get(719).get("ts").asLong() / 3600).isEqualTo(NOW_S / 3600 - 719);
        }
    }

    @Test
    void theBookHasMillionthsAndBillionths() throws Exception {
        try (Client client = of("drift-dlob")) {
            JsonNode book = client.json("l2?marketName=BTC-PERP&depth=5");

            assertThat(book.get("bids")).hasSize(5);
            long bid = book.get("bids").get(0).get("price").asLong();
            long ask = book.get("asks").get(0).get("price").asLong();
            assertThat(bid).isLessThan(ask).isPositive();
            assertThat(book.get("oracle").asLong()).isBetween(bid * 95 / 100, bid * 105 / 100);
            assertThat(client.json("l2?marketName=BTC-PERP&depth=500").get("bids")).hasSize(100);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"market/NO-PERP/trades", "nothing", "market/SOL-PERP"})
    void whatThereIsNotIsNotFound(String path) throws Exception {
        try (Client client = of("drift-data")) {
            assertThat(client.get(path).statusCode()).isEqualTo(404);
        }
    }
}
