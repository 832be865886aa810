package plumbline.simulator.fault;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import plumbline.engine.text.Suggestions;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The fields of a JSON object, of which every one must be known and of its kind.
///
/// Not thread-safe.
public final class JsonFields {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final String where;
    private final JsonNode node;
    private final Set<String> asked = new HashSet<>();

    private JsonFields(String where, JsonNode node) {
        this.where = where;
        this.node = node;
    }

    /// @throws IllegalArgumentException if the text is not a JSON object; the message says where
    public static JsonFields of(String text) {
        return of("the document", read(text));
    }

    static JsonFields of(String where, JsonNode node) {
        if (!node.isObject()) {
            throw new IllegalArgumentException(where + " must be an object");
        }
        return new JsonFields(where, node);
    }

    static JsonNode read(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JacksonException e) {
            TokenStreamLocation at = e.getLocation();
            String place =
                    at == null
                            ? ""
                            : "line " + at.getLineNr() + ", column " + at.getColumnNr() + ": ";
            throw new IllegalArgumentException(place + e.getOriginalMessage(), e);
        }
    }

    Optional<JsonNode> field(String name) {
        asked.add(name);
        JsonNode value = node.path(name);
        return value.isMissingNode() || value.isNull() ? Optional.empty() : Optional.of(value);
    }

    /// An object within.
    public Optional<JsonFields> object(String name) {
        return field(name).map(value -> of(name + " of " + where, value));
    }

    /// A list of objects; empty if it is not there.
    public List<JsonFields> objects(String name) {
        Optional<JsonNode> value = field(name);
        if (value.isEmpty()) {
            return List.of();
        }
        if (!value.get().isArray()) {
            throw wrong(name, "a list");
        }
        List<JsonFields> objects = new ArrayList<>();
        for (JsonNode element : value.get()) {
            objects.add(of("number " + (objects.size() + 1) + " of " + name, element));
        }
        return objects;
    }

    /// A text that must be there.
    public String required(String name) {
        return text(name).filter(t -> !t.isBlank()).orElseThrow(() -> wrong(name, "a text"));
    }

    public Optional<String> text(String name) {
        return field(name)
                .map(value -> {
                    if (!value.isString()) {
                        throw wrong(name, "a text");
                    }
                    return value.stringValue();
                });
    }

    /// A whole number within bounds.
    public OptionalLong whole(String name, long least, long most) {
        Optional<JsonNode> value = field(name);
        if (value.isEmpty()) {
            return OptionalLong.empty();
        }
        if (!value.get().isIntegralNumber() || !value.get().canConvertToLong()) {
            throw wrong(name, "a whole number");
        }
        long number = value.get().longValue();
        if (number < least || number > most) {
            throw wrong(name, least + " to " + most);
        }
        return OptionalLong.of(number);
    }

    /// A number within bounds.
    public Optional<Double> number(String name, double least, double most) {
        return field(name)
                .map(value -> {
                    double number = value.isNumber() ? value.doubleValue() : Double.NaN;
                    if (!(number >= least && number <= most)) {
                        throw wrong(name, "a number from " + least + " to " + most);
                    }
                    return number;
                });
    }

    public Optional<Boolean> truth(String name) {
        return field(name)
                .map(value -> {
                    if (!value.isBoolean()) {
                        throw wrong(name, "true or false");
                    }
                    return value.booleanValue();
                });
    }

    /// A time: epoch milliseconds, or text like `2025-07-17T08:00:00Z`.
    public OptionalLong time(String name) {
        Optional<JsonNode> value = field(name);
        if (value.isEmpty() || value.get().isIntegralNumber()) {
            return whole(name, 0, TimeBounds.LATEST_MS);
        }
        try {
            return OptionalLong.of(Instant.parse(value.get().asString()).toEpochMilli());
        } catch (DateTimeException e) {
            throw wrong(name, "milliseconds since 1970 or a time like 2025-07-17T08:00:00Z");
        }
    }

    /// @throws IllegalArgumentException if there is a field that nobody asked for
    public void requireNoOther() {
        for (String name : node.propertyNames()) {
            if (!asked.contains(name)) {
                throw new IllegalArgumentException(
                        where
                                + ": "
                                + Suggestions.unknown(
                                        "field", name, List.copyOf(new TreeSet<>(asked))));
            }
        }
    }

    /// What to throw where a field is not what it should be.
    public IllegalArgumentException wrong(String name, String wanted) {
        return new IllegalArgumentException(
                where + ": " + name + " must be " + wanted + ", was " + node.path(name));
    }

    /// What times are taken.
    private static final class TimeBounds {
        /// The end of the year 9999.
        private static final long LATEST_MS = 253_402_300_799_999L;
    }
}
