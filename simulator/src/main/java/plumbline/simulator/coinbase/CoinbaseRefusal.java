package plumbline.simulator.coinbase;

import plumbline.engine.report.Json;
import plumbline.simulator.http.HttpResponse;

/// The venue says no, in its words.
final class CoinbaseRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;

    private CoinbaseRefusal(int status, String message) {
        super(message, null, false, false); // expected: nobody looks at where it came from
        this.status = status;
    }

    static CoinbaseRefusal notFound() {
        return new CoinbaseRefusal(404, "NotFound");
    }

    static CoinbaseRefusal granularity() {
        return new CoinbaseRefusal(400, "Unsupported granularity");
    }

    static CoinbaseRefusal tooMany() {
        return new CoinbaseRefusal(
                400,
                "granularity too small for the requested time range. Count of aggregations requested"
                        + " exceeds 300");
    }

    static CoinbaseRefusal invalid(String parameter) {
        return new CoinbaseRefusal(400, "Invalid " + parameter);
    }

    HttpResponse response() {
        return response(status, String.valueOf(getMessage()));
    }

    static HttpResponse response(int status, String message) {
        return HttpResponse.json(status, "{\"message\":" + Json.text(message) + "}");
    }
}
