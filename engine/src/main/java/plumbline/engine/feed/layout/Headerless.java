package plumbline.engine.feed.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plumbline.engine.feed.csv.Clocks;
import plumbline.engine.feed.csv.NumberForm;
import plumbline.engine.feed.layout.Table.Row;
import plumbline.engine.feed.rows.CandleColumns;
import plumbline.engine.market.SeriesCheck;

/// Finds out what the columns of rows without a header are: the time is what reads as times, and of
/// the orders in which prices are written that one holds in which every row keeps `low <= open,
/// close <= high`. That does not tell opens from closes; what does is that a candle opens near
/// where the one before it closed.
final class Headerless {
    private static final List<String> USUAL = List.of("open", "high", "low", "close");
    private static final List<String> SWAPPED = List.of("close", "high", "low", "open");

    /// The orders that are met: most sources; Bitfinex and KuCoin; Coinbase; Investing.
    private static final List<List<String>> ORDERS =
            List.of(
                    USUAL,
                    List.of("open", "close", "high", "low"),
                    List.of("low", "high", "open", "close"),
                    List.of("close", "open", "high", "low"),
                    SWAPPED);

    /// Opens are so much nearer to the closes before them than closes to the opens before them.
    private static final double CLEARLY = 0.8;

    /// The same where there are few rows, or where it speaks against the usual order.
    private static final double PLAINLY = 0.4;

    private static final int MANY = 10;

    private static final int LAST_TIME_COLUMN = 2;
    private static final int FEWEST_COLUMNS = 5;

    private final List<Row> rows;
    private final TimeForms times;
    private final NumberForm numbers;

    /// @param rows that may be candles
    Headerless(List<Row> rows, TimeForms times) {
        this.rows = rows;
        this.times = times;
        this.numbers =
                NumberForms.likely(rows.stream().flatMap(row -> row.fields().stream()).toList());
    }

    /// Prices may be a candle's in two orders that differ in which is the open.
    static final class OpenAndCloseException extends Exception {
        private static final long serialVersionUID = 1L;
    }

    /// The columns, or `null` if these are no candles.
    ///
    /// @throws OpenAndCloseException if nothing tells which price is the open
    @Nullable CandleColumns columns() throws OpenAndCloseException {
        int width = rows.isEmpty() ? 0 : rows.getFirst().fields().size();
        if (width < FEWEST_COLUMNS) {
            return null;
        }
        for (int time = 0; time <= Math.min(LAST_TIME_COLUMN, width - FEWEST_COLUMNS); time++) {
            if (isNumberOfRow(time, width)) {
                continue;
            }
            List<String> names = new ArrayList<>(Stream.generate(() -> "").limit(width).toList());
            int first = time(names, time);
            if (first >= 0) {
                return prices(names, first, width); // a second column of times is none of candles
            }
        }
        return null;
    }

    /// Whether a column would be times of January 1970, and the one behind it is times too.
    private boolean isNumberOfRow(int column, int width) {
        List<String> cells = cells(column);
        return width > FEWEST_COLUMNS
                && times.areTimes(cells)
                && times.areSoon(cells)
                && times.areTimes(cells(column + 1))
                && !times.areSoon(cells(column + 1));
    }

    /// Marks the time, and the time of day behind it.
    ///
    /// @return the column of the first price, or -1 if there are no times at `time`
    private int time(List<String> names, int time) {
        List<String> cells = cells(time);
        Clocks clocks = time + 1 + 4 < names.size() ? Clocks.of(cells(time + 1)) : null;
        if (clocks != null) {
            List<String> joined =
                    rows.stream()
                            .map(row -> row.at(time) + ' ' + clocks.whole(row.at(time + 1)))
                            .toList();
            if (times.areTimes(joined)
                    && (clocks.digits() == 0 || isLong(cells(time + 1)) && times.areEven(joined))) {
                names.set(time, "time");
                names.set(time + 1, "clock");
                return time + 2;
            }
        }
        if (!times.areTimes(cells)) {
            return -1;
        }
        names.set(time, "time");
        if (time > 0 && cells(0).stream().allMatch(cell -> !cell.isEmpty() && !isNumber(cell))) {
            names.set(0, "symbol");
        }
        return time + 1;
    }

    /// Digits of a time of day are three at least: a price may be less.
    private static boolean isLong(List<String> cells) {
        return cells.stream().anyMatch(cell -> cell.length() > 2);
    }

