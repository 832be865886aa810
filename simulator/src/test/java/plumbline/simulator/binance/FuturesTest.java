package plumbline.simulator.binance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
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

class FuturesTest {
    private static final long HOUR = 3_600_000;

    /// 2026-06-01T10:20:30.500Z.
    private static final long NOW = 1_780_309_230_500L;

    private SimulatorServer server;
    private Client client;
    private Client spot;

    @BeforeEach
    void start() throws IOException {
        server = SimulatorServer.start(SimulatorSettings.standing(1, NOW));
        client = new Client(server, "binance-usdm", "/fapi/v1/");
        spot = new Client(server);
    }

    @AfterEach
    void stop() {
        spot.close();
        client.close();
        server.close();
    }

    private static double number(JsonNode node) {
        return Double.parseDouble(node.stringValue());
    }

    @Test
    void contractsHaveTheirKindAndFilters() throws IOException, InterruptedException {
        JsonNode symbols = client.json("exchangeInfo").path("symbols");
        List<String> names = new ArrayList<>();
        symbols.forEach(s ->
                names.add(
                        s.path("symbol").stringValue()
                                + " "
                                + s.path("contractType").stringValue()
                                + " "
                                + s.path("deliveryDate").longValue()));

        // 2026-06-26T08:00Z is the last Friday of the quarter
        assertThat(names)
                .containsExactly(
                        "BTCUSDT PERPETUAL 4133404800000",
                        "ETHUSDT PERPETUAL 4133404800000",
                        "1000SHIBUSDT PERPETUAL 4133404800000",
                        "BTCUSDT_260626 CURRENT_QUARTER 1782460800000");
        JsonNode bitcoin = symbols.get(0);
        assertThat(bitcoin.path("pricePrecision").intValue()).isEqualTo(2);
        assertThat(bitcoin.path("filters").get(0).path("tickSize").stringValue()).isEqualTo("0.10");
        assertThat(bitcoin.path("filters").get(1).path("stepSize").stringValue())
                .isEqualTo("0.001");
        assertThat(bitcoin.path("filters").get(5).path("filterType").stringValue())
                .isEqualTo("MIN_NOTIONAL");
        assertThat(bitcoin.path("filters").get(5).path("notional").stringValue()).isEqualTo("100");
    }

    @Test
    void aFutureEndsAndTheNextBegins() throws IOException, InterruptedException {
        // between its last trade and its delivery; then after it
        client.post("/clock", "{\"time\": \"2026-06-26T04:00:00Z\"}");
        assertThat(statusOf("BTCUSDT_260626")).isEqualTo("DELIVERING");
        assertThat(statusOf("BTCUSDT_260925")).isEqualTo("TRADING");

        client.post("/clock", "{\"time\": \"2026-06-26T09:00:00Z\"}");

        assertThat(statusOf("BTCUSDT_260626")).isEmpty();
        JsonNode last = client.json("klines?symbol=BTCUSDT_260626&interval=1m&limit=1").get(0);
        assertThat(last.get(0).longValue()).isEqualTo(1_782_431_940_000L); // 2026-06-25T23:59Z
        JsonNode premium = client.json("premiumIndex?symbol=BTCUSDT_260925");
        assertThat(premium.path("nextFundingTime").longValue()).isZero();
        assertThat(number(premium.path("markPrice")))
                .isGreaterThan(number(premium.path("indexPrice")));
    }

    private String statusOf(String symbol) throws IOException, InterruptedException {
        for (JsonNode contract : client.json("exchangeInfo").path("symbols")) {
            if (contract.path("symbol").stringValue().equals(symbol)) {
                return contract.path("status").stringValue();
            }
        }
        return "";
    }

