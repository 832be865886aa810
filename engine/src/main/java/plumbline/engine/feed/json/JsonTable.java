package plumbline.engine.feed.json;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

    /// What the names of columns are called that stand beside rows.
    private static final Set<String> COLUMN_NAMES =
            Set.of("columns", "column_names", "columnNames", "headers", "fields");

    /// The names of the first rows are those of all.
    private static final int ROWS_WITH_NAMES = 50;

    private static final String TIME = "time";
    private static final int MOST_COLUMNS = 200;

    /// A time and four prices; shorter lists are something else, such as single prices.
    private static final int FEWEST_CELLS = 5;

    private static final int LONGEST = 1 << 30;

    private final ByteArrayOutputStream text = new ByteArrayOutputStream(1 << 16);
    private final JsonColumns columns = new JsonColumns();

    private @Nullable List<String> header;

    /// The names of the columns that stand beside rows.
    private @Nullable List<String> columnNames;

    private final List<Map<String, String>> waiting = new ArrayList<>();
    private final RowLists lists = new RowLists();

    /// The names of an object that is no candle.
    private List<String> unknown = List.of();

    private int rows;
    private String zone = "";

    private JsonTable() {}

    /// All rows.
    ///
    /// @param symbol whose rows are wanted where there are lists of several
    /// @throws JsonException if it is no JSON, or there are no rows in it
    public static Rows read(InputStream in, Optional<String> symbol)
            throws IOException, JsonException {
        return read(in, symbol, false);
    }

    /// The same of JSON that is not there to its end.
    public static Rows readStart(InputStream in, Optional<String> symbol)
            throws IOException, JsonException {
        return read(in, symbol, true);
    }

    private static Rows read(InputStream in, Optional<String> symbol, boolean isCutOff)
            throws IOException, JsonException {
        JsonTable table = new JsonTable();
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), in)) {
            // several, one a line, where each is a row
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                table.value(parser, "");
            }
            table.nameRows();
        } catch (JacksonException e) {
            table.nameRows();
            if (isCutOff && table.rows > 0) {
                return table.done(symbol);
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
            throw new JsonException(
                    "there are no rows of candles in this JSON"
                            + (table.unknown.isEmpty()
                                    ? ""
                                    : "; what is there has "
                                            + CandleColumns.shown(table.unknown)
                                            + ". Write one price of each kind, as CSV"));
        }
        return table.done(symbol);
    }

    private Rows done(Optional<String> symbol) throws JsonException {
        List<String> several = lists.symbols();
        if (several.isEmpty()) {
            return new Rows(text.toByteArray(), zone, false);
        }
        byte[] chosen = symbol.map(one -> lists.of(one, text.toByteArray())).orElse(new byte[0]);
        if (chosen.length == 0) {
            throw new JsonException(
                    "there are lists of candles of several symbols: "
                            + String.join(", ", several)
                            + "; choose one with --symbol");
        }
        return new Rows(chosen, zone, true);
    }

    /// @param text rows as UTF-8, separated by tabs, under a header if there are names
    /// @param zone that the JSON names beside the rows, empty if it names none
    /// @param chosen whether the rows are those of the symbol that is wanted, among others
    public record Rows(byte[] text, String zone, boolean chosen) {}

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
                List<String> cells = list(parser);
                if (cells.size() >= FEWEST_CELLS || columnNames != null) {
                    listed(cells);
                }
            } else if (token == JsonToken.START_OBJECT) {
                maybeRow(fields(parser));
            } else {
                column.add(scalar(parser));
            }
        }
        if (COLUMN_NAMES.contains(name) && CandleColumns.prices(column) >= 3 && rows == 0) {
            columnNames = column;
        } else if (!column.isEmpty()) {
            columns.add(name, column);
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
                maybeRow(fields);
            } else if (token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY) {
                lists.enter(member == null ? "" : member);
                value(parser, member == null ? "" : member);
                nameRows();
                lists.leave(text.size());
            } else if (member != null && ZONE.matcher(member).matches()) {
                zone = scalar(parser);
            } else if (member != null && startsWithDigit(member)) {
                columns.add(name, member, scalar(parser));
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

    /// The members of an object; those of objects within it with their own names, where these are
    /// not those of others, as of `bid` and `ask`. Lists are columns.
    private Map<String, String> fields(JsonParser parser) throws JsonException {
        Map<String, String> fields = new LinkedHashMap<>();
        Map<String, String> owners = new HashMap<>();
        Deque<String> within = new ArrayDeque<>(List.of(""));
        while (!within.isEmpty()) {
            JsonToken token = parser.nextToken();
            if (token == null) {
                break;
            }
            String member = parser.currentName() == null ? "" : parser.currentName();
            if (token == JsonToken.START_ARRAY) {
                array(parser, member);
            } else if (token == JsonToken.START_OBJECT) {
                within.push(member);
            } else if (token == JsonToken.END_OBJECT) {
                within.pop();
            } else if (token.isScalarValue() && fields.size() < MOST_COLUMNS) {
                put(fields, owners, within.peek(), member, scalar(parser));
            }
        }
        return fields;
    }

    private static void put(
            Map<String, String> fields,
            Map<String, String> owners,
            String owner,
            String member,
            String value) {
        String other = owners.putIfAbsent(member, owner);
        if (other == null) {
            fields.put(member, value);
            return;
        }
        String first = fields.remove(member);
        if (first != null && !other.equals(owner)) {
            fields.put(other + ' ' + member, first); // bid o
        } else if (first != null) {
            fields.put(member, first); // the same twice: the first counts
        }
        if (!other.equals(owner)) {
            fields.put(owner + ' ' + member, value);
        }
    }

    private static String scalar(JsonParser parser) {
        return parser.currentToken() == JsonToken.VALUE_NULL
                ? ""
                : parser.getString().replaceAll("[\t\n\r\"]", " ");
    }

    private void maybeRow(Map<String, String> fields) throws JsonException {
        if (CandleColumns.prices(List.copyOf(fields.keySet())) >= 3) {
            row(fields);
        } else if (unknown.isEmpty() && fields.size() > 4) {
            unknown = List.copyOf(fields.keySet());
        }
    }

    private void row(Map<String, String> fields) throws JsonException {
        List<String> names = header;
        if (names != null) {
            row(names.stream().map(name -> fields.getOrDefault(name, "")).toList());
            return;
        }
        waiting.add(fields);
        if (waiting.size() == ROWS_WITH_NAMES) {
            nameRows();
        }
    }

    /// Writes the rows that wait for the names that the first rows have.
    private void nameRows() throws JsonException {
        if (waiting.isEmpty()) {
            return;
        }
        List<Map<String, String>> first = List.copyOf(waiting);
        waiting.clear();
        if (header == null) {
            writeHeader(first.stream().flatMap(row -> row.keySet().stream()).distinct().toList());
        }
        for (Map<String, String> fields : first) {
            row(fields);
        }
    }

    /// A row as a list; its names, and what it is called, may stand beside the rows, as data frames
    /// write them.
    private void listed(List<String> cells) throws JsonException {
        List<String> index = columns.of("index");
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
        lists.headerEnds(text.size());
    }

    private void row(List<String> cells) throws JsonException {
        write(cells);
        rows++;
        lists.row();
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
        for (List<String> cells : columns.rows()) {
            if (header == null) {
                writeHeader(cells);
            } else {
                row(cells);
            }
        }
    }
}
