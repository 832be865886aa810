package plumbline.engine.report;

import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/// JSON from and to trees of maps, lists, texts, numbers, booleans and nulls. The same tree gives
/// the same bytes.
///
/// A double without a value (`NaN`, infinite) is written as `null`; a whole one without a decimal
/// point.
public final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final double LARGEST_WHOLE = 1L << 53;
    private static final ObjectWriter WRITER = writer();

    private Json() {}

    private static ObjectWriter writer() {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        return MAPPER.writer()
                .with(
                        new DefaultPrettyPrinter()
                                .withObjectIndenter(indenter)
                                .withArrayIndenter(indenter));
    }

    /// The document as text, indented.
    ///
    /// @throws IllegalArgumentException if the tree holds anything else
    public static String text(@Nullable Object tree) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = WRITER.createGenerator(text)) {
            write(tree, out);
        }
        return text.toString();
    }

    private static void write(@Nullable Object value, JsonGenerator out) {
        switch (value) {
            case null -> out.writeNull();
            case Map<?, ?> map -> {
                out.writeStartObject();
                for (Map.Entry<?, ?> entry : map.entrySet()) {
                    out.writeName(String.valueOf(entry.getKey()));
                    write(entry.getValue(), out);
                }
                out.writeEndObject();
            }
            case List<?> list -> {
                out.writeStartArray();
                for (Object element : list) {
                    write(element, out);
                }
                out.writeEndArray();
            }
            case String string -> out.writeString(string);
            case Boolean bool -> out.writeBoolean(bool);
            case Integer number -> out.writeNumber(number);
            case Long number -> out.writeNumber(number);
            case Double number -> write(number.doubleValue(), out);
            default ->
                    throw new IllegalArgumentException(
                            "no JSON for a " + value.getClass().getName());
        }
    }

    private static void write(double value, JsonGenerator out) {
        if (!Double.isFinite(value)) {
            out.writeNull();
        } else if (value == Math.rint(value) && Math.abs(value) < LARGEST_WHOLE) {
            out.writeNumber((long) value);
        } else {
            out.writeNumber(value);
        }
    }

    /// Reads a document.
    ///
    /// @throws IllegalArgumentException if the text is not JSON; the message says where
    static JsonNode read(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (StreamConstraintsException e) {
            throw new IllegalArgumentException(
                    "brackets lie too deep in brackets, or a name, text or number is too long", e);
        } catch (JacksonException e) {
            throw new IllegalArgumentException(place(e) + e.getOriginalMessage(), e);
        }
    }

    private static String place(JacksonException e) {
        TokenStreamLocation place = e.getLocation();
        return place == null
                ? ""
                : "line " + place.getLineNr() + ", column " + place.getColumnNr() + ": ";
    }
}
