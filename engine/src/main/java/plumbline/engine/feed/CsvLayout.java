package plumbline.engine.feed;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Which field of a row is what.
final class CsvLayout {
    /// Binance's kline columns: open time, open, high, low, close, volume and six more.
    static final int BINANCE_COLUMNS = 12;

    /// In the order in which rows keep them.
    static final List<String> VALUES = List.of("open", "high", "low", "close", "volume");

    private static final List<String> TIMES =
            List.of("time", "timestamp", "date", "datetime", "open_time");

    /// Other spellings that are met, once spaces have become underscores.
    private static final List<String> OTHER_TIMES = List.of("open_time_ms", "opentime");

    private final char delimiter;
    private final int columns;
    private final int[] roles;

    /// @param delimiter between fields
    /// @param columns how many there are, wanted or not
    /// @param timeField index of the time
    /// @param valueFields indexes of open, high, low, close and volume
    private CsvLayout(char delimiter, int columns, int timeField, int[] valueFields) {
        this.delimiter = delimiter;
        this.columns = columns;
        this.roles = new int[Math.max(timeField, Arrays.stream(valueFields).max().orElse(0)) + 1];
        Arrays.fill(roles, -1);
        roles[timeField] = VALUES.size();
        for (int i = 0; i < valueFields.length; i++) {
            roles[valueFields[i]] = i;
        }
    }

    /// Binance's columns.
    static CsvLayout ofBinance() {
        return inOrder(BINANCE_COLUMNS);
    }

    /// LEAN's columns: time, open, high, low, close, volume.
    static CsvLayout ofLean() {
        return inOrder(VALUES.size() + 1);
    }

    private static CsvLayout inOrder(int columns) {
        return new CsvLayout(',', columns, 0, new int[] {1, 2, 3, 4, 5});
    }

    /// What a header says, or `null` if the line is none: it names not one of the columns.
    ///
    /// @throws LayoutException if it is a header and a column is missing or there twice
    static @Nullable CsvLayout ofHeader(String header) {
        char delimiter = delimiter(header);
        List<String> names = names(header, delimiter);
        boolean known = names.stream().anyMatch(n -> VALUES.contains(n) || isTime(n));
        if (!known) {
            return null;
        }
        List<String> missing = new ArrayList<>();
        int[] values = new int[VALUES.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = find(names, VALUES.get(i));
            if (values[i] < 0) {
                missing.add("'" + VALUES.get(i) + "'");
            }
        }
        int time = timeField(names);
        if (time < 0) {
            missing.addFirst("a time (" + String.join(", ", TIMES) + ")");
        }
        if (!missing.isEmpty()) {
            throw new LayoutException(
                    "the header has no column "
                            + String.join(", ", missing)
                            + "; it has "
                            + String.join(", ", names));
        }
        return new CsvLayout(delimiter, names.size(), time, values);
    }

    private static int timeField(List<String> names) {
        for (List<String> spellings : List.of(TIMES, OTHER_TIMES)) {
            for (String name : spellings) {
                int at = find(names, name);
                if (at >= 0) {
                    return at;
                }
            }
        }
        return isUnnamed(names.getFirst()) ? 0 : -1;
    }

    private static boolean isTime(String name) {
        return TIMES.contains(name) || OTHER_TIMES.contains(name);
    }

    /// An index column, as data frames write it.
    private static boolean isUnnamed(String first) {
        return first.isEmpty() || first.startsWith("unnamed");
    }

    private static int find(List<String> names, String name) {
        int at = names.indexOf(name);
        if (at >= 0 && names.lastIndexOf(name) != at) {
            throw new LayoutException("the header has the column '" + name + "' twice");
        }
        return at;
    }

    private static List<String> names(String header, char delimiter) {
        return Arrays.stream(header.split(String.valueOf(delimiter), -1))
                .map(name -> name.replace("\"", "").strip().replace(' ', '_'))
                .map(name -> name.toLowerCase(Locale.ROOT))
                .toList();
    }

    private static char delimiter(String header) {
        char best = ',';
        for (char candidate : new char[] {';', '\t'}) {
            if (count(header, candidate) > count(header, best)) {
                best = candidate;
            }
        }
        return best;
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(c -> c == wanted).count();
    }

    char delimiter() {
        return delimiter;
    }

    /// How many columns there are, wanted or not.
    int columns() {
        return columns;
    }

    /// What each field is, as far as they are wanted: 0 to 4 for the values, 5 for the time, -1 for
    /// nothing.
    int[] roles() {
        return roles.clone();
    }

    /// A header that cannot be used; the message says why.
    static final class LayoutException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        LayoutException(String message) {
            super(message);
        }
    }
}
