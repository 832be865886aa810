package plumbline.engine.exchange.drift;

import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Optional;
import plumbline.engine.exchange.AnswerJson;
import plumbline.engine.exchange.http.RefusalReader;
import tools.jackson.databind.JsonNode;

/// `{"error":"ValidationError","message":"Timestamps cannot be in the future"}`, with a status that
/// is a no; sometimes `{"success":false,..}` with one that is a yes.
final class DriftRefusals implements RefusalReader {
    /// So begins every result of the data; whatever follows is no matter.
    private static final byte[] SUCCESS = "{\"success\":true".getBytes(StandardCharsets.US_ASCII);

    /// A refusal is shorter. What is longer is not read twice.
    private static final int LONGEST = 4096;

    @Override
    public Optional<Reason> read(String body) {
        return reason(body.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Optional<Disguised> disguised(byte[] body) {
        if (body.length > LONGEST || begins(body)) {
            return Optional.empty();
        }
        try {
            JsonNode success = AnswerJson.tree(body, "answer").path("success");
            return success.isBoolean() && !success.asBoolean()
                    ? Optional.of(
                            new Disguised(
                                    Disguised.Kind.REFUSED,
                                    reason(body)
                                            .orElse(new Reason("", "it says that it has failed"))))
                    : Optional.empty();
        } catch (ParseException e) {
            return Optional.empty(); // an answer that was cut, which its reader finds out
        }
    }

    private static boolean begins(byte[] body) {
        for (int i = 0; i < SUCCESS.length; i++) {
            if (i >= body.length || body[i] != SUCCESS[i]) {
                return false;
            }
        }
        return true;
    }

    private static Optional<Reason> reason(byte[] body) {
        try {
            JsonNode root = AnswerJson.tree(body, "refusal");
            String code = root.path("error").asString("");
            String words = root.path("message").asString("");
            return code.isEmpty() && words.isEmpty()
                    ? Optional.empty()
                    : Optional.of(words.isEmpty() ? new Reason("", code) : new Reason(code, words));
        } catch (ParseException e) {
            return Optional.empty(); // a page of a firewall, or plain words
        }
    }
}
