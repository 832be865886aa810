package plumbline.simulator.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads one request after the other from a connection.
///
/// Not thread-safe.
final class RequestReader {
    private static final int LONGEST_LINE = 16_384;
    private static final int MOST_HEADERS = 100;
    private static final int LARGEST_BODY = 4 << 20;

    private final InputStream in;

    /// @param in buffered
    RequestReader(InputStream in) {
        this.in = in;
    }

    /// The next request; `null` if the client has closed the connection instead.
    ///
    /// @throws BadRequestException if it is no request, or too large
    @Nullable HttpRequest next() throws IOException {
        String line = line();
        if (line == null) {
            return null;
        }
        String[] words = line.split(" ");
        if (words.length != 3 || !words[2].startsWith("HTTP/1.")) {
            throw new BadRequestException(400, "no request line: '" + line + "'");
        }
        Map<String, List<String>> headers = headers();
        byte[] body = body(headers);
        return request(words[0], words[1], headers, body);
    }

    private static HttpRequest request(
            String method, String target, Map<String, List<String>> headers, byte[] body) {
        int mark = target.indexOf('?');
        String path = mark < 0 ? target : target.substring(0, mark);
        Map<String, String> parameters = new LinkedHashMap<>();
        boolean faulty = false;
        if (mark >= 0) {
            for (String part : target.substring(mark + 1).split("&")) {
                faulty |= !addParameter(part, parameters);
            }
        }
        return new HttpRequest(method, target, path, parameters, headers, body, faulty);
    }

    private static boolean addParameter(String part, Map<String, String> parameters) {
        if (part.isEmpty()) {
            return true;
        }
        int equals = part.indexOf('=');
        try {
            String name = equals < 0 ? part : part.substring(0, equals);
            String value = equals < 0 ? "" : part.substring(equals + 1);
            parameters.put(
                    URLDecoder.decode(name, StandardCharsets.UTF_8),
                    URLDecoder.decode(value, StandardCharsets.UTF_8));
            return true;
        } catch (IllegalArgumentException e) { // a percent sign without two digits behind it
            return false;
        }
    }

    private Map<String, List<String>> headers() throws IOException {
        Map<String, List<String>> headers = new HashMap<>();
        for (int n = 0; ; n++) {
            String line = line();
            if (line == null) {
                throw new EOFException("the connection ended within a request");
            }
            if (line.isEmpty()) {
                return headers;
            }
            int colon = line.indexOf(':');
            if (colon <= 0) {
                throw new BadRequestException(400, "no header: '" + line + "'");
            }
            if (n >= MOST_HEADERS) {
                throw new BadRequestException(431, "more than " + MOST_HEADERS + " headers");
            }
            headers.computeIfAbsent(
                            line.substring(0, colon).toLowerCase(Locale.ROOT),
                            _ -> new ArrayList<>(1))
                    .add(line.substring(colon + 1).strip());
        }
    }

    private byte[] body(Map<String, List<String>> headers) throws IOException {
        if (headers.containsKey("transfer-encoding")) {
            throw new BadRequestException(411, "a body needs a Content-Length here");
        }
        String length = headers.getOrDefault("content-length", List.of("0")).getFirst();
        if (!length.matches("\\d{1,9}")) {
            throw new BadRequestException(400, "no length of a body: '" + length + "'");
        }
        int bytes = Integer.parseInt(length);
        if (bytes > LARGEST_BODY) {
            throw new BadRequestException(413, "a body of more than " + LARGEST_BODY + " bytes");
        }
        byte[] body = in.readNBytes(bytes);
        if (body.length < bytes) {
            throw new EOFException("the connection ended within a body");
        }
        return body;
    }

    private @Nullable String line() throws IOException {
        StringBuilder line = new StringBuilder(128);
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                return null;
            }
            if (line.length() >= LONGEST_LINE) {
                throw new BadRequestException(431, "a line of more than " + LONGEST_LINE);
            }
            line.append((char) b);
        }
        int last = line.length() - 1;
        if (last >= 0 && line.charAt(last) == '\r') {
            line.setLength(last);
        }
        return line.toString();
    }
}
