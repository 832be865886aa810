package plumbline.app.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Reads JSON strictly, with nothing but this file: so the tests do not trust the library that
/// wrote it.
final class JsonText {
    private final String text;
    private int at;

    private JsonText(String text) {
        this.text = text;
    }

    /// The one object that `text` is.
    @SuppressWarnings("unchecked")
    static Map<String, Object> object(String text) {
        JsonText reader = new JsonText(text);
        Object value = reader.value();
        reader.space();
        if (reader.at != text.length() || !(value instanceof Map)) {
            throw new AssertionError(
                    "not exactly one JSON object, at " + reader.at + " of: " + text);
        }
        return (Map<String, Object>) value;
    }

    /// What lies at a path of names and indexes.
    static Object at(Object root, Object... path) {
        Object value = root;
        for (Object step : path) {
            value =
                    step instanceof Integer index
                            ? ((List<?>) value).get(index)
                            : Objects.requireNonNull(((Map<?, ?>) value).get(step), "no " + step);
        }
        return value;
    }

    private @Nullable Object value() {
        space();
        return switch (peek()) {
            case '{' -> members();
            case '[' -> elements();
            case '"' -> string();
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            case 'n' -> word("null", null);
            default -> number();
        };
    }

    private Map<String, @Nullable Object> members() {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        at++;
        space();
        if (peek() == '}') {
            at++;
            return members;
        }
        do {
            space();
            String name = string();
            space();
            take(':');
            if (members.containsKey(name)) {
                throw new AssertionError(name + " comes twice");
            }
            members.put(name, value());
            space();
        } while (takeIf(','));
        take('}');
        return members;
    }

    private List<@Nullable Object> elements() {
        List<@Nullable Object> elements = new ArrayList<>();
        at++;
        space();
        if (peek() == ']') {
            at++;
            return elements;
        }
        do {
            elements.add(value());
            space();
        } while (takeIf(','));
        take(']');
        return elements;
    }

    private String string() {
        take('"');
        StringBuilder value = new StringBuilder();
        while (peek() != '"') {
            char c = text.charAt(at++);
            if (c < ' ') {
                throw new AssertionError("a control character in a string, at " + at);
            }
            value.append(c == '\\' ? escaped() : c);
        }
        at++;
        return value.toString();
    }

    private char escaped() {
        char c = text.charAt(at++);
        return switch (c) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'u' -> {
                at += 4;
                yield (char) Integer.parseInt(text.substring(at - 4, at), 16);
            }
            default -> c;
        };
    }

    private Double number() {
        int from = at;
        while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        String number = text.substring(from, at);
        if (!number.matches("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d+)?")) {
            throw new AssertionError("no JSON value at " + from + ": '" + number + "'");
        }
        return Double.valueOf(number);
    }

    private @Nullable Object word(String word, @Nullable Object value) {
        if (!text.startsWith(word, at)) {
            throw new AssertionError("no JSON value at " + at);
        }
        at += word.length();
        return value;
    }

    private void space() {
        while (at < text.length() && " \n\r\t".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private char peek() {
        if (at >= text.length()) {
            throw new AssertionError("the document ends early: " + text);
        }
        return text.charAt(at);
    }

    private void take(char wanted) {
        if (peek() != wanted) {
            throw new AssertionError("expected " + wanted + " at " + at + " of: " + text);
        }
        at++;
    }

    private boolean takeIf(char wanted) {
        boolean there = peek() == wanted;
        at += there ? 1 : 0;
        return there;
    }
}
