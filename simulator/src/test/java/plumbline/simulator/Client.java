package plumbline.simulator;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A client as others write them: the JDK's, over a real socket.
public final class Client implements AutoCloseable {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final SimulatorServer server;
    private final String base;

    /// Of Binance spot.
    public Client(SimulatorServer server) {
        this(server, "binance", "/api/v3/");
    }

    /// @param version what stands between the venue's address and all that is asked for
    public Client(SimulatorServer server, String venue, String version) {
        this.server = server;
        this.base = server.venue(venue) + version;
    }

    public String base() {
        return base;
    }

    /// @param what path and query below the base
    public HttpResponse<String> get(String what) throws IOException, InterruptedException {
        return http.send(
                request(base() + what).GET().build(), HttpResponse.BodyHandlers.ofString());
    }

    public JsonNode json(String what) throws IOException, InterruptedException {
        HttpResponse<String> response = get(what);
        if (response.statusCode() != 200) {
            throw new AssertionError(what + ": " + response.statusCode() + " " + response.body());
        }
        return MAPPER.readTree(response.body());
    }

    /// The outermost rows of an answer, as text.
    public List<String> rows(String what) throws IOException, InterruptedException {
        List<String> rows = new ArrayList<>();
        json(what).forEach(row -> rows.add(row.toString()));
        return rows;
    }

    public JsonNode admin(String path) throws IOException, InterruptedException {
        return MAPPER.readTree(
                http.send(
                                request(server.admin() + path).GET().build(),
                                HttpResponse.BodyHandlers.ofString())
                        .body());
    }

    public HttpResponse<String> post(String path, String body)
            throws IOException, InterruptedException {
        return http.send(
                request(server.admin() + path)
                        .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(String address) {
        return HttpRequest.newBuilder(URI.create(address)).timeout(Duration.ofSeconds(20));
    }

    @Override
    public void close() {
        http.close();
    }
}
