package plumbline.engine.feed.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A sample's lines cut into fields.
///
/// @param delimiter between fields
/// @param rows without blank ones
public record Table(char delimiter, List<Row> rows) {
    /// The share of rows that decides: single ones may be something else.
    static final double MOST = 0.9;

    /// So many rows say what a file is.
    private static final int ENOUGH = 600;

    private static final int FEWEST_FIELDS = 4;

    /// What is likelier where two cut all rows alike: a comma may stand within numbers.
    private static final char[] DELIMITERS = {'\t', ';', '|', ','};

    /// One line.
    ///
    /// @param line from 1
    /// @param fields without quotation marks and blanks around them
    public record Row(int line, List<String> fields) {
        /// The field at `column`, empty if the row is too short.
        public String at(int column) {
            return column >= 0 && column < fields.size() ? fields.get(column) : "";
        }
    }

    /// The lines, cut where most of them are alike.
    public static Table of(List<String> lines) {
        char best = ',';
        int most = 0;
        for (char delimiter : DELIMITERS) {
            int alike = alike(lines, delimiter);
            if (alike > most) {
                best = delimiter;
                most = alike;
            }
        }
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < lines.size() && rows.size() < ENOUGH; i++) {
            if (!lines.get(i).isBlank()) {
                rows.add(new Row(i + 1, fields(lines.get(i), best)));
            }
        }
        return new Table(best, rows);
    }

    /// How many lines have as many fields as most have, four at least.
    private static int alike(List<String> lines, char delimiter) {
        Map<Integer, Integer> counts = new HashMap<>();
        int most = 0;
        for (int i = 0; i < Math.min(lines.size(), ENOUGH); i++) {
            int fields = count(lines.get(i), delimiter);
            if (fields >= FEWEST_FIELDS) {
                most = Math.max(most, counts.merge(fields, 1, Integer::sum));
            }
        }
        return most;
    }

    private static int count(String line, char delimiter) {
        int count = 1;
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char one = line.charAt(i);
            quoted ^= one == '"';
            count += one == delimiter && !quoted ? 1 : 0;
        }
        return count;
    }

    /// One field of a line, empty if there are fewer.
    static String field(String line, char delimiter, int column) {
        List<String> fields = fields(line, delimiter);
        return column < fields.size() ? fields.get(column) : "";
    }

    private static List<String> fields(String line, char delimiter) {
        List<String> fields = new ArrayList<>();
        boolean quoted = false;
        int from = 0;
        for (int i = 0; i < line.length(); i++) {
            char one = line.charAt(i);
            quoted ^= one == '"';
            if (one == delimiter && !quoted) {
                fields.add(bare(line.substring(from, i)));
                from = i + 1;
            }
        }
        fields.add(bare(line.substring(from)));
        return fields;
    }

    private static String bare(String field) {
        String text = field.strip();
        return text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"")
                ? text.substring(1, text.length() - 1).replace("\"\"", "\"").strip()
                : text;
    }
}
