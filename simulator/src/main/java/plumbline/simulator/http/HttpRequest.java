package plumbline.simulator.http;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// One request as it came.
///
/// @param target path and query, still percent-encoded
/// @param path the path alone, still percent-encoded
/// @param parameters of the query, decoded, in the order in which they came; of equal names the
///   last
/// @param headers by name in lower case
/// @param hasFaultyParameter whether a part of the query could not be decoded
public record HttpRequest(
        String method,
        String target,
        String path,
        Map<String, String> parameters,
        Map<String, List<String>> headers,
        byte[] body,
        boolean hasFaultyParameter) {

    /// The first header of a name.
    public Optional<String> header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream().findFirst();
    }

    /// Whether the client takes gzip.
    public boolean acceptsGzip() {
        return headers.getOrDefault("accept-encoding", List.of()).stream()
                .flatMap(value -> List.of(value.split(",")).stream())
                .map(value -> value.strip().toLowerCase(Locale.ROOT))
                .anyMatch(value -> value.matches("(gzip|\\*)(\\s*;\\s*q=(1|0\\.\\d*[1-9]).*)?"));
    }

    /// Whether the client closes the connection after the answer.
    public boolean closes() {
        return header("connection").map(v -> v.equalsIgnoreCase("close")).orElse(false);
    }
}
