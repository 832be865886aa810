package plumbline.engine.feed.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Which columns of a file are a candle's, told by their names.
public final class CandleColumns {
    /// In the order in which rows keep them.
    public static final List<String> VALUES = List.of("open", "high", "low", "close", "volume");

    private static final List<String> TIMES =
            List.of("time", "timestamp", "date", "datetime", "open_time");

    /// Other spellings that are met, once spaces have become underscores.
    private static final List<String> OTHER_TIMES = List.of("open_time_ms", "opentime");

    /// What data frames call an index without a name when they write Parquet.
    private static final String INDEX = "__index_level_0__";

    private final int time;
    private final int[] values;

    private CandleColumns(int time, int[] values) {
        this.time = time;
        this.values = values;
    }

    /// Index of the time.
    public int time() {
        return time;
    }

    /// Indexes of [#VALUES].
    public int[] values() {
        return values.clone();
    }

    /// The columns of these names, or `null` if not one of them is a candle's.
    ///
    /// @param where what the names are of, for messages: `the header`
    /// @throws LayoutException if there are some, and others are missing or there twice
    public static @Nullable CandleColumns of(List<String> written, String where) {
        List<String> names = written.stream().map(CandleColumns::plain).toList();
        if (names.stream().noneMatch(n -> VALUES.contains(n) || isTime(n))) {
            return null;
        }
        List<String> missing = new ArrayList<>();
        int[] values = new int[VALUES.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = find(names, VALUES.get(i), where);
            if (values[i] < 0) {
                missing.add("'" + VALUES.get(i) + "'");
            }
        }
        int time = time(names, where);
        if (time < 0) {
            missing.addFirst("a time (" + String.join(", ", TIMES) + ")");
        }
        if (!missing.isEmpty()) {
            throw new LayoutException(
                    where
                            + " has no column "
                            + String.join(", ", missing)
                            + "; it has "
                            + String.join(", ", names));
        }
        return new CandleColumns(time, values);
    }

    private static String plain(String name) {
        return name.replace("\"", "").strip().replace(' ', '_').toLowerCase(Locale.ROOT);
    }

    private static int time(List<String> names, String where) {
        for (List<String> spellings : List.of(TIMES, OTHER_TIMES)) {
            for (String name : spellings) {
                int at = find(names, name, where);
                if (at >= 0) {
                    return at;
                }
            }
        }
        return isUnnamed(names.getFirst()) ? 0 : find(names, INDEX, where);
    }

    private static boolean isTime(String name) {
        return TIMES.contains(name) || OTHER_TIMES.contains(name);
    }

    /// An index column, as data frames write it.
    private static boolean isUnnamed(String first) {
        return first.isEmpty() || first.startsWith("unnamed");
    }

    private static int find(List<String> names, String name, String where) {
        int at = names.indexOf(name);
        if (at >= 0 && names.lastIndexOf(name) != at) {
            throw new LayoutException(where + " has the column '" + name + "' twice");
        }
        return at;
    }

    /// Columns that cannot be used; the message says why.
    public static final class LayoutException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        LayoutException(String message) {
            super(message);
        }
    }
}
