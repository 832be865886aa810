package plumbline.engine.feed.layout;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import plumbline.engine.feed.layout.Table.Row;
import plumbline.engine.feed.rows.CandleColumns;
import plumbline.engine.feed.rows.ReadingLimits;
import plumbline.engine.market.Timeframe;
import plumbline.engine.text.ErrorText;

/// Finds out where the rows of a table begin and what its columns are: as the user says, by the
/// names above them, or by what stands in them.
///
/// One instance for one table.
final class ColumnFinder {
    private final List<Row> rows;
    private final LayoutOptions options;
    private final ReadingLimits limits;
    private final @Nullable Timeframe timeframe;
    private final List<String> notes;
    private int headerLine;
    private List<String> header = List.of();
    private List<Row> data = List.of();

    /// @param timeframe what the user says it is, `null` if nothing was said
    /// @param notes where it is noted what is not read
    ColumnFinder(
            Table table,
            LayoutOptions options,
            ReadingLimits limits,
            @Nullable Timeframe timeframe,
            List<String> notes) {
        this.rows = table.rows();
        this.options = options;
        this.limits = limits;
        this.timeframe = timeframe;
        this.notes = notes;
    }

    /// The line of the header, 0 if there is none, after [#find].
    int headerLine() {
        return headerLine;
    }

    /// The names of the columns, empty if they have none, after [#find].
    List<String> header() {
        return header;
    }

    /// The rows of candles, after [#find].
    List<Row> data() {
        return data;
    }

    /// @throws LayoutException if these are no candles, or if something stays open
    CandleColumns find() throws LayoutException {
        if (options.columns().isPresent()) {
            return stated(options.columns().get());
        }
        int at = HeaderRows.find(rows);
        if (at >= 0) {
            return named(at);
        }
        return unnamed();
    }

    /// The columns as the user says; lines above the first row of numbers are no rows.
    private CandleColumns stated(List<String> names) throws LayoutException {
        CandleColumns columns = CandleColumns.of(names.toArray(String[]::new));
        int first = 0;
        while (first < rows.size() && !isRow(rows.get(first), columns)) {
            first++;
        }
        if (first == rows.size()) {
            throw new LayoutException(
                    0, "not one row has numbers where --columns says there are prices");
        }
        data = rows.subList(first, rows.size());
        return columns;
    }

    private static boolean isRow(Row row, CandleColumns columns) {
        return HeaderRows.hasDigit(row.at(columns.at(CandleColumns.TIME)))
                && row.fields().size() > columns.at(CandleColumns.CLOSE);
    }

    private CandleColumns named(int at) throws LayoutException {
        Row row = rows.get(at);
        header = HeaderRows.names(row);
        headerLine = row.line();
        int first = HeaderRows.firstBelow(rows, at);
        data = rows.subList(first, rows.size());
        noteRowsAbove(rows.subList(0, at));
        CandleColumns columns;
        try {
            columns = CandleColumns.of(header, "the header", first > at + 1);
        } catch (CandleColumns.ColumnsException e) {
            throw new LayoutException(
                    row.line(),
                    SingleTrades.areNamed(header) ? SingleTrades.ARE_NO_CANDLES : ErrorText.of(e));
        }
        if (columns == null) {
            throw new LayoutException(row.line(), notCandles(row));
        }
        for (int i = at + 1; i < first && columns.at(CandleColumns.TIME) < 0; i++) {
            columns =
                    columns.with(
                            CandleColumns.TIME,
                            CandleColumns.candidates(
                                            CandleColumns.TIME, HeaderRows.names(rows.get(i)))
                                    .stream()
                                    .findFirst()
                                    .orElse(-1));
        }
        if (data.isEmpty()) {
            throw new LayoutException(0, "the file has no rows");
        }
        if (columns.at(CandleColumns.TIME) < 0) {
            throw new LayoutException(
                    row.line(),
                    "the lines of the header have no column for the time; say which column is what with"
                            + " --columns");
        }
        RowWidth.check(header, headerLine, data);
        return columns;
    }

    private void noteRowsAbove(List<Row> rows) {
        long above = rows.stream().filter(HeaderRows::hasPrices).count();
        if (above > 0) {
            notes.add(
                    above
                            + (above == 1 ? " row" : " rows")
                            + " above the header in line "
                            + headerLine
                            + (above == 1 ? " is" : " are")
                            + " not read");
        }
    }

    private CandleColumns unnamed() throws LayoutException {
        ZoneId zone = options.zone().orElse(ZoneOffset.UTC);
        TimeForms forms = new TimeForms(limits, timeframe, zone);
        for (int first = 0; first < Math.min(rows.size(), HeaderRows.MOST_ABOVE); first++) {
            int width = rows.get(first).fields().size();
            List<Row> alike =
                    rows.subList(first, rows.size()).stream()
                            .filter(row -> row.fields().size() == width)
                            .toList();
            CandleColumns columns =
                    HeaderRows.hasPrices(rows.get(first))
                            ? headerless(alike, forms, rows.get(first))
                            : null;
            if (columns != null) {
                int begin = begin(columns, first, width);
                refuseUnknownNames(rows.subList(0, begin), width);
                data = rows.subList(begin, rows.size());
                return columns;
            }
        }
        Row first = rows.getFirst();
        boolean trades =
                SingleTrades.areNamed(HeaderRows.names(first)) || SingleTrades.areRows(rows, forms);
        throw new LayoutException(
                first.line(), trades ? SingleTrades.ARE_NO_CANDLES : notCandles(first));
    }

    /// The first row of as many fields with something like a time: it is judged like all others.
    private int begin(CandleColumns columns, int first, int width) {
        int begin = 0;
        while (begin < first
                && (rows.get(begin).fields().size() != width
                        || !HeaderRows.hasDigit(
                                rows.get(begin).at(columns.at(CandleColumns.TIME))))) {
            begin++;
        }
        return begin;
    }

    private static @Nullable CandleColumns headerless(List<Row> rows, TimeForms forms, Row first)
            throws LayoutException {
        try {
            return new Headerless(rows, forms).columns();
        } catch (Headerless.OpenAndCloseException e) {
            throw new LayoutException(
                    first.line(),
                    "the columns have no names, and nothing says which price is the open and which the"
                            + " close; say it with --columns, for example --columns"
                            + " time,open,high,low,close,volume");
        }
    }

    /// Names that are not known may say of the columns what the rows alone would get wrong.
    private static void refuseUnknownNames(List<Row> above, int width) throws LayoutException {
        for (Row row : above) {
            boolean areNames =
                    row.fields().size() == width
                            && row.fields().stream().noneMatch(HeaderRows::hasDigit)
                            && row.fields().stream().filter(field -> !field.isBlank()).count() > 4;
            if (areNames) {
                throw new LayoutException(
                        row.line(),
                        "the names of the columns are not known: "
                                + String.join(", ", row.fields())
                                + ". Say which column is what with --columns, for example --columns"
                                + " time,open,high,low,close,volume");
            }
        }
    }

    private static String notCandles(Row row) {
        String text = String.join(",", row.fields());
        return "expected a header with time, open, high, low, close and volume, or rows of a time and"
                + " prices; found '"
                + (text.length() > 60 ? text.substring(0, 60) + "…" : text)
                + "'. Which column is what can be said with --columns";
    }
}
