package plumbline.engine.feed.layout;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import plumbline.engine.feed.csv.CsvLayout;
import plumbline.engine.feed.csv.NumberForm;
import plumbline.engine.feed.csv.TimeForm;
import plumbline.engine.feed.csv.TimeReader;
import plumbline.engine.feed.csv.TimestampParser;
import plumbline.engine.feed.layout.Table.Row;
import plumbline.engine.feed.rows.CandleColumns;
import plumbline.engine.feed.rows.ReadingLimits;
import plumbline.engine.market.Timeframe;
import plumbline.engine.text.ErrorText;

/// Finds out what a text file of candles is from the sample of its first lines.
///
/// One instance for one file.
public final class LayoutFinder {
    private static final int BINANCE_COLUMNS = 12;
    private static final Pattern DAY_FIRST = Pattern.compile("\\d{1,2}\\.\\d{1,2}\\.\\d{2,4}\\b.*");

    private final LayoutOptions options;
    private final ReadingLimits limits;
    private final @Nullable Timeframe timeframe;
    private final List<String> notes = new ArrayList<>();
    private int headerLine;
    private List<String> header = List.of();
    private List<Row> data = List.of();

    /// @param timeframe what the user says it is, `null` if nothing was said
    public LayoutFinder(
            LayoutOptions options, ReadingLimits limits, @Nullable Timeframe timeframe) {
        this.options = options;
        this.limits = limits;
        this.timeframe = timeframe;
    }

    /// What the file is.
    ///
    /// @throws LayoutException if it is no file of candles, or if something stays open
    public FileLayout find(Sample sample) throws LayoutException {
        refuseOthers(sample);
        Table table = Table.of(sample.lines());
        CandleColumns columns = columns(table);
        ZoneId zone = zone(columns);
        TimeForms forms = new TimeForms(limits, timeframe, zone);
        columns = checked(columns, forms);
        NumberForm numbers =
                NumberForms.find(
                        prices(columns),
                        options.decimal(),
                        writesCommas(table, columns),
                        data.getFirst().line());
        TimeForms.Found times = times(columns, forms);
        CsvLayout rows =
                new CsvLayout(
                        table.delimiter(),
                        data.getFirst().line(),
                        RowWidth.of(data, header.size()),
                        columns,
                        numbers,
                        options.symbol().orElse(null));
        return new FileLayout(
                sample,
                null,
                rows,
                headerLine,
                times.form(),
                times.orders(),
                zone,
                isDescending(columns, times.form(), zone),
                forms.areSoon(timeCells(columns), times.form()),
                forms.step(timeCells(columns), times.form()),
                isBinance(columns),
                List.copyOf(notes));
    }

    private static void refuseOthers(Sample sample) throws LayoutException {
        if (sample.lines().isEmpty()) {
            String why =
                    sample.whole()
                            ? "the file is empty"
                            : "a line of more than "
                                    + Sample.BYTES
                                    + " bytes; this is not a CSV file";
            throw new LayoutException(sample.whole() ? 0 : 1, why);
        }
        for (int i = 0; i < sample.lines().size(); i++) {
            if (sample.lines().get(i).indexOf('\0') >= 0) {
                throw new LayoutException(i == 0 ? 1 : i + 1, "this is not a text file");
            }
        }
        if (sample.lines().stream().allMatch(String::isBlank)) {
            throw new LayoutException(0, "the file has no rows");
        }
    }

    private CandleColumns columns(Table table) throws LayoutException {
        if (options.columns().isPresent()) {
            return stated(table, options.columns().get());
        }
        int at = HeaderRows.find(table.rows());
        if (at >= 0) {
            return named(table, at);
        }
        return unnamed(table);
    }

