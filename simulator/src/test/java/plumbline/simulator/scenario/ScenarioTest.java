package plumbline.simulator.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import plumbline.simulator.Client;
import plumbline.simulator.SimulatorServer;
import plumbline.simulator.SimulatorSettings;

class ScenarioTest {
    private static final long NOW = Instant.parse("2025-06-01T12:00:00Z").toEpochMilli();

    private static SimulatorServer started(Scenario scenario) throws IOException {
        return SimulatorServer.start(SimulatorSettings.standing(7, NOW).with(scenario));
    }

    @Test
    void limitsEndInABan() throws Exception {
        try (SimulatorServer server = started(Scenario.LIMITS);
                Client client = new Client(server)) {
            List<Integer> statuses = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                statuses.add(client.get("exchangeInfo").statusCode());
            }

            assertThat(statuses.subList(0, 15)).containsOnly(200);
            assertThat(statuses.subList(15, 20)).containsExactly(429, 429, 429, 418, 418);
        }
    }

    @Test
    void anOutageEnds() throws Exception {
        try (SimulatorServer server = started(Scenario.OUTAGE);
                Client client = new Client(server)) {
            assertThat(client.get("ping").statusCode()).isEqualTo(200);
            seek(client, NOW + 10_000);
            assertThat(client.get("ping").statusCode()).isEqualTo(503);
            seek(client, NOW + 30_000);
            assertThat(client.get("ping").statusCode()).isEqualTo(200);
        }
    }

    private static void seek(Client client, long to) throws Exception {
        assertThat(client.post("/seek", "{\"time\": " + to + "}").statusCode()).isEqualTo(200);
    }

    @Test
    void theClockIsWrong() throws Exception {
        try (SimulatorServer server = started(Scenario.SKEW);
                Client client = new Client(server)) {
            assertThat(client.json("time").get("serverTime").asLong()).isEqualTo(NOW - 2_500);
            client.post("/scenario/calm", "");
            assertThat(client.json("time").get("serverTime").asLong()).isEqualTo(NOW);
            assertThat(client.admin("/state").get("scenario").asString()).isEqualTo("calm");
        }
    }

    @Test
    void aStormGoesTheSameWayAgain() throws Exception {
        List<String> first = storm();

        assertThat(first)
                .anyMatch(line -> line.contains("storm-ban"))
                .anyMatch(line -> line.contains("storm-reset-after"))
                .anyMatch(line -> line.contains("storm-garbage"))
                .anyMatch(line -> line.contains("storm-gap"))
                .isEqualTo(storm());
    }

    private static List<String> storm() throws Exception {
        try (SimulatorServer server = started(Scenario.STORM);
                Client client = new Client(server)) {
            for (int i = 0; i < 100; i++) {
                try {
                    client.get("klines?symbol=BTCUSDT&interval=1m&limit=20");
                } catch (IOException e) {
                    // what the connection breaks of is in the journal
                    assertThat(e).isNotNull();
                }
            }
            List<String> faults = new ArrayList<>();
            client.admin("/journal")
                    .get("entries")
                    .forEach(entry -> faults.add(entry.get("status") + " " + entry.get("fault")));
            return faults;
        }
    }

    @Test
    void whatThereIsNotIsNamed() throws Exception {
        assertThatThrownBy(() -> Scenario.of("strom")).hasMessageContaining("storm");
        try (SimulatorServer server = started(Scenario.CALM);
                Client client = new Client(server)) {
            HttpResponse<String> answer = client.post("/scenario/strom", "");
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).contains("storm");
            assertThat(client.post("/seek", "{}").statusCode()).isEqualTo(400);
        }
    }
}
