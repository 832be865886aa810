package plumbline.simulator.binance;

import plumbline.engine.report.Json;
import plumbline.simulator.http.HttpResponse;
import plumbline.simulator.http.WireText;

/// The venue says no to a request, with its number and its words.
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int code;

    private Refusal(int code, String message) {
        super(message, null, false, false); // expected: nobody looks at where it came from
        this.code = code;
    }

    static Refusal illegal(String parameter, String range) {
        return new Refusal(
                -1100,
                "Illegal characters found in parameter '"
                        + parameter
                        + "'; legal range is '"
                        + range
                        + "'.");
    }

    static Refusal undecodable() {
        return new Refusal(-1100, "Illegal characters found in a parameter.");
    }

    static Refusal mandatory(String parameter) {
        return new Refusal(
                -1102,
                "Mandatory parameter '"
                        + parameter
                        + "' was not sent, was empty/null, or malformed.");
    }

    static Refusal empty(String parameter) {
        return new Refusal(-1105, "Parameter '" + parameter + "' was empty.");
    }

    static Refusal interval() {
        return new Refusal(-1120, "Invalid interval.");
    }

    static Refusal symbol() {
        return new Refusal(-1121, "Invalid symbol.");
    }

    static Refusal combination() {
        return new Refusal(-1128, "Combination of optional parameters invalid.");
    }

    static Refusal invalid(String parameter) {
        return new Refusal(-1130, "Data sent for parameter '" + parameter + "' is not valid.");
    }

    static Refusal lookupInterval() {
        return new Refusal(-1127, "More than 1 hours between startTime and endTime.");
    }

    static Refusal depthLimit(long limit) {
        return new Refusal(-4021, "'" + limit + "' is not valid depth limit.");
    }

    HttpResponse response() {
        return response(400, code, String.valueOf(getMessage()));
    }

    static HttpResponse response(int status, int code, String message) {
        WireText text = new WireText(128);
        text.text("{\"code\":")
                .number(code)
                .text(",\"msg\":")
                .text(Json.text(message))
                .character('}');
        return HttpResponse.json(status, text.toBytes());
    }
}
