package plumbline.engine.feed;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import plumbline.engine.feed.csv.NumberParser;
import plumbline.engine.feed.csv.TimeReader;
import plumbline.engine.feed.parquet.ParquetColumn;
import plumbline.engine.feed.parquet.ParquetColumn.Kind;
import plumbline.engine.feed.parquet.ParquetException;
import plumbline.engine.feed.parquet.ParquetTable;
import plumbline.engine.feed.rows.CandleColumns;
import plumbline.engine.feed.rows.CandleRows;
import plumbline.engine.feed.rows.ReadingLimits;
import plumbline.engine.market.SeriesCheck;
import plumbline.engine.text.ErrorText;

/// Reads rows of candles from a Parquet file. A fault's line is the number of the row, from 1.
///
/// One instance for one file.
final class ParquetReader {
    private static final int VALUES = CandleColumns.VALUES.size();

    private final Path file;
    private final ParquetTimes times;
    private final ReadingLimits limits;
    private final Faults faults;
    private final double[] values = new double[VALUES];
    private final double[][] block = new double[VALUES][];
    private CandleRows rows = new CandleRows();

    /// @param zone of times without one
    /// @param faults where faults are put
    ParquetReader(Path file, ZoneId zone, ReadingLimits limits, Faults faults) {
        this.file = file;
        this.times = new ParquetTimes(zone);
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
                take(columns, table.rows(), line);
                line += table.rows();
            }
            if (line == 0) {
                throw new ParquetException("the file has no rows");
            }
        } catch (ParquetException | CandleColumns.LayoutException e) {
            faults.clear();
            faults.add(new FileFault(file, 0, 0, ErrorText.of(e)));
            rows = new CandleRows();
        }
        return rows;
    }

    /// The values in the order of [CandleColumns#VALUES], then the time.
    private static List<ParquetColumn> columns(ParquetTable table) throws ParquetException {
        CandleColumns found = CandleColumns.of(table.names(), "the file");
        if (found == null) {
            throw new ParquetException(
                    "expected columns time, open, high, low, close and volume; the file has "
                            + String.join(", ", table.names()));
        }
        List<ParquetColumn> columns = new ArrayList<>();
        for (int field : found.values()) {
            ParquetColumn column = table.column(field);
            if (!isNumber(column.kind())) {
                throw notA("numbers", column);
            }
            columns.add(column);
        }
        ParquetColumn time = table.column(found.time());
        if (!ParquetTimes.isTime(time.kind())) {
            throw notA("times", time);
        }
        columns.add(time);
        return columns;
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
        for (int c = 0; c < VALUES; c++) {
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
        for (int c = 0; c < VALUES; c++) {
            ParquetColumn column = columns.get(c);
            values[c] = block[c][i];
            if (column.isNull(i)) {
                fault(line, column, CandleColumns.VALUES.get(c) + " is empty");
                return;
            }
            if (column.kind() == Kind.TEXT && Double.isNaN(values[c])) {
                String text = column.text(i);
                fault(
                        line,
                        column,
                        CandleColumns.VALUES.get(c) + " '" + text + "' is not a number");
                return;
            }
        }
        ParquetColumn time = columns.get(VALUES);
        if (time.isNull(i)) {
            fault(line, time, "time is empty");
            return;
        }
        long timeMs = times.read(time, i);
        if (timeMs == TimeReader.NONE) {
            fault(line, time, "time " + times.text(time, i) + " is not a time");
            return;
        }
        if (!limits.hasTime(timeMs)) {
            fault(line, time, "time " + times.text(time, i) + " " + limits.fault(timeMs));
            return;
        }
        String broken = SeriesCheck.fault(values[0], values[1], values[2], values[3], values[4]);
        if (broken == null) {
            rows.add(timeMs, values, line);
        } else {
            faults.add(new FileFault(file, line, 0, broken));
        }
    }

    private void fault(int line, ParquetColumn column, String message) {
        faults.add(new FileFault(file, line, column.field() + 1, message));
    }
}
