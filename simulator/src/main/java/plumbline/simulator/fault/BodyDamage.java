package plumbline.simulator.fault;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/// Changes JSON without understanding it: on its bytes, so that what is not changed stays as it
/// was.
final class BodyDamage {
    private static final byte[] UNKNOWN_FIELD = bytes("\"unknownField\":{\"nested\":[1,null]},");
    private static final byte[] LONE_FIELD = bytes("\"unknownField\":null");
    private static final byte[] EXTRA_ELEMENT = bytes(",\"extra\"");

    private static final String RESULT = "{\"error\":[],\"result\":{\"";
    private static final String ARRAY_OF_ARRAYS = "\":[[";

    private BodyDamage() {}

    static byte[] done(byte[] json, FaultAction.Kind kind) {
        return switch (kind) {
            case MALFORMED_JSON -> Arrays.copyOf(json, json.length * 2 / 3);
            case EXTRA_FIELDS -> withExtras(json);
            case NUMBERS_AS_STRINGS -> withQuotedNumbers(json);
            case EMPTY_ARRAY -> bytes("[]");
            case ROWS_DUPLICATED -> withRows(json, BodyDamage::duplicated);
            case ROWS_UNSORTED -> withRows(json, BodyDamage::unsorted);
            case ROWS_MISSING -> withRows(json, BodyDamage::thinned);
        };
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] withExtras(byte[] json) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(json.length * 2);
        Scanner scan = new Scanner();
        for (int i = 0; i < json.length; i++) {
            byte b = json[i];
            scan.step(b);
            boolean outside = !scan.inText;
            if (outside && b == ']' && i > 0 && json[i - 1] == '"') {
                out.writeBytes(EXTRA_ELEMENT); // behind a row or a list of texts
            }
            out.write(b);
            if (outside && b == '{') {
                boolean empty = i + 1 < json.length && json[i + 1] == '}';
                out.writeBytes(empty ? LONE_FIELD : UNKNOWN_FIELD);
            }
        }
        return out.toByteArray();
    }

    private static byte[] withQuotedNumbers(byte[] json) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(json.length * 2);
        Scanner scan = new Scanner();
        boolean inNumber = false;
        for (byte b : json) {
            scan.step(b);
            boolean numeric = !scan.inText && b != '"' && isNumeric(b, inNumber);
            if (numeric != inNumber) {
                out.write('"');
                inNumber = numeric;
            }
            out.write(b);
        }
        return out.toByteArray();
    }

    // the letter e of a number is one only behind a digit: true and false have one, too
    private static boolean isNumeric(byte b, boolean within) {
        return b >= '0' && b <= '9' || b == '-' || within && (b == '.' || b == 'e' || b == 'E');
    }

    /// Changes the rows of the outermost array, or of the first array of arrays behind the name of
    /// a market within an answer with `error` and `result`. Nothing is changed where there is
    /// neither.
    private static byte[] withRows(byte[] json, UnaryOperator<List<byte[]>> change) {
        String text = new String(json, StandardCharsets.ISO_8859_1); // a character for each byte
        if (!text.startsWith(RESULT)) {
            return joined(json, change.apply(rows(json)));
        }
        int start = text.indexOf(ARRAY_OF_ARRAYS, RESULT.length()) + 2;
        int end = text.indexOf("]]", start) + 2; // no row has an array or a bracket within
        if (start < RESULT.length() || end < start) {
            return json;
        }
        byte[] array = joined(json, change.apply(rows(Arrays.copyOfRange(json, start, end))));
        ByteArrayOutputStream out = new ByteArrayOutputStream(json.length * 2);
        out.write(json, 0, start);
        out.writeBytes(array);
        out.write(json, end, json.length - end);
        return out.toByteArray();
    }

    /// The elements of the outermost array; none if it is no array.
    static List<byte[]> rows(byte[] json) {
        List<byte[]> rows = new ArrayList<>();
        if (json.length < 2 || json[0] != '[') {
            return rows;
        }
        Scanner scan = new Scanner();
        int depth = 0;
        int start = 1;
        for (int i = 0; i < json.length; i++) {
            byte b = json[i];
            scan.step(b);
            if (scan.inText) {
                continue;
            }
            boolean ends = b == ']' || b == '}';
            depth += b == '[' || b == '{' ? 1 : ends ? -1 : 0;
            boolean last = depth == 0 && ends;
            if (i > start && (last || depth == 1 && b == ',')) {
                rows.add(Arrays.copyOfRange(json, start, i));
                start = i + 1;
            }
        }
        return rows;
    }

    private static List<byte[]> duplicated(List<byte[]> rows) {
        List<byte[]> out = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            out.add(rows.get(i));
            if (i % 3 == 0) {
                out.add(rows.get(i));
            }
        }
        return out;
    }

    private static List<byte[]> unsorted(List<byte[]> rows) {
        List<byte[]> out = new ArrayList<>(rows);
        for (int i = 0; i + 1 < out.size(); i += 2) {
            out.set(i, rows.get(i + 1));
            out.set(i + 1, rows.get(i));
        }
        return out;
    }

    private static List<byte[]> thinned(List<byte[]> rows) {
        List<byte[]> out = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            if (i % 4 != 2 || i == rows.size() - 1) {
                out.add(rows.get(i));
            }
        }
        return out;
    }

    private static byte[] joined(byte[] original, List<byte[]> rows) {
        if (rows.isEmpty()) {
            return original; // nothing that has rows
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream(original.length * 2);
        out.write('[');
        for (int i = 0; i < rows.size(); i++) {
            if (i > 0) {
                out.write(',');
            }
            out.writeBytes(rows.get(i));
        }
        out.write(']');
        return out.toByteArray();
    }

    /// Tells whether a byte is within a text.
    private static final class Scanner {
        private boolean inText;
        private boolean escaped;

        /// Quotes themselves count as outside where a text ends, as inside where it begins.
        void step(byte b) {
            if (!inText) {
                inText = b == '"';
            } else if (escaped) {
                escaped = false;
            } else if (b == '\\') {
                escaped = true;
            } else if (b == '"') {
                inText = false;
            }
        }
    }
}
