package plumbline.engine.feed.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import plumbline.engine.feed.layout.Table.Row;
import plumbline.engine.feed.rows.CandleColumns;

/// Finds the rows of names among the first of a table.
final class HeaderRows {
    /// A header stands among so many lines.
    static final int MOST_ABOVE = 60;

    /// Some tools spread a header over several lines.
    private static final int MOST_HEADER_LINES = 4;

    /// What stands behind a time in its name, in brackets or not, and `UTC time`.
    private static final Pattern ZONE =
            Pattern.compile(
                    "(?i)(?:.*?(?:time|date|datum|datetime|stamp)[\\s_]*(?:[(\\[]([^)\\]]+)[)\\]]|((?:utc|gmt)?[+-]\\d\\S*|[a-z]{3,4}|[a-z]+/[a-z_]+)))"
                            + "|(?:(utc|gmt)[\\s_]?(?:time|date))");

    /// What stands there too: units, and how dates are written.
    private static final Pattern NO_ZONE =
            Pattern.compile(
                    "(?i)m?s|us|ns|sec.*|milli.*|micro.*|nano.*|unix|epoch|local|exchange|[ymdhs:/ .,'t-]+");

    private HeaderRows() {}

    static boolean hasDigit(String text) {
        return text.chars().anyMatch(c -> c >= '0' && c <= '9');
    }

    /// The row that is the header, or -1: the first with the names of three prices, else the first
    /// that has any name at all and no number.
    static int find(List<Row> rows) {
        int most = Math.min(rows.size(), MOST_ABOVE);
        for (int i = 0; i < most; i++) {
            if (CandleColumns.prices(names(rows.get(i))) >= 3) {
                return i;
            }
        }
        for (int i = 0; i < Math.min(2, most); i++) {
            List<String> names = names(rows.get(i));
            boolean any = false;
            for (String name : names) {
                any |= CandleColumns.isPlainly(name);
            }
            if (any && names.size() > 1 && names.stream().noneMatch(HeaderRows::startsWithDigit)) {
                return i;
            }
        }
        return -1;
    }

    /// Whether a row has a time and prices, whatever they are called.
    static boolean hasPrices(Row row) {
        return row.fields().stream().filter(HeaderRows::hasDigit).count() >= 5;
    }

    private static boolean startsWithDigit(String text) {
        return !text.isEmpty() && Character.isDigit(text.charAt(0));
    }

    /// A header may stand behind the sign of a comment.
    static List<String> names(Row row) {
        List<String> names = new ArrayList<>(row.fields());
        names.set(0, names.getFirst().replaceFirst("^(#|//|%)\\s*", ""));
        return names;
    }

    /// The first row that is no part of the header at `at`.
    static int firstBelow(List<Row> rows, int at) {
        int first = at + 1;
        while (first < rows.size()
                && first - at < MOST_HEADER_LINES
                && continuesHeader(rows.get(first))) {
            first++;
        }
        return first;
    }

    /// A line below a header without a single number is part of it.
    private static boolean continuesHeader(Row row) {
        return row.fields().stream().noneMatch(HeaderRows::hasDigit)
                && row.fields().stream()
                        .noneMatch(f -> f.equalsIgnoreCase("nan") || f.equals("null"));
    }

    /// What the name of a column of times says of the zone, empty if nothing: `Time (EET)`,
    /// `date_utc`, `Timestamp [UTC+01:00]`.
    static String zoneName(String name) {
        Matcher zone = ZONE.matcher(name.strip());
        if (!zone.matches()) {
            return "";
        }
        boolean bracketed = zone.group(1) != null;
        String found =
                bracketed ? zone.group(1) : zone.group(2) == null ? zone.group(3) : zone.group(2);
        String text = found.strip();
        // a word without brackets may be any word
        boolean isIt =
                bracketed
                        || ZoneNames.find(text).isPresent()
                        || ZoneNames.several(text).isPresent();
        return isIt && !NO_ZONE.matcher(text).matches() ? text : "";
    }
}
