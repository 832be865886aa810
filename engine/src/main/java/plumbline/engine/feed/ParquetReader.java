package plumbline.engine.feed;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plumbline.engine.bytes.NumberParser;
import plumbline.engine.feed.csv.CsvReader;
import plumbline.engine.feed.csv.TimeReader;
import plumbline.engine.feed.layout.LayoutException;
import plumbline.engine.feed.layout.LayoutOptions;
import plumbline.engine.feed.parquet.ParquetColumn;
import plumbline.engine.feed.parquet.ParquetColumn.Kind;
import plumbline.engine.feed.parquet.ParquetException;
import plumbline.engine.feed.parquet.ParquetTable;
import plumbline.engine.feed.rows.CandleColumns;
import plumbline.engine.feed.rows.CandleRows;
import plumbline.engine.feed.rows.ReadingLimits;
import plumbline.engine.feed.rows.RowLaws;
import plumbline.engine.feed.rows.RowNotes;
import plumbline.engine.market.Timeframe;
import plumbline.engine.text.ErrorText;

/// Reads rows of candles from a Parquet file. A fault's line is the number of the row, from 1.
///
/// One instance for one file.
final class ParquetReader {
    private static final int VALUES = CandleColumns.VALUES.size();

    private final Path file;
    private final LayoutOptions options;
    private final ParquetTimes times;
    private final ReadingLimits limits;
    private final Faults faults;
    private final double[] values = new double[VALUES];
    private final double[][] block = new double[VALUES][];
    private CandleRows rows = new CandleRows();

    private final RowNotes notes = new RowNotes();

    /// How many values rows have: there may be no volume.
    private int valueCount = VALUES;

    private final Set<String> symbols = new LinkedHashSet<>();
    private CandleColumns named = CandleColumns.of();

    /// @param timeframe what the rows are said to be, `null` if nothing was said
    /// @param faults where faults are put
    ParquetReader(
            Path file,
            LayoutOptions options,
            ReadingLimits limits,
            @Nullable Timeframe timeframe,
            Faults faults) {
        this.file = file;
        this.options = options;
        this.times = new ParquetTimes(options, limits, timeframe);
        this.limits = limits;
        this.faults = faults;
    }

    /// All rows that can be used, in the order of the file; none of a file that is damaged.
    CandleRows read() throws IOException {
        try (ParquetTable table = ParquetTable.open(file)) {
            List<ParquetColumn> columns = columns(table);
            table.select(columns);
            if (table.totalRows() > Integer.MAX_VALUE) {
                throw new ParquetException(table.totalRows() + " rows are too many for one file");
            }
            rows.expect((int) Math.min(table.totalRows(), Math.max(1024, file.toFile().length())));
            int line = 0;
            while (table.next()) {
                if (line == 0) {
                    times.learn(columns.get(valueCount), table.rows());
                }
                take(columns, table.rows(), line);
                line += table.rows();
            }
            if (line == 0) {
                throw new ParquetException("the file has no rows");
            }
            refuseSymbols();
        } catch (ParquetException | CandleColumns.ColumnsException | LayoutException e) {
            faults.clear();
            faults.refuse(new FileFault(file, 0, 0, ErrorText.of(e)));
            rows = new CandleRows();
        }
        return rows;
    }

    /// What is no fault of the rows that were read.
    RowNotes notes() {
        return notes;
    }

