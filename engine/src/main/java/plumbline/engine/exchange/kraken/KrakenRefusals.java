package plumbline.engine.exchange.kraken;

import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Optional;
import java.util.Set;
import plumbline.engine.exchange.AnswerJson;
import plumbline.engine.exchange.http.RefusalReader;
import tools.jackson.databind.JsonNode;

/// Kraken says no as `{"error":["EQuery:Unknown asset pair"]}`, whatever the status, which is
/// nearly always 200. What begins with `W` is a warning beside a result.
///
/// Source: docs.kraken.com, exchange/guides/general/errors.
final class KrakenRefusals implements RefusalReader {
    private static final Set<String> TOO_MANY =
            Set.of("EAPI:Rate limit exceeded", "EGeneral:Too many requests", "EService:Throttled");
    private static final Set<String> NOT_WORKING =
            Set.of(
                    "EService:Unavailable",
                    "EService:Busy",
                    "EService:Timeout",
                    "EGeneral:Internal error");
    private static final String SHUT_OUT = "EGeneral:Temporary lockout";

    /// So begins every result; whatever is between these signs is no matter.
    private static final String NO_ERROR = "{\"error\":[]";

    @Override
    public Optional<Reason> read(String body) {
        return error(body.getBytes(StandardCharsets.UTF_8)).map(this::reason);
    }

    @Override
    public Optional<Disguised> disguised(byte[] body) {
        if (beginsWithNoError(body)) {
            return Optional.empty();
        }
        return error(body).map(error -> new Disguised(kind(error), reason(error)));
    }

    private static boolean beginsWithNoError(byte[] body) {
        int found = 0;
        for (int i = 0; i < body.length && found < NO_ERROR.length(); i++) {
            boolean blank = body[i] == ' ' || body[i] == '\n' || body[i] == '\r' || body[i] == '\t';
            if (!blank && body[i] != NO_ERROR.charAt(found++)) {
                return false;
            }
        }
        return found == NO_ERROR.length();
    }

    /// The first error that is none of the warnings.
    private static Optional<String> error(byte[] body) {
        JsonNode root;
        try {
            root = AnswerJson.tree(body, "answer");
        } catch (ParseException e) {
            return Optional.empty(); // a page of a firewall, or an answer that was cut
        }
        for (JsonNode error : root.path("error")) {
            String text = error.asString("");
            if (!text.startsWith("W")) {
                return Optional.of(text.isEmpty() ? "an error without words" : text);
            }
        }
        return Optional.empty();
    }

    /// `EGeneral:Invalid arguments:pair`: what may follow the second colon is about the request.
    private static Disguised.Kind kind(String error) {
        int second = error.indexOf(':', error.indexOf(':') + 1);
        String code = second < 0 ? error : error.substring(0, second);
        if (TOO_MANY.contains(code)) {
            return Disguised.Kind.TOO_MANY;
        }
        if (code.equals(SHUT_OUT)) {
            return Disguised.Kind.SHUT_OUT;
        }
        return NOT_WORKING.contains(code) ? Disguised.Kind.NOT_WORKING : Disguised.Kind.REFUSED;
    }

    private Reason reason(String error) {
        int colon = error.indexOf(':');
        return colon < 0
                ? new Reason(error, "")
                : new Reason(error.substring(0, colon), error.substring(colon + 1));
    }
}
