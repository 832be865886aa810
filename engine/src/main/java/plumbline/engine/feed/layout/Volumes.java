package plumbline.engine.feed.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import plumbline.engine.feed.csv.NumberForm;
import plumbline.engine.feed.layout.Table.Row;
import plumbline.engine.feed.rows.CandleColumns;

/// Finds out which column is what was traded, where several are called a volume: not one that is
/// zero all the way, and not one that counts the money it was traded for.
final class Volumes {
    /// A word in brackets at the end, or behind a blank or a line there.
    private static final Pattern LAST_WORD =
            Pattern.compile(".*[(\\[_ ]'?([\\p{L}\\d]+)\\.?[)\\]]?");

    /// Lots of shares.
    private static final Pattern HUNDREDS = Pattern.compile("(?i).*\\b(?:100s|hundreds)\\b.*");

    private final List<String> header;
    private final List<Row> data;
    private final Supplier<List<String>> cells;
    private @Nullable NumberForm numbers;
    private final List<String> notes;

    /// @param header names of the columns
    /// @param cells the numbers of the rows
    /// @param notes where it is noted what a user should know
    Volumes(List<String> header, List<Row> data, Supplier<List<String>> cells, List<String> notes) {
        this.header = header;
        this.data = data;
        this.cells = cells;
        this.notes = notes;
    }

    /// The columns with that of the volume; without one if there is none.
    CandleColumns choose(CandleColumns columns) {
        int named = columns.at(CandleColumns.VOLUME);
        int chosen = named == columns.at(CandleColumns.TIME) ? -1 : named;
        List<Integer> candidates = candidates(columns);
        Optional<Integer> filled = candidates.stream().filter(this::isFilled).findFirst();
        if (filled.isPresent() && filled.get() != named) {
            chosen = filled.get();
            notes.add(title(named) + " is 0 everywhere: the volume is taken from " + title(chosen));
        }
        for (int other : candidates) {
            boolean isIt =
                    other != chosen
                            && !CandleColumns.isMoney(header.get(other))
                            && isMoney(chosen, other, columns)
                            && !isMoney(other, chosen, columns);
            if (isIt) {
                notes.add(
                        title(chosen)
                                + " is "
                                + title(other)
                                + " times the price: the volume is taken from "
                                + title(other));
                chosen = other;
                break;
            }
        }
        if (chosen >= 0 && CandleColumns.isMoney(header.get(chosen))) {
            notes.add(title(chosen) + " counts money, not what was traded for it");
        }
        return columns.with(CandleColumns.VOLUME, chosen);
    }

    /// By how much a column's numbers are to be multiplied, as its name says: `Volume (K)`.
    static double scale(String name) {
        if (HUNDREDS.matcher(name).matches()) {
            return 100;
        }
        Matcher word = LAST_WORD.matcher(name.strip());
        return word.matches() ? Math.pow(10, NumberForm.exponent(word.group(1))) : 1;
    }

    private List<Integer> candidates(CandleColumns columns) {
        List<Integer> candidates =
                new ArrayList<>(CandleColumns.candidates(CandleColumns.VOLUME, header));
        candidates.remove((Integer) columns.at(CandleColumns.TIME)); // `volume time` is no volume
        return candidates;
    }

    private boolean isFilled(int column) {
        return data.stream()
                .anyMatch(row -> row.at(column).chars().anyMatch(c -> c >= '1' && c <= '9'));
    }

    private String title(int column) {
        return "'" + header.get(column) + "'";
    }

    /// Whether one column is the other at prices of the candle in most rows.
    private boolean isMoney(int money, int amount, CandleColumns columns) {
        int rows = 0;
        int within = 0;
        for (Row row : data) {
            double price = number(row, money) / number(row, amount);
            if (price > 0 && Double.isFinite(price)) {
                rows++;
                within +=
                        price >= number(row, columns.at(CandleColumns.LOW)) * (1 - 1e-6)
                                        && price
                                                <= number(row, columns.at(CandleColumns.HIGH))
                                                        * (1 + 1e-6)
                                ? 1
                                : 0;
            }
        }
        return rows > 1 && within > rows * Table.MOST;
    }

    private double number(Row row, int column) {
        NumberForm form = numbers;
        if (form == null) {
            form = NumberForms.likely(cells.get());
            numbers = form;
        }
        return form.read(row.at(column));
    }
}
