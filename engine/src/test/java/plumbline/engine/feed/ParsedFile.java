package plumbline.engine.feed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import plumbline.engine.market.Candle;

/// The rows of a text by their times, as [PlainParse] reads them under the style that the import
/// says the file has; whether a candle is one of them.
final class ParsedFile {
    private static final List<String> ROLES = List.of("open", "high", "low", "close", "volume");
    private static final Pattern COLUMN =
            Pattern.compile(
                    "(?s)(?:^|, )(time|clock|open|high|low|close|volume|symbol) (?:(\\d+)(?=$|,)|'(.*?)'(?=$|, [a-z]+ [\\d']))");
    private static final Pattern SCALAR =
            Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"|[-+]?[\\d.][-+\\d.eE]*");

    private final PlainParse parse;
    private final Map<String, String> style;
    private final Map<Long, List<List<String>>> rows = new HashMap<>();
    private final Map<String, Integer> columns = new HashMap<>();
    private final List<String> scalars = new ArrayList<>();
    private int width;

    private ParsedFile(Map<String, String> style) {
        this.style = style;
        this.parse = new PlainParse(style);
    }

    /// @param text without what it was packed in
    static ParsedFile of(Map<String, String> style, byte[] text) {
        ParsedFile parsed = new ParsedFile(style);
        String letters = parsed.parse.text(text);
        if (letters.strip().startsWith("{") || letters.strip().startsWith("[")) {
            parsed.json(letters);
        } else {
            parsed.table(PlainParse.lines(letters));
        }
        return parsed;
    }

    private void json(String text) {
        Matcher scalar = SCALAR.matcher(text);
        while (scalar.find()) {
            scalars.add(scalar.group(1) == null ? scalar.group() : scalar.group(1));
        }
        for (String one : scalars) {
            for (long time : parse.times(one)) {
                rows.put(time, List.of(scalars));
            }
        }
    }

    private void table(List<String> lines) {
        String line = style.getOrDefault("header", "none").replaceFirst("^line ", "");
        int header = line.equals("none") ? 0 : Integer.parseInt(line);
        List<String> names = header == 0 ? List.of() : parse.cells(lines.get(header - 1));
        width = names.size();
        while (width > 0 && names.get(width - 1).isEmpty()) {
            width--;
        }
        Matcher column = COLUMN.matcher(style.getOrDefault("columns", ""));
        while (column.find()) {
            int at =
                    column.group(2) == null
                            ? index(names, column.group(3))
                            : Integer.parseInt(column.group(2)) - 1;
            columns.put(column.group(1), at);
        }
        for (String one : lines.subList(header, lines.size())) {
            List<String> cells = parse.cells(one);
            String clock = at(cells, "clock");
            String time = at(cells, "time") + (clock.isEmpty() ? "" : ' ' + clock);
            for (long ms : parse.times(time)) {
                rows.computeIfAbsent(ms, _ -> new ArrayList<>()).add(cells);
            }
        }
    }

    private static int index(List<String> names, String name) {
        for (int i = 0; i < names.size(); i++) {
            if (bare(names.get(i)).equals(bare(name))) {
                return i;
            }
        }
        return -1;
    }

    private static String bare(String name) {
        return name.replaceAll("[\"\\p{Cntrl}\uFEFF]", "")
                .strip()
                .replaceFirst("^(#|//|%)\\s*", "");
    }

    private String at(List<String> cells, String role) {
        int column = columns.getOrDefault(role, -1);
        return column >= 0 && column < cells.size() ? cells.get(column) : "";
    }

    /// Why a candle is none of the text's, empty if it is one.
    String fault(Candle candle) {
        List<List<String>> found = rows.getOrDefault(candle.openTimeMs(), List.of());
        if (found.isEmpty()) {
            return "no row has its time";
        }
        double[] values = {
            candle.open(), candle.high(), candle.low(), candle.close(), candle.volume()
        };
        StringBuilder why = new StringBuilder();
        for (List<String> row : found) {
            StringBuilder faults = new StringBuilder();
            for (int i = 0; i < values.length; i++) {
                if (!has(row, i, values)) {
                    faults.append(ROLES.get(i))
                            .append(' ')
                            .append(values[i])
                            .append(" is not there; ");
                }
            }
            if (faults.isEmpty() && scalars.isEmpty() && columns.size() > 0 && isOdd(row)) {
                faults.append("row has ")
                        .append(row.size())
                        .append(" cells, the header ")
                        .append(width);
            }
            if (faults.isEmpty()) {
                return "";
            }
            why.append(faults).append(row.size() > 20 ? "" : row).append(' ');
        }
        return why.toString();
    }

    /// A row that has lost or gained a cell puts values under other names.
    private boolean isOdd(List<String> row) {
        int size = row.size();
        while (size > width && row.get(size - 1).isEmpty()) {
            size--;
        }
        return width > 0 && size != width;
    }

    private boolean has(List<String> row, int role, double[] values) {
        String name = ROLES.get(role);
        int column = columns.getOrDefault(name, -1);
        if (!scalars.isEmpty() || column < 0) {
            boolean missing = !columns.containsKey(name) && role == 4 && values[role] == 0;
            return missing || row.stream().anyMatch(cell -> is(cell, values[role]));
        }
        if (is(at(row, name), values[role])) {
            return true;
        }
        // moved to open or close, which it missed by a last bit
        OptionalDouble written = parse.number(at(row, name));
        return (role == 1 || role == 2)
                && written.isPresent()
                && Math.abs(written.getAsDouble() - values[role]) <= values[1] * 1e-9
                && (values[role] == values[0] || values[role] == values[3]);
    }

    private boolean is(String cell, double value) {
        OptionalDouble number = parse.number(cell);
        return number.isPresent() && number.getAsDouble() == value;
    }
}
