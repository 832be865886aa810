package plumbline.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimulatorCommandTest {
    @TempDir Path home;

    private Ran run(String line) {
        return Ran.in(home, ("simulator --port 0 --admin-port 0 " + line).strip().split(" "));
    }

    @ParameterizedTest
    @CsvSource({
        "--speed 20000, speed must be 0 to 10000",
        "--start yesterday, --start must be a date",
        "--faults nowhere.json, there is no file nowhere.json",
        "--scenario strom, did you mean",
        "--pack nowhere, is no folder",
        "--port 70000, port must be 0 to 65535",
        "--seed x, --seed",
    })
    void wrongUsageIsNamed(String options, String message) {
        Ran ran =
                Ran.in(
                        home,
                        ("simulator " + (options.contains("--port") ? "" : "--port 0 ") + options)
                                .split(" "));

        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.err()).contains(message);
    }

    @Test
    void wrongRulesAreNamedWithTheirFile() throws IOException {
        Path file = Files.writeString(home.resolve("faults.json"), "[{\"id\": \"a\"}]");

        Ran ran = run("--faults " + file);

        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.err()).contains("rule 1: action must be an object").contains("faults.json");
    }

    @Test
    void everyFaultOfAPackIsNamed() throws IOException {
        Path pack = Files.createDirectory(home.resolve("pack"));
        Files.writeString(pack.resolve("SOMETHING.csv"), "time,open,high,low,close,volume\n");
        Files.writeString(pack.resolve("_.csv"), "");

        Ran ran = run("--pack " + pack);

        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.err())
                .contains("SOMETHING", "pack.json", "_.csv", "tells no symbol")
                .contains("nothing was started");
    }

    @Test
    void scenariosAreListed() {
        Ran ran = run("--scenario list");

        assertThat(ran.status()).isZero();
        assertThat(ran.out()).contains("calm", "storm", "limits", "outage", "skew", "418");
        assertThat(run("--scenario list --json").json()).containsKeys("storm", "skew");
    }

    @Test
    void aTakenPortIsSaid() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            Ran ran =
                    Ran.in(
                            home,
                            "simulator",
                            "--port",
                            Integer.toString(taken.getLocalPort()),
                            "--admin-port",
                            "0");

            assertThat(ran.status()).isEqualTo(1);
            assertThat(ran.err()).contains("port " + taken.getLocalPort()).contains("--port");
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void runsUntilItIsToldToEnd() throws IOException, InterruptedException {
        int port = freePort();
        try (OtherCommand command =
                OtherCommand.start(
                        home,
                        "simulator",
                        "--port",
                        Integer.toString(port),
                        "--admin-port",
                        "0",
                        "--start",
                        "2025-06-01",
                        "--speed",
                        "0")) {
            command.hasSaid("the simulated exchange runs");
            URI time = URI.create("http://127.0.0.1:" + port + "/binance/api/v3/time");
            try (InputStream answer = time.toURL().openStream()) {
                // 2025-06-01T00:00:00Z
                assertThat(new String(answer.readAllBytes(), StandardCharsets.UTF_8))
                        .isEqualTo("{\"serverTime\":1748736000000}");
            }

            assertThat(command.terminated()).isLessThan(2_300);
            assertThat(command.status()).isZero();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return any.getLocalPort();
        }
    }
}
