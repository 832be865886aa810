package plumbline.engine.feed.json;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import plumbline.engine.feed.rows.CandleColumns;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/// Candles in JSON as rows of text, which are then understood as those of any other file: a list of
/// lists (freqtrade, ccxt, Kraken), a list of objects, lists by column (TradingView's `t`, `o`,
/// `h`, ...), objects by time (Alpha Vantage), an object a line. Each stands alone or anywhere
/// within objects. Numbers stay as they are written.
///
/// One instance for one text.
public final class JsonTable {
    private static final JsonFactory FACTORY =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(64).build())
                    .build();

    /// `6. Time Zone` (Alpha Vantage), `exchange_timezone` (Twelve Data), `timezone`.
    private static final Pattern ZONE = Pattern.compile("(?i)(?:.*[^a-z])?time[ _]?zone");

    private static final String TIME = "time";
    private static final int MOST_COLUMNS = 200;
    private static final int LONGEST = 1 << 30;

    private final ByteArrayOutputStream text = new ByteArrayOutputStream(1 << 16);
    private final Map<String, List<String>> columns = new LinkedHashMap<>();

    /// The names under which the values of a column stand, where it is an object.
    private final Map<String, List<String>> keys = new LinkedHashMap<>();

    private @Nullable List<String> header;

    /// The names of the columns that stand beside rows.
    private @Nullable List<String> columnNames;

    private int rows;
    private String zone = "";

    private JsonTable() {}

    /// All rows.
    ///
    /// @throws JsonException if it is no JSON, or there are no rows in it
    public static Rows read(InputStream in) throws IOException, JsonException {
        return read(in, false);
    }

    /// The same of JSON that is not there to its end.
    public static Rows readStart(InputStream in) throws IOException, JsonException {
        return read(in, true);
    }

    private static Rows read(InputStream in, boolean isCutOff) throws IOException, JsonException {
        JsonTable table = new JsonTable();
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), in)) {
            // several, one a line, where each is a row
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                table.value(parser, "");
            }
        } catch (JacksonException e) {
            if (isCutOff && table.rows > 0) {
                return table.done();
            }
            if (isCutOff) {
                throw new JsonException(
                        "the start of this JSON has no whole row; what it is shows when it is imported");
            }
            throw new JsonException(
                    "this is not JSON that can be read: "
                            + e.getOriginalMessage()
                            + " (line "
                            + (e.getLocation() == null ? 0 : e.getLocation().getLineNr())
                            + ")");
        }
        if (table.rows == 0) {
            table.writeColumns();
        }
        if (table.rows == 0) {
            throw new JsonException("there are no rows of candles in this JSON");
        }
        return table.done();
    }

    private Rows done() {
        return new Rows(text.toByteArray(), zone);
    }

    /// @param text rows as UTF-8, separated by tabs, under a header if there are names
    /// @param zone that the JSON names beside the rows, empty if it names none
    public record Rows(byte[] text, String zone) {}

    /// JSON that holds no candles, or is none.
    public static final class JsonException extends Exception {
        private static final long serialVersionUID = 1L;

        JsonException(String message) {
            super(message);
        }
    }

    private void value(JsonParser parser, String name) throws JsonException {
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            array(parser, name);
        } else if (parser.currentToken() == JsonToken.START_OBJECT) {
            object(parser, name);
        }
    }

    /// A list of rows, or a column.
    private void array(JsonParser parser, String name) throws JsonException {
        List<String> column = new ArrayList<>();
        for (JsonToken token = parser.nextToken();
                token != JsonToken.END_ARRAY && token != null;
                token = parser.nextToken()) {
            if (token == JsonToken.START_ARRAY) {
                listed(list(parser));
            } else if (token == JsonToken.START_OBJECT) {
                Map<String, String> fields = fields(parser);
                if (CandleColumns.prices(List.copyOf(fields.keySet())) >= 3) {
                    row(fields);
                }
            } else {
                column.add(scalar(parser));
            }
        }
        if (name.equals("columns") && CandleColumns.prices(column) >= 3 && rows == 0) {
            columnNames = column;
        } else if (!column.isEmpty() && columns.size() < MOST_COLUMNS) {
            columns.putIfAbsent(name, column);
        }
    }

    /// Members that are rows by time, columns, or hold candles further down.
    private void object(JsonParser parser, String name) throws JsonException {
        Map<String, String> scalars = new LinkedHashMap<>();
        for (JsonToken token = parser.nextToken();
                token != JsonToken.END_OBJECT && token != null;
                token = parser.nextToken()) {
            String member = parser.currentName();
            token = parser.nextToken();
            if (token == JsonToken.START_OBJECT && startsWithDigit(member)) {
                Map<String, String> fields = new LinkedHashMap<>();
                fields.put(TIME, member);
                fields.putAll(fields(parser));
                if (CandleColumns.prices(List.copyOf(fields.keySet())) >= 3) {
                    row(fields);
                }
            } else if (token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY) {
                value(parser, member == null ? "" : member);
            } else if (member != null && ZONE.matcher(member).matches()) {
                zone = scalar(parser);
            } else if (startsWithDigit(member) && columns.size() < MOST_COLUMNS) {
                // a column as an object: {"open": {"0": 1.5, "1": 1.6}}
                columns.computeIfAbsent(name, n -> new ArrayList<>()).add(scalar(parser));
                keys.computeIfAbsent(name, n -> new ArrayList<>()).add(member);
            } else if (member != null && scalars.size() < MOST_COLUMNS) {
                scalars.put(member, scalar(parser));
            }
        }
        if (name.isEmpty() && CandleColumns.prices(List.copyOf(scalars.keySet())) >= 3) {
            row(scalars);
        }
    }

    private static boolean startsWithDigit(@Nullable String text) {
        return text != null && !text.isEmpty() && Character.isDigit(text.charAt(0));
    }

    private static List<String> list(JsonParser parser) {
        List<String> cells = new ArrayList<>();
        int depth = 1;
        while (depth > 0) {
            JsonToken token = parser.nextToken();
            if (token == null) {
                break;
            }
            if (token.isStructStart() && depth == 1) {
                cells.add(""); // so that those behind it keep their places
            }
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            if (token.isScalarValue() && depth == 1) {
                cells.add(scalar(parser));
            }
        }
        return cells;
    }

    /// The members of an object; those of objects within it with their own names. Lists are
    /// columns.
    private Map<String, String> fields(JsonParser parser) throws JsonException {
        Map<String, String> fields = new LinkedHashMap<>();
        int depth = 1;
        while (depth > 0) {
            JsonToken token = parser.nextToken();
            if (token == null) {
                break;
            }
            String member = parser.currentName();
            if (token == JsonToken.START_ARRAY) {
                array(parser, member == null ? "" : member);
                continue;
            }
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            if (token.isScalarValue() && member != null && fields.size() < MOST_COLUMNS) {
                fields.putIfAbsent(member, scalar(parser));
            }
        }
        return fields;
    }

    private static String scalar(JsonParser parser) {
        return parser.currentToken() == JsonToken.VALUE_NULL
                ? ""
                : parser.getString().replaceAll("[\t\n\r\"]", " ");
    }

    private void row(Map<String, String> fields) throws JsonException {
        List<String> names = header;
        if (names == null) {
            names = List.copyOf(fields.keySet());
            writeHeader(names);
        }
        row(names.stream().map(name -> fields.getOrDefault(name, "")).toList());
    }

    /// A row as a list; its names, and what it is called, may stand beside the rows, as data frames
    /// write them.
    private void listed(List<String> cells) throws JsonException {
        List<String> index = columns.getOrDefault("index", List.of());
        List<String> names = columnNames;
        boolean called =
                names != null
                        && CandleColumns.candidates(CandleColumns.TIME, names).isEmpty()
                        && rows < index.size();
        if (names != null && header == null) {
            List<String> written = new ArrayList<>(names);
            if (called) {
                written.addFirst(TIME);
            }
            writeHeader(written);
        }
        if (called) {
            cells.addFirst(index.get(rows));
        }
        row(cells);
    }

    private void writeHeader(List<String> names) throws JsonException {
        header = names;
        write(names);
    }

    private void row(List<String> cells) throws JsonException {
        write(cells);
        rows++;
    }

    private void write(List<String> cells) throws JsonException {
        byte[] line = (String.join("\t", cells) + '\n').getBytes(StandardCharsets.UTF_8);
        if (text.size() > LONGEST - line.length) {
            throw new JsonException("more than 1 GB of rows in JSON; write them as CSV or Parquet");
        }
        text.write(line, 0, line.length);
    }

    /// Columns of the same length as rows.
    private void writeColumns() throws JsonException {
        int length = columns.values().stream().mapToInt(List::size).max().orElse(0);
        List<String> names =
                columns.entrySet().stream()
                        .filter(column -> column.getValue().size() == length)
                        .map(Map.Entry::getKey)
                        .toList();
        if (CandleColumns.prices(names) < 3) {
            return;
        }
        List<List<String>> rowKeys =
                names.stream().map(name -> keys.getOrDefault(name, List.of())).distinct().toList();
        if (rowKeys.size() > 1) {
            throw new JsonException("the columns of this JSON do not have the same rows");
        }
        List<String> rowNames = rowKeys.getFirst();
        boolean keyed =
                rowNames.size() == length
                        && CandleColumns.candidates(CandleColumns.TIME, names).isEmpty();
        List<String> written = new ArrayList<>(names);
        if (keyed) {
            written.addFirst(TIME);
        }
        writeHeader(written);
        for (int i = 0; i < length; i++) {
            List<String> cells = new ArrayList<>();
            if (keyed) {
                cells.add(rowNames.get(i));
            }
            for (String name : names) {
                cells.add(columns.getOrDefault(name, List.of()).get(i));
            }
            row(cells);
        }
    }
}
