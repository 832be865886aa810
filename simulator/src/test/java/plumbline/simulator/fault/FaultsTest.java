package plumbline.simulator.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plumbline.simulator.Client;
import plumbline.simulator.RawClient;
import plumbline.simulator.RawClient.Got;
import plumbline.simulator.SimulatorServer;
import plumbline.simulator.SimulatorSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Each fault, as a bare socket sees it.
class FaultsTest {
    /// 2026-06-01T00:00:00Z.
    private static final long NOW = 1_780_272_000_000L;

    private static final String KLINES = "klines?symbol=BTCUSDT&interval=1m&limit=12";
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private static SimulatorServer server(String rules) throws IOException {
        return SimulatorServer.start(SimulatorSettings.standing(1, NOW).withFaults(rules));
    }

    private static String rule(String action) {
        return "[{\"id\": \"broken\", \"match\": {\"path\": \"klines$\"}, \"action\": "
                + action
                + "}]";
    }

    private static Got got(String action) throws IOException {
        try (SimulatorServer server = server(rule(action));
                RawClient client = new RawClient(server)) {
            return client.get(KLINES);
        }
    }

    private static String sound() throws IOException {
        try (SimulatorServer server = server("[]");
                RawClient client = new RawClient(server)) {
            return client.get(KLINES).text();
        }
    }

    private static List<String> rows(String text) {
        List<String> rows = new ArrayList<>();
        MAPPER.readTree(text).forEach(row -> rows.add(row.toString()));
        return rows;
    }

    @Test
    void withoutAFaultTheConnectionStaysOpen() throws IOException {
        try (SimulatorServer server = server("[]");
                RawClient client = new RawClient(server)) {
            Got one = client.get(KLINES);
            Got two = client.get(KLINES);

            assertThat(one.head()).startsWith("HTTP/1.1 200 OK\r\n");
            assertThat(one.end()).isEqualTo("open");
            assertThat(one.length()).isEqualTo(one.body().length);
            assertThat(two.text()).isEqualTo(one.text());
        }
    }

    @Test
    void anAnswerIsPackedIfTheClientTakesIt() throws IOException {
        try (SimulatorServer server = server("[]");
                RawClient client = new RawClient(server)) {
            Got packed = client.get(KLINES, "Accept-Encoding: deflate, gzip");
            Got plain = client.get(KLINES, "Accept-Encoding: gzip;q=0");

            assertThat(packed.head()).contains("Content-Encoding: gzip");
            String unpacked =
                    new String(
                            new GZIPInputStream(new ByteArrayInputStream(packed.body()))
                                    .readAllBytes());
            assertThat(unpacked).isEqualTo(plain.text()).isEqualTo(sound());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "429, -1003",
        "418, -1003",
        "403, <h1>403 Forbidden</h1>",
        "500, -1000",
        "502, <h1>502 Bad Gateway</h1>",
        "503, <h1>503",
        "504, <h1>504"
    })
    void statuses(int status, String within) throws IOException {
        Got got = got("{\"type\": \"status\", \"status\": " + status + ", \"retryAfter\": 7}");

        assertThat(got.head()).startsWith("HTTP/1.1 " + status + " ").contains("Retry-After: 7");
        assertThat(got.text()).contains(within);
    }

    @Test
    void latencyDelaysAndChangesNothing() throws IOException {
        Got got = got("{\"type\": \"latency\", \"ms\": 300}");

        assertThat(got.elapsedMs()).isGreaterThanOrEqualTo(300);
        assertThat(got.text()).isEqualTo(sound());
    }

    @Test
    void neverAnswerSaysNothingAndKeepsTheConnection() throws IOException {
        Got got = got("{\"type\": \"never-answer\"}");

        assertThat(got.body()).isEmpty();
        assertThat(got.end()).isEqualTo("open");
    }

    /// 12 rows are about 2000 bytes: half a second at 4000 bytes a second.
    @Test
    void aSlowBodyComesWholeButLate() throws IOException {
        Got got = got("{\"type\": \"slow-body\", \"bytesPerSecond\": 4000}");

        assertThat(got.text()).isEqualTo(sound());
        assertThat(got.elapsedMs()).isGreaterThan(400);
    }

    @Test
    void aTruncatedBodyEndsTheConnection() throws IOException {
        Got got = got("{\"type\": \"truncated-body\", \"part\": 0.25}");

        assertThat(got.end()).isEqualTo("closed");
        assertThat(got.body().length).isEqualTo(got.length() / 4);
    }

    @ParameterizedTest
    @CsvSource({"100", "-50"})
    void aWrongLengthIsNotTheBodys(int bytes) throws IOException {
        Got got = got("{\"type\": \"wrong-length\", \"bytes\": " + bytes + "}");

        assertThat(got.length()).isEqualTo(got.body().length + bytes);
        assertThat(got.text()).isEqualTo(sound());
        assertThat(got.end()).isEqualTo("closed");
    }