    private static boolean isNumber(String cell) {
        return !Double.isNaN(new NumberForm('.', true).read(cell));
    }

    private List<String> cells(int column) {
        return rows.stream().map(row -> row.at(column)).toList();
    }

    private @Nullable CandleColumns prices(List<String> names, int first, int width)
            throws OpenAndCloseException {
        if (first + 4 > width) {
            return null;
        }
        List<String> order = order(names, first);
        if (order == null) {
            return null;
        }
        for (int i = 0; i < 4; i++) {
            names.set(first + i, order.get(i));
        }
        int volume = first + 4;
        // Kraken's interface has the average price before the volume, others the last ones
        while (volume + 1 < width && isPrice(volume, order, first)) {
            volume++;
        }
        if (volume < width) {
            names.set(volume, "volume");
        }
        return CandleColumns.of(names.toArray(String[]::new));
    }

    /// The order that holds; of two that differ in open and close that one in which candles go on
    /// where the one before ended. The usual one is believed unless that speaks against it.
    private @Nullable List<String> order(List<String> names, int first)
            throws OpenAndCloseException {
        boolean descending = times.areDescending(times(names));
        boolean any = false;
        for (List<String> order : ORDERS) {
            if (!holds(order, first)) {
                continue;
            }
            any = true;
            double jumps = jumps(order, first, descending);
            double others = jumps(swapped(order), first, descending);
            boolean right =
                    order.equals(USUAL)
                            ? !isPlain(others, jumps)
                            : order.equals(SWAPPED)
                                    ? isPlain(jumps, others)
                                    : jumps <= others * (areMany() ? CLEARLY : PLAINLY);
            if (right) {
                return order;
            }
        }
        if (any) {
            throw new OpenAndCloseException();
        }
        return null;
    }

    /// Whether the one is so much less over so many rows that it cannot be chance.
    private boolean isPlain(double less, double more) {
        return areMany() && less <= more * PLAINLY;
    }

    private boolean areMany() {
        return rows.size() >= MANY;
    }

    /// The times as they stand there, with those of the day behind the dates.
    private List<String> times(List<String> names) {
        int date = names.indexOf("time");
        int clock = names.indexOf("clock");
        Clocks clocks = clock < 0 ? null : Clocks.of(cells(clock));
        return clocks == null
                ? cells(date)
                : rows.stream()
                        .map(row -> row.at(date) + ' ' + clocks.whole(row.at(clock)))
                        .toList();
    }

    private static List<String> swapped(List<String> order) {
        return order.stream()
                .map(name ->
                        switch (name) {
                            case "open" -> "close";
                            case "close" -> "open";
                            default -> name;
                        })
                .toList();
    }

    /// How far all opens lie from the closes before them.
    private double jumps(List<String> order, int first, boolean descending) {
        double jumps = 0;
        for (int i = 1; i < rows.size(); i++) {
            Row before = rows.get(descending ? i : i - 1);
            Row after = rows.get(descending ? i - 1 : i);
            double jump = values(after, order, first)[0] - values(before, order, first)[3];
            jumps += Double.isNaN(jump) ? 0 : Math.abs(jump);
        }
        return jumps;
    }

    private boolean holds(List<String> order, int first) {
        int good = 0;
        for (Row row : rows) {
            double[] v = values(row, order, first);
            good += SeriesCheck.fault(v[0], v[1], v[2], v[3], 0) == null ? 1 : 0;
        }
        return good > rows.size() * Table.MOST;
    }

    /// Whether a column always lies between low and high, or has decimals and lies about there.
    private boolean isPrice(int column, List<String> order, int first) {
        boolean within = rows.size() > 1;
        boolean about = rows.size() > 1 && !isWhole(column);
        for (Row row : rows) {
            double[] v = values(row, order, first);
            double one = number(row.at(column));
            within &= one >= v[2] && one <= v[1] || one == 0;
            about &= one >= v[2] * 0.8 && one <= v[1] * 1.25 || one == 0;
        }
        return within || about;
    }

    /// Whether it has no decimals where prices have some: a volume may be as large as a price.
    private boolean isWhole(int column) {
        return cells(column).stream().allMatch(Clocks::isDigits);
    }

    /// Open, high, low and close.
    private double[] values(Row row, List<String> order, int first) {
        double[] values = new double[4];
        Arrays.setAll(
                values, i -> number(row.at(first + order.indexOf(CandleColumns.VALUES.get(i)))));
        return values;
    }

    private double number(String cell) {
        return numbers.read(cell);
    }
}