    /// What was found, by name, as [plumbline.engine.feed.layout.FileLayout#facts].
    Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("columns", named.text());
        facts.put("times", times.text());
        facts.put("zone", times.zoneText());
        return facts;
    }

    /// The same in one line, for people.
    String text() {
        return "Parquet; " + named.text() + "; times: " + times.text() + ", " + times.zoneText();
    }

    /// What was found of the times.
    FileMerge.Times times() {
        return new FileMerge.Times(
                times.zone(), 0, named.hasCloseTimes() ? named.name(CandleColumns.TIME) : "");
    }

    private void refuseSymbols() throws ParquetException {
        if (symbols.size() > 1 && options.symbol().isEmpty()) {
            throw new ParquetException(
                    "the file has rows of several symbols: "
                            + String.join(", ", symbols)
                            + "; choose one with --symbol");
        }
    }

    /// The values in the order of [CandleColumns#VALUES], as many as there are, then the time, then
    /// the symbol if there is one.
    private List<ParquetColumn> columns(ParquetTable table) throws ParquetException {
        CandleColumns found =
                options.columns()
                        .map(names -> CandleColumns.of(names.toArray(String[]::new)))
                        .orElseGet(() -> named(table.names()));
        if (options.closes().orElse(false)) {
            found = found.withCloseTimes();
        }
        named = found;
        List<ParquetColumn> columns = new ArrayList<>();
        valueCount = found.at(CandleColumns.VOLUME) < 0 ? VALUES - 1 : VALUES;
        for (int role = 0; role < valueCount; role++) {
            ParquetColumn column = table.column(found.at(role));
            if (!isNumber(column.kind())) {
                throw notA("numbers", column);
            }
            columns.add(column);
        }
        int clock = found.at(CandleColumns.CLOCK);
        boolean isTime = clock >= 0 && ParquetTimes.isTime(table.column(clock).kind());
        ParquetColumn time = table.column(isTime ? clock : found.at(CandleColumns.TIME));
        if (!ParquetTimes.isTime(time.kind())) {
            throw notA("times", time);
        }
        columns.add(time);
        int symbol = found.at(CandleColumns.SYMBOL);
        if (symbol >= 0 && table.column(symbol).kind() == Kind.TEXT) {
            columns.add(table.column(symbol));
        }
        return columns;
    }

    private static CandleColumns named(List<String> names) {
        CandleColumns found = CandleColumns.of(names, "the file", false);
        if (found == null) {
            throw new CandleColumns.ColumnsException(
                    "expected columns time, open, high, low, close and volume; the file has "
                            + String.join(", ", names));
        }
        return found;
    }

    private static boolean isNumber(Kind kind) {
        return switch (kind) {
            case DOUBLE, FLOAT, INTEGER, DECIMAL, TEXT -> true;
            case INSTANT, LOCAL, DATE, OTHER -> false;
        };
    }

    private static ParquetException notA(String what, ParquetColumn column) {
        return new ParquetException(
                "column '"
                        + column.name()
                        + "' holds no "
                        + what
                        + ", its type is "
                        + column.type());
    }

    private void take(List<ParquetColumn> columns, int count, int line) {
        for (int c = 0; c < valueCount; c++) {
            block[c] = numbers(columns.get(c), count, block[c]);
        }
        for (int i = 0; i < count; i++) {
            row(columns, i, line + i + 1);
        }
    }

    /// A block of numbers; `NaN` for what is none.
    private static double[] numbers(ParquetColumn column, int count, double[] room) {
        if (column.kind() == Kind.DOUBLE) {
            return column.doubles();
        }
        double[] numbers = room == null || room.length < count ? new double[count] : room;
        for (int i = 0; i < count; i++) {
            numbers[i] =
                    column.isNull(i)
                            ? Double.NaN
                            : column.kind() == Kind.TEXT
                                    ? NumberParser.number(column.text(i).strip())
                                    : column.number(i);
        }
        return numbers;
    }

    private void row(List<ParquetColumn> columns, int i, int line) {
        if (!isWanted(columns, i, line) || isEmpty(columns, i, line)) {
            return;
        }
        for (int c = 0; c < valueCount; c++) {
            ParquetColumn column = columns.get(c);
            String name = CandleColumns.VALUES.get(c);
            values[c] = block[c][i];
            if (column.isNull(i)) {
                fault(line, column, name + " is empty");
                return;
            }
            if (column.kind() == Kind.TEXT && Double.isNaN(values[c])) {
                fault(line, column, name + " '" + column.text(i) + "' is not a number");
                return;
            }
        }
        long timeMs = time(columns.get(valueCount), i, line);
        if (timeMs != TimeReader.NONE) {
            String broken = RowLaws.fault(values, line, notes);
            if (broken == null) {
                rows.add(timeMs, values, line);
            } else {
                faults.add(new FileFault(file, line, 0, broken));
            }
        }
    }

    private boolean isWanted(List<ParquetColumn> columns, int i, int line) {
        if (columns.size() == valueCount + 1) {
            return true;
        }
        ParquetColumn column = columns.get(valueCount + 1);
        String symbol = column.isNull(i) ? "" : column.text(i);
        if (symbols.size() < CsvReader.MOST_SYMBOLS) {
            symbols.add(symbol);
        }
        boolean isIt = options.symbol().map(symbol::equalsIgnoreCase).orElse(true);
        if (!isIt) {
            notes.add(RowNotes.Kind.OTHER_SYMBOL, line);
        }
        return isIt;
    }

    /// Whether nothing was traded: not one of the prices is there.
    private boolean isEmpty(List<ParquetColumn> columns, int i, int line) {
        for (int c = 0; c <= CandleColumns.CLOSE; c++) {
            boolean missing =
                    columns.get(c).isNull(i)
                            || columns.get(c).kind() != Kind.TEXT && Double.isNaN(block[c][i]);
            if (!missing) {
                return false;
            }
        }
        notes.add(RowNotes.Kind.EMPTY, line);
        return true;
    }

    private long time(ParquetColumn time, int i, int line) {
        if (time.isNull(i)) {
            fault(line, time, "time is empty");
            return TimeReader.NONE;
        }
        long timeMs = times.read(time, i);
        if (timeMs == TimeReader.NONE) {
            fault(line, time, "time " + times.text(time, i) + " is not a time");
        } else if (!limits.hasTime(timeMs)) {
            fault(line, time, "time " + times.text(time, i) + " " + limits.fault(timeMs));
            return TimeReader.NONE;
        }
        return timeMs;
    }

    private void fault(int line, ParquetColumn column, String message) {
        faults.add(new FileFault(file, line, column.field() + 1, message));
    }
}
