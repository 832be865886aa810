package plumbline.engine.feed.csv;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import plumbline.engine.feed.rows.CandleColumns;

/// Which field of a row is what.
public final class CsvLayout {
    /// Binance's kline columns: open time, open, high, low, close, volume and six more.
    static final int BINANCE_COLUMNS = 12;

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
        roles[timeField] = CandleColumns.VALUES.size();
        for (int i = 0; i < valueFields.length; i++) {
            roles[valueFields[i]] = i;
        }
    }

    /// Binance's columns.
    static CsvLayout ofBinance() {
        return inOrder(BINANCE_COLUMNS);
    }

    /// LEAN's columns: time, open, high, low, close, volume.
    public static CsvLayout ofLean() {
        return inOrder(CandleColumns.VALUES.size() + 1);
    }

    private static CsvLayout inOrder(int columns) {
        return new CsvLayout(',', columns, 0, new int[] {1, 2, 3, 4, 5});
    }

    /// What a header says, or `null` if the line is none: it names not one of the columns.
    ///
    /// @throws CandleColumns.LayoutException if it is a header and a column is missing or there
    ///   twice
    static @Nullable CsvLayout ofHeader(String header) {
        char delimiter = delimiter(header);
        List<String> names = List.of(header.split(String.valueOf(delimiter), -1));
        CandleColumns columns = CandleColumns.of(names, "the header");
        return columns == null
                ? null
                : new CsvLayout(delimiter, names.size(), columns.time(), columns.values());
    }

    /// Whether a header is Binance's own: twelve columns, among them what takers bought, of which
    /// only Binance's klines tell.
    static boolean isBinance(String header) {
        String[] names = header.toLowerCase(Locale.ROOT).split(",", -1);
        return names.length == BINANCE_COLUMNS
                && Arrays.stream(names).anyMatch(name -> name.contains("taker"));
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
}