    /// The columns as the user says; lines above the first row of numbers are no rows.
    private CandleColumns stated(Table table, List<String> names) throws LayoutException {
        CandleColumns columns = CandleColumns.of(names.toArray(String[]::new));
        int first = 0;
        while (first < table.rows().size() && !isRow(table.rows().get(first), columns)) {
            first++;
        }
        if (first == table.rows().size()) {
            throw new LayoutException(
                    0, "not one row has numbers where --columns says there are prices");
        }
        data = table.rows().subList(first, table.rows().size());
        return columns;
    }

    private static boolean isRow(Row row, CandleColumns columns) {
        return HeaderRows.hasDigit(row.at(columns.at(CandleColumns.TIME)))
                && HeaderRows.hasDigit(row.at(columns.at(CandleColumns.CLOSE)));
    }

    private CandleColumns named(Table table, int at) throws LayoutException {
        Row row = table.rows().get(at);
        header = HeaderRows.names(row);
        headerLine = row.line();
        int first = HeaderRows.firstBelow(table.rows(), at);
        data = table.rows().subList(first, table.rows().size());
        noteRowsAbove(table.rows().subList(0, at));
        CandleColumns columns;
        try {
            columns = CandleColumns.of(header, "the header", first > at + 1);
        } catch (CandleColumns.LayoutException e) {
            throw new LayoutException(row.line(), ErrorText.of(e));
        }
        if (columns == null) {
            throw new LayoutException(row.line(), notCandles(row));
        }
        for (int i = at + 1; i < first && columns.at(CandleColumns.TIME) < 0; i++) {
            columns =
                    columns.with(
                            CandleColumns.TIME,
                            CandleColumns.candidates(
                                            CandleColumns.TIME,
                                            HeaderRows.names(table.rows().get(i)))
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

    private CandleColumns unnamed(Table table) throws LayoutException {
        List<Row> rows = table.rows();
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
                refuseUnknownNames(rows.subList(0, first), width);
                data = rows.subList(first, rows.size());
                return columns;
            }
        }
        throw new LayoutException(rows.getFirst().line(), notCandles(rows.getFirst()));
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

    /// What only the rows can tell: whether a column is the time of day, which volume is not zero,
    /// whether a symbol is one.
    private CandleColumns checked(CandleColumns found, TimeForms forms) {
        CandleColumns columns = found;
        if (columns.at(CandleColumns.CLOCK) >= 0
                && !Headerless.areClocks(cells(columns, CandleColumns.CLOCK))) {
            boolean dateIsTime = forms.areTimes(cells(columns, CandleColumns.TIME));
            int time =
                    dateIsTime ? columns.at(CandleColumns.TIME) : columns.at(CandleColumns.CLOCK);
            columns = columns.with(CandleColumns.TIME, time).with(CandleColumns.CLOCK, -1);
        }
        if (options.columns().isEmpty() && headerLine > 0) {
            columns = columns.with(CandleColumns.VOLUME, volume(columns));
        }
        if (cells(columns, CandleColumns.VOLUME).stream()
                .allMatch(cell -> cell.isBlank() || cell.equals("-"))) {
            columns = columns.with(CandleColumns.VOLUME, -1);
        }
        if (columns.at(CandleColumns.VOLUME) == columns.at(CandleColumns.TIME)) {
            columns = columns.with(CandleColumns.VOLUME, -1); // `volume time` is no volume
        }
        if (columns.at(CandleColumns.VOLUME) < 0) {
            notes.add("there is no column of volume: it is 0");
        }
        boolean isNumber =
                cells(columns, CandleColumns.SYMBOL).stream()
                        .allMatch(c -> c.isEmpty() || isNumber(c));
        return isNumber ? columns.with(CandleColumns.SYMBOL, -1) : columns;
    }

    private static boolean isNumber(String cell) {
        return !Double.isNaN(NumberForm.PLAIN.read(cell));
    }

    /// The surest column of volume that is not zero all the way.
    private int volume(CandleColumns columns) {
        List<Integer> candidates = CandleColumns.candidates(CandleColumns.VOLUME, header);
        for (int candidate : candidates) {
            if (data.stream()
                    .anyMatch(
                            row -> row.at(candidate).chars().anyMatch(c -> c >= '1' && c <= '9'))) {
                if (candidate != columns.at(CandleColumns.VOLUME)) {
                    notes.add(
                            "'"
                                    + columns.name(CandleColumns.VOLUME)
                                    + "' is 0 everywhere: the volume is taken from '"
                                    + header.get(candidate)
                                    + "'");
                }
                return candidate;
            }
        }
        return columns.at(CandleColumns.VOLUME);
    }

    private List<String> cells(CandleColumns columns, int role) {
        int column = columns.at(role);
        return column < 0 ? List.of() : data.stream().map(row -> row.at(column)).toList();
    }

    /// Whether it has fields and dates as in countries that write a decimal comma.
    private boolean writesCommas(Table table, CandleColumns columns) {
        return table.delimiter() != ','
                && cells(columns, CandleColumns.TIME).stream()
                        .allMatch(cell -> DAY_FIRST.matcher(cell).matches());
    }

    private List<String> prices(CandleColumns columns) {
        List<String> cells = new ArrayList<>();
        for (int role = CandleColumns.OPEN; role <= CandleColumns.VOLUME; role++) {
            cells.addAll(cells(columns, role));
        }
        return cells;
    }

    private List<String> timeCells(CandleColumns columns) {
        List<String> dates = cells(columns, CandleColumns.TIME);
        List<String> clocks = cells(columns, CandleColumns.CLOCK);
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < dates.size(); i++) {
            String cell = clocks.isEmpty() ? dates.get(i) : dates.get(i) + ' ' + clocks.get(i);
            if (HeaderRows.hasDigit(cell)) {
                cells.add(cell);
            }
        }
        return cells;
    }

    private TimeForms.Found times(CandleColumns columns, TimeForms forms) throws LayoutException {
        List<String> cells = timeCells(columns);
        if (options.times().isPresent()) {
            return TimeForms.Found.of(options.times().get());
        }
        if (cells.isEmpty()) {
            return TimeForms.Found.of(TimeForm.ISO); // each row will say so
        }
        int line = data.getFirst().line();
        TimeForms.Found found = forms.find(cells, line);
        if (found.form().kind().isEpoch() && forms.areSoon(cells, found.form())) {
            notes.add(
                    "the times are those of January 1970; if that is wrong, say which column is the"
                            + " time with --columns");
        }
        return found;
    }

    /// The zone that the user says, else that which the name of the column says, else UTC.
    private ZoneId zone(CandleColumns columns) {
        String name = columns.name(CandleColumns.TIME);
        ZoneId named = HeaderRows.zone(name);
        ZoneId zone = options.zone().orElse(named == null ? ZoneOffset.UTC : named);
        if (named != null && !zone.normalized().equals(named.normalized())) {
            notes.add("the column is called '" + name + "', --zone overrules it");
        } else if (named != null
                && options.zone().isEmpty()
                && named.normalized() != ZoneOffset.UTC) {
            notes.add("the column is called '" + name + "': its times are read as of " + named);
        }
        return zone;
    }

    private boolean isDescending(CandleColumns columns, TimeForm form, ZoneId zone) {
        TimestampParser parser = new TimestampParser(form, zone, false);
        long[] times =
                timeCells(columns).stream()
                        .mapToLong(parser::read)
                        .filter(time -> time != TimeReader.NONE)
                        .toArray();
        return times.length > 1 && times[0] > times[times.length - 1];
    }

    /// Twelve columns with the time of the close, or with what takers bought.
    private boolean isBinance(CandleColumns columns) {
        if (data.getFirst().fields().size() != BINANCE_COLUMNS) {
            return false;
        }
        return headerLine == 0
                ? columns.at(CandleColumns.TIME) == 0 && data.getFirst().at(6).length() >= 13
                : header.stream().anyMatch(name -> name.toLowerCase(Locale.ROOT).contains("taker"));
    }
}
