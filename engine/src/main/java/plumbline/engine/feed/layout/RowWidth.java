package plumbline.engine.feed.layout;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import plumbline.engine.feed.layout.Table.Row;

/// How many fields rows have: a row or a header with one more or one less has values under names
/// that are not theirs.
final class RowWidth {
    private RowWidth() {}

    /// How many fields most rows have.
    ///
    /// @param header how many names there are; it decides where two counts are as frequent
    static int of(List<Row> rows, int header) {
        Map<Integer, Integer> counts = new HashMap<>();
        rows.forEach(row -> counts.merge(row.fields().size(), 1, Integer::sum));
        int most = counts.values().stream().mapToInt(count -> count).max().orElse(0);
        if (counts.getOrDefault(header, 0) == most) {
            return header;
        }
        return counts.entrySet().stream()
                .filter(count -> count.getValue() == most)
                .mapToInt(Map.Entry::getKey)
                .max()
                .orElse(0);
    }

    /// Empty names and empty fields at the ends of lines do no harm.
    ///
    /// @param line of the header
    /// @throws LayoutException if the header has another number of names than the rows have fields
    static void check(List<String> header, int line, List<Row> rows) throws LayoutException {
        int width = of(rows, header.size());
        int names = header.size();
        while (names > 0 && header.get(names - 1).isEmpty()) {
            names--;
        }
        int behind = names;
        boolean onlyEmpty =
                rows.stream()
                        .filter(row -> row.fields().size() == width)
                        .allMatch(row ->
                                IntStream.range(behind, width).allMatch(i -> row.at(i).isEmpty()));
        if (width < names || !onlyEmpty) {
            throw new LayoutException(
                    line,
                    "the header has "
                            + names
                            + " columns and the rows have "
                            + width
                            + "; say which column is what with --columns");
        }
    }
}
