package plumbline.engine.exchange.binance;

import java.text.ParseException;
import java.util.Optional;
import plumbline.engine.exchange.http.RefusalReader.Reason;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The short answers of Binance.
final class BinanceAnswers {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private BinanceAnswers() {}

    /// `{"serverTime":1499827319559}`.
    static long serverTime(byte[] answer) throws ParseException {
        try {
            JsonNode time = MAPPER.readTree(answer).path("serverTime");
            if (time.isIntegralNumber() && time.canConvertToLong()) {
                return time.asLong();
            }
        } catch (JacksonException e) {
            throw new ParseException("no server time: " + e.getOriginalMessage(), -1);
        }
        throw new ParseException("no server time", -1);
    }

    /// `{"code":-1121,"msg":"Invalid symbol."}`.
    static Optional<Reason> refusal(String answer) {
        try {
            JsonNode root = MAPPER.readTree(answer);
            return root.path("code").isIntegralNumber()
                    ? Optional.of(
                            new Reason(root.path("code").asString(), root.path("msg").asString("")))
                    : Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty(); // a page of a firewall
        }
    }
}