    @Test
    void gzipGarbageCannotBeUnpacked() throws IOException {
        Got got = got("{\"type\": \"gzip-garbage\"}");

        assertThat(got.head()).contains("Content-Encoding: gzip");
        assertThatThrownBy(() ->
                        new GZIPInputStream(new ByteArrayInputStream(got.body())).readAllBytes())
                .isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "connect, 0, ''",
        "request, 0, /binance/api/v3/" + KLINES,
        "reply, 2, /binance/api/v3/" + KLINES
    })
    void aResetIsAResetAndWhatWasExecutedCounts(String stage, int weight, String target)
            throws IOException, InterruptedException {
        String rules =
                stage.equals("connect")
                        ? "[{\"id\": \"broken\", \"action\": {\"type\": \"reset\", \"stage\": \"connect\"}}]"
                        : rule("{\"type\": \"reset\", \"stage\": \"" + stage + "\"}");
        try (SimulatorServer server = server(rules);
                RawClient raw = new RawClient(server);
                Client client = new Client(server)) {
            Got got = raw.get(KLINES);

            assertThat(got.end()).isEqualTo("reset");
            assertThat(got.body()).isEmpty();
            JsonNode entry = client.admin("/journal").path("entries").path(0);
            assertThat(entry.path("weight").intValue()).isEqualTo(weight);
            assertThat(entry.path("target").stringValue()).isEqualTo(target);
            assertThat(entry.path("status").intValue()).isZero();
            assertThat(entry.path("fault").stringValue()).isEqualTo("broken");
        }
    }

    @Test
    void malformedJsonBreaksOffWithin() throws IOException {
        Got got = got("{\"type\": \"malformed-json\"}");

        assertThat(got.length()).isEqualTo(got.body().length);
        assertThat(sound()).startsWith(got.text()).isNotEqualTo(got.text());
    }

    @Test
    void extraFieldsAreAdded() throws IOException {
        Got got = got("{\"type\": \"extra-fields\"}");

        MAPPER.readTree(got.text())
                .forEach(row ->
                        assertThat(row.get(row.size() - 1).stringValue()).isEqualTo("extra"));
        assertThat(
                        new String(
                                BodyDamage.done(
                                        "{\"a\":{},\"b\":[]}".getBytes(),
                                        FaultAction.Kind.EXTRA_FIELDS)))
                .isEqualTo(
                        "{\"unknownField\":{\"nested\":[1,null]},\"a\":{\"unknownField\":null},\"b\":[]}");
    }

    @Test
    void numbersComeAsStrings() throws IOException {
        Got got = got("{\"type\": \"numbers-as-strings\"}");

        MAPPER.readTree(got.text())
                .forEach(row -> row.forEach(value -> assertThat(value.isString()).isTrue()));
        assertThat(got.text().replace("\"", "")).isEqualTo(sound().replace("\"", ""));
        assertThat(
                        new String(
                                BodyDamage.done(
                                        "{\"a1\":-1.5e3,\"b\":true,\"c\":[0]}".getBytes(),
                                        FaultAction.Kind.NUMBERS_AS_STRINGS)))
                .isEqualTo("{\"a1\":\"-1.5e3\",\"b\":true,\"c\":[\"0\"]}");
    }

    @Test
    void rowsAreLostDoubledOrMixedUp() throws IOException {
        List<String> rows = rows(sound());

        List<String> missing = rows(got("{\"type\": \"rows-missing\"}").text());
        List<String> doubled = rows(got("{\"type\": \"rows-duplicated\"}").text());
        List<String> mixed = rows(got("{\"type\": \"rows-unsorted\"}").text());

        assertThat(rows).hasSize(12);
        assertThat(missing).hasSize(9).isSubsetOf(rows).contains(rows.getFirst(), rows.getLast());
        assertThat(doubled).hasSize(16).containsAll(rows);
        assertThat(mixed).hasSameElementsAs(rows).isNotEqualTo(rows);
        assertThat(got("{\"type\": \"empty-array\"}").text()).isEqualTo("[]");
    }

    @Test
    void conditionsChooseTheRequests() throws IOException, InterruptedException {
        String rules =
                """
                [{"id": "third", "match": {"path": "/time$"}, "when": {"nth": 3}, "action": {"type": "status", "status": 500}},
                 {"id": "even", "match": {"symbol": "ETHBTC"}, "when": {"every": 2, "max": 2}, "action": {"type": "status", "status": 503}},
                 {"id": "later", "match": {"method": "get", "path": "ping"}, "when": {"from": "2026-06-01T01:00:00Z", "until": 1780279200000}, "action": {"type": "status", "status": 504}}]\
                """;
        try (SimulatorServer server = server(rules);
                Client client = new Client(server)) {
            assertThat(statuses(client, "time", 4)).containsExactly(200, 200, 500, 200);
            assertThat(statuses(client, "depth?symbol=ETHBTC", 7))
                    .containsExactly(200, 503, 200, 503, 200, 200, 200);
            assertThat(statuses(client, "ping", 1)).containsExactly(200);
            client.post("/clock", "{\"time\": \"2026-06-01T01:00:00Z\"}");
            assertThat(statuses(client, "ping", 1)).containsExactly(504);
            client.post("/clock", "{\"time\": \"2026-06-01T02:00:00Z\"}");
            assertThat(statuses(client, "ping", 1)).containsExactly(200);
            assertThat(client.admin("/state").path("faults").path(1).path("hits").intValue())
                    .isEqualTo(2);
        }
    }

    private static List<Integer> statuses(Client client, String what, int times)
            throws IOException, InterruptedException {
        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            statuses.add(client.get(what).statusCode());
        }
        return statuses;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|must be an array",
                "[{\"id\": \"a\"}]|rule 1: action must be an object",
                "[{\"id\": \"a\", \"action\": {\"type\": \"latncy\"}}]|did you mean latency",
                "[{\"id\": \"a\", \"action\": {\"type\": \"latency\"}}]|ms must be 0 to 600000",
                "[{\"id\": \"a\", \"wen\": {}, \"action\": {\"type\": \"latency\", \"ms\": 1}}]|no field 'wen'; did you mean when",
                "[{\"id\": \"a\", \"match\": {\"path\": \"(\"}, \"action\": {\"type\": \"never-answer\"}}]|path must be a regular expression",
                "[{\"id\": |line 1, column",
            })
    void wrongRulesAreNamed(String rules, String message) {
        assertThatThrownBy(() -> server(rules))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }
}
