package plumbline.simulator.kraken;

import static org.assertj.core.api.Assertions.assertThat;

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

class KrakenTest {
    /// 2026-06-01T10:20:30.500Z.
    private static final long NOW = 1_780_309_230_500L;

    private static final long MINUTE = NOW / 60_000 * 60;

    private SimulatorServer server;
    private Client client;

    @BeforeEach
    void start() throws IOException {
        server = SimulatorServer.start(SimulatorSettings.standing(1, NOW));
        client = new Client(server, "kraken", "/0/public/");
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    private JsonNode result(String what) throws IOException, InterruptedException {
        JsonNode answer = client.json(what);
        assertThat(answer.path("error").size()).as(what + answer.path("error")).isZero();
        return answer.path("result");
    }

    private void goTo(long ms) throws IOException, InterruptedException {
        client.post("/clock", "{\"time\": " + ms + "}");
    }

    @Test
    void theTimeAndTheStatusAreTold() throws IOException, InterruptedException {
        assertThat(client.get("Time").body())
                .isEqualTo(
                        "{\"error\":[],\"result\":{\"unixtime\":1780309230,"
                                + "\"rfc1123\":\"Mon, 01 Jun 26 10:20:30 +0000\"}}");
        assertThat(result("SystemStatus").path("status").stringValue()).isEqualTo("online");
    }

    @Test
    void pairsHaveTheirNamesAndOneIsDark() throws IOException, InterruptedException {
        JsonNode pairs = result("AssetPairs");

        assertThat(pairs.propertyNames())
                .containsExactly(
                        "DOGEUR",
                        "XBTUSDT",
                        "XDGUSD",
                        "XETHXXBT",
                        "XETHZUSD",
                        "XXBTZUSD",
                        "XXBTZUSD.d");
        JsonNode bitcoin = pairs.path("XXBTZUSD");
        assertThat(bitcoin.path("altname").stringValue()).isEqualTo("XBTUSD");
        assertThat(bitcoin.path("wsname").stringValue()).isEqualTo("XBT/USD");
        assertThat(bitcoin.path("base").stringValue()).isEqualTo("XXBT");
        assertThat(bitcoin.path("quote").stringValue()).isEqualTo("ZUSD");
        assertThat(bitcoin.path("tick_size").stringValue()).isEqualTo("0.1");
        assertThat(bitcoin.path("ordermin").stringValue()).isEqualTo("0.00005");
        assertThat(pairs.path("XXBTZUSD.d").has("wsname")).isFalse();
        assertThat(pairs.path("DOGEUR").path("base").stringValue()).isEqualTo("DOG");
        assertThat(result("AssetPairs?pair=XBTUSD,XDG/USD").propertyNames())
                .containsExactly("XDGUSD", "XXBTZUSD");
        assertThat(result("Assets?asset=XBT").path("XXBT").path("altname").stringValue())
                .isEqualTo("XBT");
    }

    @Test
    void candlesAreTheNewestAndEachMinuteHasOne() throws IOException, InterruptedException {
        JsonNode result = result("OHLC?pair=DOGEUR&interval=1&since=1");
        JsonNode rows = result.path("DOGEUR");

        assertThat(rows.size()).isEqualTo(720);
        int quiet = 0;
        for (int i = 0; i < 720; i++) {
            JsonNode row = rows.get(i);
            assertThat(row.get(0).longValue()).isEqualTo(MINUTE - (719 - i) * 60L);
            if (row.get(7).intValue() == 0) {
                quiet++;
                assertThat(row.get(5).stringValue()).isEqualTo("0.000000");
                assertThat(row.get(6).stringValue()).isEqualTo("0.00000000");
                assertThat(row.get(4)).isEqualTo(row.get(1));
                assertThat(i == 0 ? row.get(4) : rows.get(i - 1).get(4)).isEqualTo(row.get(1));
            } else {
                assertThat(new BigDecimal(row.get(5).stringValue()))
                        .isBetween(
                                new BigDecimal(row.get(3).stringValue()),
                                new BigDecimal(row.get(2).stringValue()));
            }
        }
        assertThat(quiet).isBetween(100, 600);
        assertThat(result.path("last").longValue()).isEqualTo(MINUTE - 60);
    }

    @Test
    void sinceIsExclusiveAndTheOpenCandleAlwaysThere() throws IOException, InterruptedException {
        JsonNode rows = result("OHLC?pair=XBT/USD&since=" + (MINUTE - 300)).path("XXBTZUSD");

        assertThat(rows.size()).isEqualTo(5);
        assertThat(rows.get(0).get(0).longValue()).isEqualTo(MINUTE - 240);
        assertThat(result("OHLC?pair=XXBTZUSD&since=1999999999").path("XXBTZUSD").size()).isOne();
    }

    @ParameterizedTest
    @CsvSource({"5", "60", "1440", "10080", "21600"})
    void longerCandlesAreOnTheirGrid(long minutes) throws IOException, InterruptedException {
        JsonNode rows = result("OHLC?pair=XBTUSD&interval=" + minutes).path("XXBTZUSD");

        // weeks begin on Monday: 1970-01-05
        long origin = minutes == 10_080 ? 4 * 86_400 : 0;
        rows.forEach(
                row -> assertThat((row.get(0).longValue() - origin) % (minutes * 60)).isZero());
        assertThat(rows.size()).isLessThanOrEqualTo(720).isGreaterThan(100);
    }

    /// Half a day of a pair with 1800 trades a day.
    @Test
    void pagesOfTradesMeetAndSumUpToTheCandles() throws IOException, InterruptedException {
        long fromSeconds = MINUTE - 43_200;
        String since = (fromSeconds * 1_000_000_000L - 1) + "";
        List<JsonNode> trades = new ArrayList<>();
        while (true) {
            JsonNode result = result("Trades?pair=XDGUSD&count=100&since=" + since);
            result.path("XDGUSD").forEach(trades::add);
            since = result.path("last").stringValue();
            if (result.path("XDGUSD").size() < 100) {
                break;
            }
            client.post("/reset", ""); // the count of requests, too
        }
        BigDecimal volume = BigDecimal.ZERO;
        long count = 0;
        JsonNode candles = result("OHLC?pair=XDGUSD&since=" + (fromSeconds - 1)).path("XDGUSD");
        for (JsonNode candle : candles) {
            volume = volume.add(new BigDecimal(candle.get(6).stringValue()));
            count += candle.get(7).longValue();
        }

        // 720 candles are of the last 720 minutes; trades begin one minute earlier
        trades.removeIf(t -> t.get(2).doubleValue() < candles.get(0).get(0).longValue());
        assertThat(trades).hasSize((int) count);
        assertThat(
                        trades.stream()
                                .map(t -> new BigDecimal(t.get(1).stringValue()))
                                .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(volume);
        for (int i = 1; i < trades.size(); i++) {
            assertThat(trades.get(i).get(6).longValue())
                    .isEqualTo(trades.get(i - 1).get(6).longValue() + 1);
        }
    }

    @Test
    void withoutSinceTheNewestTradesAndTheBook() throws IOException, InterruptedException {
        JsonNode trades = result("Trades?pair=XBTUSD").path("XXBTZUSD");
        JsonNode book = result("Depth?pair=XBTUSD&count=3").path("XXBTZUSD");

        assertThat(trades.size()).isEqualTo(1000);
        assertThat(trades.get(999).get(2).doubleValue()).isLessThan(NOW / 1000.0);
        assertThat(trades.get(999).get(0).stringValue()).matches("\\d+\\.\\d0000");
        assertThat(trades.get(999).get(3).stringValue()).matches("[bs]");
        assertThat(book.path("asks").size()).isEqualTo(3);
        assertThat(book.path("bids").get(0).toString())
                .matches("\\[\"\\d+\\.\\d0000\",\"\\d+\\.\\d{3}\",\\d{10}\\]");
        assertThat(new BigDecimal(book.path("asks").get(0).get(0).stringValue()))
                .isGreaterThan(new BigDecimal(book.path("bids").get(0).get(0).stringValue()));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "OHLC?pair=XXBTZUSD.d, EQuery:Unknown asset pair",
                "Trades?pair=NONE, EQuery:Unknown asset pair",
                "Depth, EGeneral:Invalid arguments",
                "OHLC?pair=XBTUSD&interval=2, EGeneral:Invalid arguments",
                "Trades?pair=XBTUSD&since=x, EGeneral:Invalid arguments",
                "Assets?asset=NONE, EQuery:Unknown asset",
                "Nothing, EGeneral:Unknown method",
            })
    void refusalsHaveStatus200(String request, String error)
            throws IOException, InterruptedException {
        HttpResponse<String> response = client.get(request);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("{\"error\":[\"" + error + "\"]}");
    }

    @Test
    void tooManyRequestsAreRefusedUntilTimePasses() throws IOException, InterruptedException {
        for (int i = 0; i < 15; i++) {
            result("Time");
        }

        assertThat(client.get("Time").body())
                .isEqualTo("{\"error\":[\"EAPI:Rate limit exceeded\"]}");
        goTo(NOW + 1000);
        result("Time");
        assertThat(client.get("Time").body()).contains("EAPI:Rate limit exceeded");
    }

    @Test
    void faultsSpeakTheVenuesWords() throws IOException, InterruptedException {
        client.post(
                "/faults",
                """
                [{"id": "busy", "match": {"symbol": "XBTUSD"}, "action": {"type": "status", "status": 500}}]\
                """);

        HttpResponse<String> response = client.get("OHLC?pair=XBTUSD");

        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(response.body()).isEqualTo("{\"error\":[\"EService:Unavailable\"]}");
        assertThat(client.get("OHLC?pair=ETHUSD").statusCode()).isEqualTo(200);
    }

    @Test
    void rowsWithinAnAnswerCanBeMissing() throws IOException, InterruptedException {
        String sound = client.get("OHLC?pair=XBTUSD").body();
        client.post(
                "/faults",
                """
                [{"id": "thin", "match": {"path": "OHLC"}, "action": {"type": "rows-missing"}}]\
                """);

        JsonNode result = result("OHLC?pair=XBTUSD");

        // of 720 the third, the seventh and so on: 180
        assertThat(result.path("XXBTZUSD").size()).isEqualTo(540);
        assertThat(result.path("last").longValue()).isEqualTo(MINUTE - 60);
        assertThat(sound).contains(result.path("XXBTZUSD").get(539).get(1).stringValue());
    }
}
