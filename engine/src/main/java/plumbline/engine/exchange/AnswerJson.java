package plumbline.engine.exchange;

import java.math.BigDecimal;
import java.text.ParseException;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads the JSON of venues' answers. Numbers are taken by their digits, whether they came as JSON
/// numbers or as text, and never by way of a binary fraction.
public final class AnswerJson {
    /// Nothing that is traded has so many digits.
    private static final int MOST_DIGITS = 40;

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    private AnswerJson() {}

    /// @param what the answer should be, for the message: `list of markets`
    /// @throws ParseException if it is not JSON
    public static JsonNode tree(byte[] answer, String what) throws ParseException {
        try {
            return MAPPER.readTree(answer);
        } catch (JacksonException e) {
            throw new ParseException("no " + what + ": " + e.getOriginalMessage(), -1);
        } catch (NumberFormatException e) { // of an exponent of ten digits
            throw new ParseException("no " + what + ": " + e.getMessage(), -1);
        }
    }

    /// The text of a field.
    ///
    /// @throws IllegalArgumentException if it is missing or empty
    public static String text(JsonNode node, String field) {
        String text = node.path(field).asString("");
        if (text.isEmpty()) {
            throw new IllegalArgumentException(field + " is missing");
        }
        return text;
    }

    /// The number of a field, which may be missing, null or empty.
    ///
    /// @throws IllegalArgumentException if it is there and no number that can be meant
    public static Optional<BigDecimal> optionalNumber(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isMissingNode() || value.isNull() || value.asString("").isEmpty()
                ? Optional.empty()
                : Optional.of(number(value, field));
    }

    /// The number that a value is.
    ///
    /// @param name for the message
    /// @throws IllegalArgumentException if it is no number that can be meant
    public static BigDecimal number(JsonNode value, String name) {
        String text = value.asString("");
        if (text.length() > MOST_DIGITS) {
            throw new IllegalArgumentException(name + " " + shortened(text) + " is absurd");
        }
        try {
            BigDecimal number = value.isNumber() ? value.decimalValue() : new BigDecimal(text);
            if (number.precision() > MOST_DIGITS || Math.abs(number.scale()) > MOST_DIGITS) {
                throw new IllegalArgumentException(name + " " + text + " is absurd");
            }
            return number;
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " '" + text + "' is no number", e);
        }
    }

    private static String shortened(String text) {
        return text.substring(0, MOST_DIGITS) + "…";
    }
}