    @ParameterizedTest
    @CsvSource({"BTCUSDT, BTCUSDT, 1", "ETHUSDT, ETHUSDT, 1", "1000SHIBUSDT, SHIBUSDT, 1000"})
    void aPerpetualStaysNearItsSpot(String symbol, String ofSpot, double multiple)
            throws IOException, InterruptedException {
        String query = "&interval=1h&limit=200&endTime=" + (NOW - HOUR);
        JsonNode rows = client.json("klines?symbol=" + symbol + query);
        JsonNode spots = spot.json("klines?symbol=" + ofSpot + query);

        int differ = 0;
        for (JsonNode row : rows) {
            for (JsonNode other : spots) {
                if (other.get(0).longValue() == row.get(0).longValue()) {
                    double ratio = number(row.get(4)) / (number(other.get(4)) * multiple);
                    assertThat(ratio).isCloseTo(1, within(0.01));
                    differ += ratio == 1 ? 0 : 1;
                }
            }
        }
        assertThat(differ).isGreaterThan(150);
    }

    @Test
    void rowsHaveTheDigitsOfTheMarket() throws IOException, InterruptedException {
        assertThat(client.get("klines?symbol=BTCUSDT&interval=1m&limit=1").body())
                .matches(
                        "\\[\\[\\d{13}(,\"\\d+\\.\\d0\"){4},\"\\d+\\.\\d{3}\",\\d{13},\"\\d+\\.\\d{5}\","
                                + "\\d+,\"\\d+\\.\\d{3}\",\"\\d+\\.\\d{5}\",\"0\"\\]\\]");
        assertThat(client.get("klines?symbol=1000SHIBUSDT&interval=1m&limit=1").body())
                .matches("\\[\\[\\d{13}(,\"\\d+\\.\\d{6}\"){4},\"\\d+\",\\d{13},.*");
        assertThat(client.get("trades?symbol=BTCUSDT&limit=1").body())
                .matches(
                        "\\[\\{\"id\":\\d+,\"price\":\"\\d+\\.\\d0\",\"qty\":\"\\d+\\.\\d{3}\","
                                + "\"quoteQty\":\"\\d+\\.\\d\\d\",\"time\":\\d+,\"isBuyerMaker\":(true|false)\\}\\]");
        assertThat(client.get("aggTrades?symbol=BTCUSDT&limit=1").body()).doesNotContain("\"M\"");
        assertThat(client.get("depth?symbol=BTCUSDT&limit=5").body())
                .startsWith("{\"lastUpdateId\":")
                .contains(",\"E\":" + NOW + ",\"T\":" + NOW + ",\"bids\":[[\"");
    }

    /// Three payments a day for eight hours, six for four; written some milliseconds late.
    @ParameterizedTest
    @CsvSource({"BTCUSDT, 8", "1000SHIBUSDT, 4"})
    void fundingIsPaidOnTheIntervalOfTheMarket(String symbol, int hours)
            throws IOException, InterruptedException {
        JsonNode rows = client.json("fundingRate?symbol=" + symbol + "&limit=200");

        assertThat(rows.size()).isEqualTo(200);
        int late = 0;
        for (int i = 0; i < 200; i++) {
            long time = rows.get(i).path("fundingTime").longValue();
            long slot = time / HOUR * HOUR;
            assertThat(time - slot).isLessThan(13);
            late += time == slot ? 0 : 1;
            long fromLast = (199 - i) * hours * HOUR;
            assertThat(slot).isEqualTo(NOW / (hours * HOUR) * hours * HOUR - fromLast);
            assertThat(number(rows.get(i).path("fundingRate"))).isBetween(-0.005, 0.005);
        }
        assertThat(late).isBetween(50, 150);
        long slots =
                rows.valueStream().map(r -> r.path("fundingRate").stringValue()).distinct().count();
        assertThat(slots).isGreaterThan(20);
    }

    @Test
    void pagesOfFundingMeetWithoutAHole() throws IOException, InterruptedException {
        List<String> whole = client.rows("fundingRate?symbol=ETHUSDT&limit=90");
        long start =
                client.json("fundingRate?symbol=ETHUSDT&limit=90")
                        .get(0)
                        .path("fundingTime")
                        .longValue();
        List<String> paged = new ArrayList<>();
        for (int page = 0; page < 9; page++) {
            JsonNode rows = client.json("fundingRate?symbol=ETHUSDT&limit=10&startTime=" + start);
            rows.forEach(row -> paged.add(row.toString()));
            start = rows.get(9).path("fundingTime").longValue() + 1;
        }

        assertThat(paged).isEqualTo(whole);
    }

