package plumbline.engine.feed.layout;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import plumbline.engine.feed.csv.TimeForm;
import plumbline.engine.feed.csv.TimeForm.DateOrder;
import plumbline.engine.feed.csv.TimeForm.Kind;
import plumbline.engine.feed.csv.TimeReader;
import plumbline.engine.feed.csv.TimestampParser;
import plumbline.engine.feed.rows.ReadingLimits;
import plumbline.engine.market.Timeframe;

/// Finds out how the times of a file are written. A number may be an epoch time of four units, a
/// date without separators, or a day of a spreadsheet: it is that which all rows can be, within the
/// years in which there can be candles, and which puts them a timeframe apart.
public final class TimeForms {
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d*)?([eE][+-]?\\d+)?");
    private static final Pattern SCIENTIFIC = Pattern.compile("-?\\d(\\.\\d*)?[eE]\\+?\\d+");
    private static final Pattern DOTTED = Pattern.compile("\\d{1,2}\\.\\d{1,2}\\.\\d{2,4}\\b.*");
    private static final long DAY = 86_400_000L;

    /// So many rows in order are no chance.
    private static final int MANY = 10;

    /// Years and months, and days of years of two digits.
    private static final List<TimeForm> SHORT_DATES =
            List.of(TimeForm.of(DateOrder.YM), TimeForm.named("yyMMdd").orElseThrow());

    /// Spreadsheets have days of candles from about 1950 on; less is a number of something else.
    private static final long FIRST_SPREADSHEET_DAY = -20 * 365 * DAY;

    private static final long LONGEST_MONTH = 31 * DAY;
    private static final long SHORTEST_MONTH = 28 * DAY;

    private final ReadingLimits limits;
    private final @Nullable Timeframe timeframe;
    private final ZoneId zone;

    /// @param timeframe what the user says it is, `null` if nothing was said
    /// @param zone of times without one
    public TimeForms(ReadingLimits limits, @Nullable Timeframe timeframe, ZoneId zone) {
        this.limits = limits;
        this.timeframe = timeframe;
        this.zone = zone;
    }

    /// @param form of the times
    /// @param orders what the order of day and month may be: one, or several if that is open
    public record Found(TimeForm form, Set<DateOrder> orders) {
        static Found of(TimeForm form) {
            return new Found(form, Set.of(form.order()));
        }

        public boolean isOpen() {
            return orders.size() > 1;
        }
    }

    /// Whether a date is written with points: `02.01.2024`, which is the day first wherever it is
    /// done.
    static boolean isDotted(String cell) {
        return DOTTED.matcher(cell).matches();
    }

    /// Whether most of these cells are times in some form.
    boolean areTimes(List<String> cells) {
        try {
            TimeForm form = find(cells, 0).form();
            return !cells.isEmpty() && read(cells, form).readable > cells.size() * Table.MOST;
        } catch (LayoutException e) {
            return false; // not one is a time
        }
    }

    /// Whether these cells count from 1970, so that no zone is theirs.
    boolean areEpochs(List<String> cells) {
        try {
            return find(cells, 0).form().kind().isEpoch();
        } catch (LayoutException e) {
            return false; // not one is a time
        }
    }

    /// Whether most of these cells would be times in the first days of 1970.
    boolean areSoon(List<String> cells) {
        try {
            return areSoon(cells, find(cells, 0).form());
        } catch (LayoutException e) {
            return false; // not one is a time
        }
    }

    /// Whether these cells are times that a timeframe lies between, or all the same number of days.
    boolean areEven(List<String> cells) {
        try {
            return isTimeframe(step(cells, find(cells, 0).form()));
        } catch (LayoutException e) {
            return false; // not one is a time
        }
    }

    /// Whether the first of these cells is later than the last.
    boolean areDescending(List<String> cells) {
        try {
            TimestampParser parser = new TimestampParser(find(cells, 0).form(), zone, false);
            return parser.read(cells.getFirst()) > parser.read(cells.getLast());
        } catch (LayoutException e) {
            return false; // not one is a time
        }
    }

    /// @param line of the first cell
    /// @throws LayoutException if the cells are no times in any form
    public Found find(List<String> cells, int line) throws LayoutException {
        long numbers = cells.stream().filter(cell -> NUMBER.matcher(cell).matches()).count();
        if (numbers * 2 > cells.size()) {
            refuseLostDigits(cells, line);
            return Found.of(numeric(cells));
        }
        return dates(cells, line);
    }

    /// A spreadsheet that shows 1.70407E+12 writes just that.
    private static void refuseLostDigits(List<String> cells, int line) throws LayoutException {
        for (String cell : cells) {
            if (SCIENTIFIC.matcher(cell).matches()) {
                BigDecimal number = new BigDecimal(cell);
                if (number.scale() < 0) {
                    throw new LayoutException(
                            line,
                            "the times were shortened by a spreadsheet: of '"
                                    + cell
                                    + "' the last "
                                    + -number.scale()
                                    + " digits are lost. Export the file again with the column of"
                                    + " times formatted as whole numbers");
                }
            }
        }
    }

    /// What most often lies between two of these cells in milliseconds, 0 if there is but one.
    long step(List<String> cells, TimeForm form) {
        return read(cells, form).step();
    }

    /// Whether most of these cells are times in the first days of 1970.
    boolean areSoon(List<String> cells, TimeForm form) {
        return read(cells, form).soon * 2 > cells.size();
    }

    private TimeForm numeric(List<String> cells) {
        TimeForm best = usual(cells);
        int bestScore = score(cells, best);
        for (Kind kind : Kind.values()) {
            TimeForm form = kind == Kind.DATE ? TimeForm.ISO : TimeForm.of(kind);
            int score = score(cells, form);
            if (score > bestScore) {
                best = form;
                bestScore = score;
            }
        }
        for (TimeForm dates : SHORT_DATES) {
            int score = score(cells, dates);
            if (score > bestScore) {
                best = dates;
                bestScore = score;
            }
        }
        return best;
    }

    /// What numbers of that size mostly are.
    private static TimeForm usual(List<String> cells) {
        String first =
                cells.stream().filter(c -> NUMBER.matcher(c).matches()).findFirst().orElse("0");
        int digits = first.replaceFirst("^-", "").replaceFirst("\\..*", "").length();
        if (digits == 8) {
            return TimeForm.ISO;
        }
        return TimeForm.of(
                digits <= 11
                        ? Kind.SECONDS
                        : digits <= 14 ? Kind.MILLIS : digits <= 17 ? Kind.MICROS : Kind.NANOS);
    }

    /// The higher, the likelier; negative if most of the cells cannot be that.
    private int score(List<String> cells, TimeForm form) {
        Reading reading = read(cells, form);
        if (reading.possible * 2 <= cells.size()) {
            return -1;
        }
        int score = reading.possible == cells.size() ? 8 : 0;
        if (reading.soon * 2 > cells.size()) {
            return score; // the numbers are too small to be an epoch time of that unit
        }
        long step = reading.step();
        boolean isStated =
                timeframe != null
                        && (timeframe == Timeframe.MONTH1
                                ? step >= SHORTEST_MONTH && step <= LONGEST_MONTH
                                : step == timeframe.millis());
        // that all digits make dates of our time is no chance
        int date = form.kind() == Kind.DATE ? 1 : 0;
        return score + 1 + date + (isStated ? 4 : 0) + (isTimeframe(step) ? 2 : 0);
    }

    private static boolean isTimeframe(long step) {
        for (Timeframe one : Timeframe.values()) {
            if (one != Timeframe.MONTH1 && one.millis() == step) {
                return true;
            }
        }
        return step >= SHORTEST_MONTH && step <= LONGEST_MONTH;
    }

    /// What cells are in a form.
    private static final class Reading {
        private final Map<Long, Integer> steps = new HashMap<>();
        private int readable;
        private int possible;
        private int soon;

        /// What most often lies between two rows; 0 if there is but one.
        long step() {
            return steps.entrySet().stream()
                    .max(
                            Map.Entry.<Long, Integer>comparingByValue()
                                    .thenComparing(
                                            Map.Entry.comparingByKey(
                                                    java.util.Comparator.reverseOrder())))
                    .map(Map.Entry::getKey)
                    .orElse(0L);
        }
    }

    private Reading read(List<String> cells, TimeForm form) {
        TimestampParser parser = new TimestampParser(form, zone, false);
        Reading reading = new Reading();
        long before = TimeReader.NONE;
        for (String cell : cells) {
            long time = parser.read(cell);
            if (time != TimeReader.NONE) {
                reading.readable++;
            }
            boolean early = form.kind() == Kind.EXCEL_DAYS && time < FIRST_SPREADSHEET_DAY;
            if (time == TimeReader.NONE || early || !limits.hasTime(time)) {
                continue;
            }
            reading.possible++;
            if (form.kind() != Kind.DATE && time >= 0 && time < TimestampParser.SOON_AFTER_1970) {
                reading.soon++;
            }
            if (before != TimeReader.NONE && time != before) {
                reading.steps.merge(Math.abs(time - before), 1, Integer::sum);
            }
            before = time;
        }
        return reading;
    }

    private Found dates(List<String> cells, int line) throws LayoutException {
        Map<DateOrder, Integer> counts = new EnumMap<>(DateOrder.class);
        int most = 0;
        for (DateOrder order : DateOrder.values()) {
            int count = read(cells, TimeForm.of(order)).readable;
            counts.put(order, count);
            most = Math.max(most, count);
        }
        if (most == 0) {
            refuseSeveralZones(cells.getFirst(), line);
            throw new LayoutException(
                    line,
                    "time '"
                            + cells.getFirst()
                            + "' is not a time in any form that is known. Which column is the time is"
                            + " said with --columns, how it is written with --date-format, for example"
                            + " --date-format dd/MM/yyyy");
        }
        Set<DateOrder> possible = new TreeSet<>();
        for (DateOrder order : DateOrder.values()) {
            if (counts.getOrDefault(order, 0) == most) {
                possible.add(order);
            }
        }
        keepOrdered(cells, possible);
        DateOrder first = possible.iterator().next();
        TimestampParser parser = new TimestampParser(TimeForm.of(first), zone, false);
        List<String> times =
                cells.stream().filter(cell -> parser.read(cell) != TimeReader.NONE).toList();
        boolean dayFirst =
                possible.contains(DateOrder.DMY) && times.stream().allMatch(cell -> isDotted(cell));
        if (dayFirst || areAlike(times, possible)) {
            return Found.of(TimeForm.of(dayFirst ? DateOrder.DMY : first));
        }
        return new Found(TimeForm.of(first), possible);
    }

    /// Files are in order of time, and a timeframe lies between their rows: where one reading of
    /// the dates has that and another has not, the other is wrong.
    private void keepOrdered(List<String> cells, Set<DateOrder> possible) {
        List<DateOrder> ordered =
                possible.stream().filter(order -> areOrdered(cells, TimeForm.of(order))).toList();
        if (!ordered.isEmpty() && cells.size() >= MANY) {
            possible.retainAll(ordered);
        }
        List<DateOrder> even =
                possible.stream()
                        .filter(order -> isTimeframe(step(cells, TimeForm.of(order))))
                        .toList();
        if (!even.isEmpty() && cells.size() >= MANY) {
            possible.retainAll(even);
        }
    }

    private boolean areOrdered(List<String> cells, TimeForm form) {
        TimestampParser parser = new TimestampParser(form, zone, false);
        long[] times =
                cells.stream()
                        .mapToLong(parser::read)
                        .filter(time -> time != TimeReader.NONE)
                        .toArray();
        int up = 0;
        int down = 0;
        for (int i = 1; i < times.length; i++) {
            up += times[i] > times[i - 1] ? 1 : 0;
            down += times[i] < times[i - 1] ? 1 : 0;
        }
        return up == 0 || down == 0;
    }

    private static void refuseSeveralZones(String cell, int line) throws LayoutException {
        String name = cell.substring(cell.lastIndexOf(' ') + 1);
        Optional<String> several = ZoneNames.several(name);
        if (several.isPresent()) {
            String pattern =
                    cell.replaceFirst("^\\d{4}-\\d\\d-\\d\\d", "yyyy-MM-dd")
                            .replaceFirst(" \\d\\d:\\d\\d:\\d\\d ", " HH:mm:ss ")
                            .replaceFirst(" \\d\\d:\\d\\d ", " HH:mm ")
                            .replace(" " + name, "");
            boolean isIt = !HeaderRows.hasDigit(pattern);
            throw new LayoutException(
                    line,
                    "in '"
                            + cell
                            + "' "
                            + several.get()
                            + ", and that the name is to be read over with --date-format "
                            + (isIt ? "" : "and a pattern such as ")
                            + '"'
                            + (isIt ? pattern : "dd/MM/yyyy HH:mm")
                            + " '"
                            + name
                            + "'\"");
        }
    }

    /// Whether all cells mean the same in each order, as with names of months.
    private boolean areAlike(List<String> cells, Set<DateOrder> orders) {
        TimestampParser one =
                new TimestampParser(TimeForm.of(orders.iterator().next()), zone, false);
        for (DateOrder order : orders) {
            TimestampParser other = new TimestampParser(TimeForm.of(order), zone, false);
            if (!cells.stream().allMatch(cell -> one.read(cell) == other.read(cell))) {
                return false;
            }
        }
        return true;
    }
}
