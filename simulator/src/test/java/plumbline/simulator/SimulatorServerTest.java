package plumbline.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The whole: start, end, the admin interface, and that runs repeat.
class SimulatorServerTest {
    /// 2026-06-01T00:00:00Z.
    private static final long NOW = 1_780_272_000_000L;

    private static final String UNLUCKY =
            """
            [{"id": "busy", "when": {"probability": 0.2}, "action": {"type": "status", "status": 503}},
             {"id": "cut", "match": {"path": "klines"}, "when": {"probability": 0.3}, "action": {"type": "malformed-json"}}]\
            """;

    private static String story(long seed) throws IOException, InterruptedException {
        StringBuilder story = new StringBuilder();
        try (SimulatorServer server =
                        SimulatorServer.start(
                                SimulatorSettings.standing(seed, NOW).withFaults(UNLUCKY));
                Client client = new Client(server)) {
            for (int i = 0; i < 60; i++) {
                client.post("/clock", "{\"time\": " + (NOW + i * 7_000L) + "}");
                HttpResponse<String> response =
                        client.get(
                                i % 3 == 0
                                        ? "depth?symbol=BTCUSDT&limit=5"
                                        : "klines?symbol=ETHUSDT&interval=5m&limit=3");
                story.append(response.statusCode()).append(response.body()).append('\n');
            }
            story.append(client.admin("/journal"));
        }
        return story.toString();
    }

    @Test
    void theSameSeedAndRequestsGiveTheSameAnswersAndJournal()
            throws IOException, InterruptedException {
        String one = story(7);

        assertThat(story(7)).isEqualTo(one).contains("\"busy\"").contains("\"cut\"");
        assertThat(story(8)).isNotEqualTo(one);
    }

    @Test
    void resetBringsBackTheStart() throws IOException, InterruptedException {
        try (SimulatorServer server = SimulatorServer.start(SimulatorSettings.standing(1, NOW));
                Client client = new Client(server)) {
            client.post("/clock", "{\"time\": 1, \"skewMs\": 9, \"paused\": true, \"speed\": 2}");
            client.post("/faults", UNLUCKY);
            client.get("ping");

            client.post("/reset", "");

            assertThat(client.admin("/state").path("timeMs").longValue()).isEqualTo(NOW);
            assertThat(client.admin("/state").path("faults").size()).isZero();
            assertThat(client.admin("/journal").path("entries").size()).isZero();
            assertThat(client.json("time").path("serverTime").longValue()).isEqualTo(NOW);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/clock {\"sped\": 1}",
                "/clock {\"speed\": -1}",
                "/clock {\"time\": \"yesterday\"}",
                "/clock []",
                "/faults {",
            })
    void whatCannotBeUsedIsRefusedAndChangesNothing(String request)
            throws IOException, InterruptedException {
        String[] words = request.split(" ", 2);
        try (SimulatorServer server = SimulatorServer.start(SimulatorSettings.standing(1, NOW));
                Client client = new Client(server)) {
            HttpResponse<String> response = client.post(words[0], words[1]);

            assertThat(response.statusCode()).isEqualTo(400);
            assertThat(response.body()).contains("error");
            assertThat(client.admin("/state").path("timeMs").longValue()).isEqualTo(NOW);
        }
    }

    @Test
    @Timeout(60)
    void nothingIsLeftOpenWhenItCloses() throws IOException {
        String rules =
                """
                [{"id": "mute", "match": {"path": "ping"}, "action": {"type": "never-answer"}},
                 {"id": "late", "match": {"path": "time"}, "action": {"type": "latency", "ms": 600000}}]\
                """;
        SimulatorSettings settings = SimulatorSettings.standing(1, NOW).withFaults(rules);
        for (int round = 0; round < 5; round++) {
            SimulatorServer server = SimulatorServer.start(settings);
            int port = server.venue("binance").getPort();
            List<Socket> sockets = new ArrayList<>();
            for (int i = 0; i < 30; i++) {
                Socket socket = new Socket("127.0.0.1", port);
                String path = List.of("ping", "time", "depth?symbol=BTCUSDT").get(i % 3);
                socket.getOutputStream()
                        .write(
                                ("GET /binance/api/v3/" + path + " HTTP/1.1\r\nHost: x\r\n\r\n")
                                        .getBytes(StandardCharsets.US_ASCII));
                sockets.add(socket);
            }

            server.close(); // fails if a thread is left

            assertThatThrownBy(() -> new Socket("127.0.0.1", port).close())
                    .isInstanceOf(ConnectException.class);
            for (Socket socket : sockets) {
                socket.close();
            }
            settings = at(port, settings); // the port is free again
        }
    }

    private static SimulatorSettings at(int port, SimulatorSettings s) {
        return new SimulatorSettings(
                port, 0, s.seed(), s.startMs(), s.speed(), s.limited(), s.faultRules());
    }

    @Test
    void aTakenPortIsNamedAndNothingStaysOpen() throws IOException {
        try (SimulatorServer first = SimulatorServer.start(SimulatorSettings.standing(1, NOW))) {
            int taken = first.admin().getPort();
            SimulatorSettings settings =
                    new SimulatorSettings(0, taken, 1, NOW, 0, true, SimulatorSettings.NO_FAULTS);

            assertThatThrownBy(() -> SimulatorServer.start(settings))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("port " + taken);
        }
    }

    @Test
    void whatIsNoRequestIsRefusedAndTheNextConnectionIsServed()
            throws IOException, InterruptedException {
        try (SimulatorServer server = SimulatorServer.start(SimulatorSettings.standing(1, NOW));
                Client client = new Client(server)) {
            for (String bad :
                    List.of(
                            "HELLO\r\n\r\n",
                            "GET / HTTP/1.1\r\nno colon\r\n\r\n",
                            "POST / HTTP/1.1\r\nContent-Length: many\r\n\r\n",
                            "GET /" + "x".repeat(20_000) + " HTTP/1.1\r\n\r\n")) {
                try (RawClient raw = new RawClient(server)) {
                    assertThat(raw.send(bad).head()).matches("(?s)HTTP/1.1 4.*|");
                }
            }
            assertThat(client.get("ping").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void addressesAreOfLoopback() throws IOException {
        try (SimulatorServer server = SimulatorServer.start(SimulatorSettings.standing(1, NOW))) {
            assertThat(server.venues().values()).extracting(URI::getHost).containsOnly("127.0.0.1");
            assertThat(server.admin().getPath()).isEqualTo("/__sim");
        }
    }
}
