package plumbline.engine.feed.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import plumbline.engine.feed.rows.CandleColumns;

/// Columns of a JSON that has its candles by column: a list for each, `{"open": [1.5, 1.6]}`, or an
/// object, `{"open": {"2024-01-01": 1.5, "2024-01-02": 1.6}}`.
final class JsonColumns {
    private static final int MOST = 200;

    private final Map<String, List<String>> columns = new LinkedHashMap<>();

    /// The names under which the values of a column stand, where it is an object.
    private final Map<String, List<String>> keys = new LinkedHashMap<>();

    /// A column as a list; the first of a name counts.
    void add(String name, List<String> values) {
        if (columns.size() < MOST) {
            columns.putIfAbsent(name, values);
        }
    }

    /// A value of a column that is an object.
    void add(String name, String key, String value) {
        if (columns.size() < MOST) {
            columns.computeIfAbsent(name, n -> new ArrayList<>()).add(value);
            keys.computeIfAbsent(name, n -> new ArrayList<>()).add(key);
        }
    }

    /// The values of a column, none if there is none of that name.
    List<String> of(String name) {
        return columns.getOrDefault(name, List.of());
    }

    /// Columns of the same length as rows, the first of them the names; nothing if they are no
    /// candles.
    List<List<String>> rows() throws JsonTable.JsonException {
        int length = columns.values().stream().mapToInt(List::size).max().orElse(0);
        List<String> names =
                columns.entrySet().stream()
                        .filter(column -> column.getValue().size() == length)
                        .map(Map.Entry::getKey)
                        .toList();
        if (CandleColumns.prices(names) < 3) {
            return List.of();
        }
        List<List<String>> rowKeys =
                names.stream().map(name -> keys.getOrDefault(name, List.of())).distinct().toList();
        if (rowKeys.size() > 1) {
            throw new JsonTable.JsonException("the columns of this JSON do not have the same rows");
        }
        List<String> rowNames = rowKeys.getFirst();
        boolean keyed =
                rowNames.size() == length
                        && CandleColumns.candidates(CandleColumns.TIME, names).isEmpty();
        List<List<String>> rows = new ArrayList<>();
        rows.add(keyed ? with("time", names) : names);
        for (int i = 0; i < length; i++) {
            int at = i;
            List<String> cells = names.stream().map(name -> of(name).get(at)).toList();
            rows.add(keyed ? with(rowNames.get(i), cells) : cells);
        }
        return rows;
    }

    private static List<String> with(String first, List<String> others) {
        List<String> all = new ArrayList<>(others);
        all.addFirst(first);
        return all;
    }
}
