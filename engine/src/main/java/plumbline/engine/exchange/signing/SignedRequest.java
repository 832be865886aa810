package plumbline.engine.exchange.signing;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What Binance wants signed, and where the signature goes. Over HTTP it is the query and the body,
/// one behind the other with nothing between, percent-encoded; over a socket it is all parameters
/// sorted by name, `apiKey` among them, as they are.
///
/// Source: binance-spot-api-docs of 2026-07-21, rest-api and web-socket-api, "request security".
///
/// @param query as it is sent, encoded; with the signature if there is no body
/// @param body as it is sent, encoded; with the signature unless it is empty
public record SignedRequest(String query, String body) {
    private static final String SIGNATURE = "signature";

    /// A request over HTTP. The signature is the last parameter of the body, or of the query if
    /// there is no body.
    ///
    /// @param query in the order in which it is sent, not yet encoded
    /// @param body the same; empty if there is none
    /// @throws IllegalArgumentException if there is a signature already
    public static SignedRequest http(
            SequencedMap<String, String> query,
            SequencedMap<String, String> body,
            RequestSigner signer) {
        requireUnsigned(query);
        requireUnsigned(body);
        String head = encoded(query);
        String form = encoded(body);
        String signature = SIGNATURE + "=" + encoded(signer.sign(head + form));
        return form.isEmpty()
                ? new SignedRequest(joined(head, signature), "")
                : new SignedRequest(head, joined(form, signature));
    }

    /// The parameters of a request over a socket, with their signature.
    ///
    /// @param parameters with `apiKey`
    /// @return sorted by name
    /// @throws IllegalArgumentException if there is a signature already, or no `apiKey`
    public static SequencedMap<String, String> socket(
            Map<String, String> parameters, RequestSigner signer) {
        requireUnsigned(parameters);
        if (!parameters.containsKey("apiKey")) {
            throw new IllegalArgumentException("apiKey is signed too, and is missing");
        }
        TreeMap<String, String> sorted = new TreeMap<>(parameters);
        String payload =
                sorted.entrySet().stream()
                        .map(one -> one.getKey() + "=" + one.getValue())
                        .collect(Collectors.joining("&"));
        sorted.put(SIGNATURE, signer.sign(payload));
        return sorted;
    }

    /// Names alone: values may be anything, also of a key.
    private static void requireUnsigned(Map<String, String> parameters) {
        if (parameters.containsKey(SIGNATURE)) {
            throw new IllegalArgumentException(
                    "the parameters " + parameters.keySet() + " are signed already");
        }
    }

    private static String joined(String parameters, String last) {
        return parameters.isEmpty() ? last : parameters + "&" + last;
    }

    private static String encoded(SequencedMap<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(one -> encoded(one.getKey()) + "=" + encoded(one.getValue()))
                .collect(Collectors.joining("&"));
    }

    /// By RFC 3986: Java's own encoder is that of forms, which differs in four signs.
    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }
}