    @Test
    void theRateToComeBecomesTheRateThatIsPaid() throws IOException, InterruptedException {
        long slot = NOW / (8 * HOUR) * 8 * HOUR + 8 * HOUR;
        client.post("/clock", "{\"time\": " + (slot - 1) + "}");
        JsonNode before = client.json("premiumIndex?symbol=BTCUSDT");
        client.post("/clock", "{\"time\": " + (slot + 20) + "}");
        JsonNode paid = client.json("fundingRate?symbol=BTCUSDT&limit=1").get(0);

        assertThat(before.path("nextFundingTime").longValue()).isEqualTo(slot);
        assertThat(number(paid.path("fundingRate")))
                .isCloseTo(number(before.path("lastFundingRate")), within(2e-5));
        assertThat(client.json("premiumIndex").size()).isEqualTo(4);
        assertThat(client.json("fundingInfo").size()).isOne();
        assertThat(client.json("fundingInfo").get(0).path("fundingIntervalHours").intValue())
                .isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource({
        "klines?symbol=BTCUSDT&interval=1m&limit=99, 1",
        "klines?symbol=BTCUSDT&interval=1m&limit=100, 2",
        "klines?symbol=BTCUSDT&interval=1m, 5",
        "klines?symbol=BTCUSDT&interval=1m&limit=1000, 5",
        "klines?symbol=BTCUSDT&interval=1m&limit=1500, 10",
        "depth?symbol=BTCUSDT&limit=50, 2",
        "depth?symbol=BTCUSDT&limit=100, 5",
        "depth?symbol=BTCUSDT, 10",
        "depth?symbol=BTCUSDT&limit=1000, 20",
        "aggTrades?symbol=BTCUSDT, 20",
        "trades?symbol=BTCUSDT, 5",
        "premiumIndex?symbol=BTCUSDT, 1",
        "premiumIndex, 10",
        "fundingRate?symbol=BTCUSDT, 0",
        "exchangeInfo, 1",
    })
    void weightsAreThoseOfTheDocumentation(String request, int weight)
            throws IOException, InterruptedException {
        HttpResponse<String> response = client.get(request);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("X-MBX-USED-WEIGHT-1M"))
                .contains(Integer.toString(weight));
    }

    @Test
    void moreThan2400OfWeightIsRefused() throws IOException, InterruptedException {
        for (int i = 0; i < 120; i++) {
            assertThat(client.get("aggTrades?symbol=ETHUSDT&limit=1").statusCode()).isEqualTo(200);
        }
        HttpResponse<String> refused = client.get("ping");

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.body()).contains("current limit is 2400");
        assertThat(spot.get("ping").statusCode()).isEqualTo(200); // another count
    }

    @ParameterizedTest
    @CsvSource({
        "klines?symbol=BTCUSDT&interval=1m&limit=1501, -1130",
        "klines?symbol=BTCUSDT&interval=1s, -1120",
        "klines?symbol=SHIBUSDT&interval=1m, -1121",
        "depth?symbol=BTCUSDT&limit=7, -4021",
        "aggTrades?symbol=BTCUSDT&startTime=1780000000000&endTime=1780003600001, -1127",
        "klines?interval=1m, -1102",
    })
    void refusalsHaveTheirNumbers(String request, int code)
            throws IOException, InterruptedException {
        HttpResponse<String> response = client.get(request);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).startsWith("{\"code\":" + code + ",");
    }

    @Test
    void tradesOfAMinuteSumUpToItsCandle() throws IOException, InterruptedException {
        long minute = NOW / 60_000 * 60_000 - 600_000;
        JsonNode candle =
                client.json("klines?symbol=ETHUSDT&interval=1m&limit=1&startTime=" + minute).get(0);
        BigDecimal volume = BigDecimal.ZERO;
        for (JsonNode trade :
                client.json(
                        "aggTrades?symbol=ETHUSDT&limit=1000&startTime="
                                + minute
                                + "&endTime="
                                + (minute + 59_999))) {
            volume = volume.add(new BigDecimal(trade.path("q").stringValue()));
        }

        assertThat(new BigDecimal(candle.get(5).stringValue())).isEqualByComparingTo(volume);
    }
}
