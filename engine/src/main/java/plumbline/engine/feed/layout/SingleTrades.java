package plumbline.engine.feed.layout;

import java.util.List;
import java.util.Set;
import plumbline.engine.feed.csv.NumberForm;
import plumbline.engine.feed.layout.Table.Row;
import plumbline.engine.feed.rows.CandleColumns;

/// Tells files of single trades and of quotes, which are met beside those of candles.
final class SingleTrades {
    /// What is said of them.
    static final String ARE_NO_CANDLES =
            "these are single trades or quotes, not candles: each row has one price of one moment."
                    + " Export candles from where they come from, or build them (for example with"
                    + " resample().ohlc() of pandas)";

    private static final Set<String> PRICES =
            Set.of("price", "bid", "ask", "bid price", "ask price", "last", "trade price", "p");
    private static final int MOST_COLUMNS = 4;
    private static final int FEWEST_COLUMNS = 2;

    private SingleTrades() {}

    /// Whether names are those of trades or quotes: a price, and none of the high and the low.
    static boolean areNamed(List<String> names) {
        boolean price = names.stream().map(CandleColumns::plain).anyMatch(PRICES::contains);
        return price
                && CandleColumns.candidates(CandleColumns.HIGH, names).isEmpty()
                && CandleColumns.candidates(CandleColumns.LOW, names).isEmpty();
    }

    /// Whether four numbers are about the same, as the prices of a candle are.
    private static boolean hasFourAlike(Row row) {
        double[] sorted =
                row.fields().stream()
                        .mapToDouble(NumberForm.PLAIN::read)
                        .filter(value -> value > 0)
                        .sorted()
                        .toArray();
        for (int i = 3; i < sorted.length; i++) {
            if (sorted[i] <= sorted[i - 3] * 1.5) {
                return true;
            }
        }
        return false;
    }

    /// Whether rows without names look like that: a time and one or two prices, or who took.
    static boolean areRows(List<Row> rows, TimeForms times) {
        int width = rows.getFirst().fields().size();
        List<Row> alike = rows.stream().filter(row -> row.fields().size() == width).toList();
        boolean mayBeCandles = alike.stream().allMatch(SingleTrades::hasFourAlike);
        for (int column = 0; column < width && alike.size() > 1 && !mayBeCandles; column++) {
            int at = column;
            if (alike.stream().allMatch(row -> row.at(at).matches("(?i)true|false|buy|sell"))) {
                return true;
            }
        }
        return width >= FEWEST_COLUMNS
                && width <= MOST_COLUMNS
                && times.areTimes(alike.stream().map(row -> row.at(0)).toList())
                && alike.stream().allMatch(row -> HeaderRows.hasDigit(row.at(1)));
    }
}
