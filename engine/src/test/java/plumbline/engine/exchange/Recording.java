package plumbline.engine.exchange;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Recorded traffic of venues, from the folder of test data beside the project; the test is skipped
/// where that is absent.
public final class Recording {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Recording() {}

    /// A file of `protocol/`, unpacked if it is packed.
    public static byte[] bytes(String file) throws IOException {
        Path path =
                Path.of(System.getProperty("plumbline.testdata", ""))
                        .resolve("protocol")
                        .resolve(file);
        assumeTrue(
                Files.exists(path),
                "no recording: set -Dplumbline.testdata to the folder that holds protocol/" + file);
        byte[] bytes = Files.readAllBytes(path);
        if (!file.endsWith(".gz")) {
            return bytes;
        }
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return in.readAllBytes();
        }
    }

    /// The first answer in a session of cryptofeed, whose lines are `address -> time: answer`.
    public static byte[] firstAnswer(String file) throws IOException {
        String session = new String(bytes(file), StandardCharsets.UTF_8);
        int from = session.indexOf(": {", session.indexOf(" -> ")) + 2;
        int to = session.indexOf('\n', from);
        return session.substring(from, to < 0 ? session.length() : to)
                .getBytes(StandardCharsets.UTF_8);
    }

    /// The first recorded answer to a GET of a path, of gocryptotrader's recording.
    public static byte[] route(String path) throws IOException {
        JsonNode all = MAPPER.readTree(bytes("binance/gocryptotrader/http.json.gz"));
        return MAPPER.writeValueAsBytes(
                all.path("routes").path(path).path("GET").path(0).path("data"));
    }
}
